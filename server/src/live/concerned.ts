/**
 * Which views of a role a change concerns. They are found by what has changed: a commit touches little of what
 * there is, and goes to every role.
 */
import type { Json } from '@wenzheng/shared/wire/protocol';
import type { Changes } from '../engine/store';
import type { CollectionView, DocumentView, Touches } from '../engine/views';

interface Views {
  readonly documents: Readonly<Record<string, DocumentView<Json>>>;
  readonly collections: Readonly<Record<string, CollectionView<Json>>>;
}
export interface ConcernedCollection {
  readonly name: string;
  readonly view: CollectionView<Json>;
  readonly reads: readonly (readonly [source: string, Touches])[];
  readonly tallies: readonly (readonly [source: string, Touches])[];
}
/** Source → places of the documents that are built from it. */
type Places = Map<string, number[]>;

export class Concerned {
  readonly collections: readonly ConcernedCollection[];
  readonly #names: readonly string[];
  readonly #reads: Places = new Map();
  readonly #tallies: Places = new Map();

  constructor({ documents, collections }: Views) {
    this.#names = Object.keys(documents);
    Object.values(documents).forEach(({ reads, tallies }, place) => {
      for (const source of reads) add(this.#reads, source, place);
      for (const source of tallies) add(this.#tallies, source, place);
    });
    this.collections = Object.entries(collections).map(([name, view]) => ({
      ...{ name, view },
      reads: Object.entries(view.reads),
      tallies: Object.entries(view.tallies),
    }));
  }

  /** Names of documents that are to go out at once, in their order, and of others that may wait. */
  documents(changes: Changes): {
    readonly now: readonly string[];
    readonly later: readonly string[];
  } {
    const now = touched(this.#reads, changes);
    const later = touched(this.#tallies, changes).filter((place) => !now.includes(place));
    return { now: this.#named(now), later: this.#named(later) };
  }

  #named(places: readonly number[]): readonly string[] {
    return places.flatMap((place) => this.#names[place] ?? []);
  }
}

function add(places: Places, source: string, place: number): void {
  const known = places.get(source);
  if (known) known.push(place);
  else places.set(source, [place]);
}

function touched(places: Places, changes: Changes): readonly number[] {
  const found = new Set<number>();
  for (const source of changes.keys())
    for (const place of places.get(source) ?? []) found.add(place);
  return [...found].sort((a, b) => a - b);
}
