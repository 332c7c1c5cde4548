/** What a client sees that is told everything. It puts its view together only when that is looked at. */
import type { Feed } from '@wenzheng/server/src/live/feed';
import type { Role } from '@wenzheng/shared/forum/access';
import { ViewStore, type HeldView } from '@wenzheng/shared/live/view-store';
import type { Patch } from '@wenzheng/shared/wire/protocol';

export class Shadow {
  readonly #role: Role;
  readonly #feed: Feed;
  readonly #store = new ViewStore();
  #patches: Patch[] = [];
  /** Of what it was told so far. */
  #revision: number;

  constructor(role: Role, feed: Feed) {
    this.#role = role;
    this.#feed = feed;
    this.#store.replace(feed.snapshot());
    this.#revision = feed.revision;
  }

  /** Answers how `patch` does not follow what it was told before, in words; null if it does. */
  take(patch: Patch): string | null {
    const [before, { base, revision }] = [this.#revision, patch];
    this.#patches.push(patch);
    this.#revision = revision;
    const follows = base === before && revision > base;
    return follows ? null : `patch ${base}→${revision} for ${this.#role} does not fit ${before}`;
  }

  /** What it was not told, in words; null if it was told everything. */
  missing(): string | null {
    const { revision } = this.#feed;
    return revision === this.#revision
      ? null
      : `${this.#role} was sent ${this.#revision} of ${revision} patches`;
  }

  /** Where what it was told and a new snapshot are not the same; null if they are. */
  unlikeFeed(): string | null {
    for (const patch of this.#patches.splice(0)) this.#store.apply(patch);
    const { held } = this.#store;
    return held && unlike(held, this.#feed.snapshot());
  }
}

/** The first name under which two views hold different values; null if there is none. */
function unlike(a: HeldView, b: HeldView): string | null {
  const document = unlikeName(a.documents, b.documents);
  if (document !== null) return document;
  for (const name of Object.keys(b.collections)) {
    const item = unlikeName(a.collections[name] ?? {}, b.collections[name] ?? {});
    if (item !== null) return `${name}/${item}`;
  }
  return null;
}
type Named = Readonly<Record<string, unknown>>;
function unlikeName(a: Named, b: Named): string | null {
  for (const name in b) if (a[name] !== b[name]) return name;
  for (const name in a) if (!Object.hasOwn(b, name)) return name;
  return null;
}
