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

  /** Names of documents that are to go out at once, and of others that may wait, in their order. */
  documents(changes: Changes): { readonly now: string[]; readonly later: string[] } {
    const marks = new Uint8Array(this.#names.length);
    for (const source of changes.keys()) {
      for (const place of this.#tallies.get(source) ?? []) marks[place] ||= LATER;
      for (const place of this.#reads.get(source) ?? []) marks[place] = NOW;
    }
    const [now, later]: [string[], string[]] = [[], []];
    this.#names.forEach((name, place) => {
      if (marks[place] === NOW) now.push(name);
      else if (marks[place] === LATER) later.push(name);
    });
    return { now, later };
  }
}

const NOW = 1;
const LATER = 2;

function add(places: Places, source: string, place: number): void {
  const known = places.get(source);
  if (known) known.push(place);
  else places.set(source, [place]);
}
