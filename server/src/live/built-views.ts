/**
 * How the forum looks since it last changed. Roles are shown much of the same: each document and item is built and
 * written out once, however many feeds show it.
 */
import type { Json } from '@wenzheng/shared/wire/protocol';
import type { CollectionView, DocumentView, Sight } from '../engine/views';

/** A document or an item, and its JSON. */
export interface Built {
  readonly value: Json;
  readonly text: string;
}

export class BuiltViews {
  readonly sight: () => Sight;
  readonly #documents = new Map<DocumentView<Json>, Built>();
  readonly #items = new Map<CollectionView<Json>, Map<string, Built | null>>();

  constructor(sight: () => Sight) {
    this.sight = sight;
  }

  /** Something has changed, before any feed is told. */
  forget(): void {
    this.#documents.clear();
    this.#items.clear();
  }

  document(view: DocumentView<Json>): Built {
    let built = this.#documents.get(view);
    if (!built) this.#documents.set(view, (built = written(view.build(this.sight()))));
    return built;
  }

  /** Null if it is not part of the collection. */
  item(view: CollectionView<Json>, id: string): Built | null {
    let items = this.#items.get(view);
    if (!items) this.#items.set(view, (items = new Map()));
    let built = items.get(id);
    if (built === undefined) {
      const value = view.build(this.sight(), id);
      items.set(id, (built = value === undefined ? null : written(value)));
    }
    return built;
  }
}

const written = (value: Json): Built => ({ value, text: JSON.stringify(value) });
