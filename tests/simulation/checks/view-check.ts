/** Replay equals live, and what feeds and pages hold equals a view made from nothing. */
import { replay } from '@wenzheng/server/src/engine/evolve';
import { feedSpec } from '@wenzheng/server/src/engine/feed-specs';
import type { RoomSeat } from '@wenzheng/server/src/engine/open-room';
import {
  dumpState,
  emptyState,
  loadState,
  type ForumState,
} from '@wenzheng/server/src/engine/state';
import { Figures } from '@wenzheng/server/src/forum/followup/index';
import { OpinionRanks } from '@wenzheng/server/src/forum/opinions/index';
import { PollAnswers } from '@wenzheng/server/src/forum/polls/index';
import { QuestionRanks } from '@wenzheng/server/src/forum/questions/index';
import { SlipIndex } from '@wenzheng/server/src/forum/slips/index';
import type { Entry } from '@wenzheng/server/src/journal/entry';
import { BuiltViews } from '@wenzheng/server/src/live/built-views';
import { Feed, type FeedPorts } from '@wenzheng/server/src/live/feed';
import { ROLES, type Role } from '@wenzheng/shared/forum/access';
import type { HeldView } from '@wenzheng/shared/live/view-store';
import type { Json } from '@wenzheng/shared/wire/protocol';
import { views } from '@wenzheng/shared/wire/views';
import { z } from 'zod';
import { sameJson } from '../same-json';

const schemaOf = (role: Role): z.ZodType => {
  const { documents, collections } = views[role];
  const items = Object.entries(collections).map(
    ([name, item]) => [name, z.record(z.string(), item)] as const,
  );
  return z.strictObject({
    documents: z.strictObject(documents),
    collections: z.strictObject(Object.fromEntries(items)),
  });
};
const schemas = new Map(ROLES.map((role) => [role, schemaOf(role)]));

/** The first row that two states do not share, in words; null if they are equal. Order does not matter. */
export function stateDifference(a: ForumState, b: ForumState): string | null {
  for (const [name, table] of a.all) {
    const other = b.all.get(name);
    for (const [key, left] of table.entries()) {
      const right = other?.get(key);
      if (differs(left, right)) return `${name}/${key} ${firstDifference(left, right)}`;
    }
    for (const [key, right] of other?.entries() ?? [])
      if (table.get(key) === undefined)
        return `${name}/${key} ${firstDifference(undefined, right)}`;
  }
  return null;
}

/** The fold of `entries`, half of it carried over in a snapshot. */
export function replayed(entries: readonly Entry[]): ForumState {
  const middle = entries[entries.length >> 1]?.first ?? 1;
  const half = emptyState();
  replay(half, entries.slice(0, middle - 1));
  const state = loadState(JSON.parse(JSON.stringify(dumpState(half))));
  replay(state, entries.slice(middle - 1));
  return state;
}

export const differs = (a: unknown, b: unknown): boolean => !sameJson(a, b);

type Contents = Pick<HeldView, 'documents' | 'collections'>;
const contents = ({ documents, collections }: Contents): Contents => ({ documents, collections });

type Named<T> = Readonly<Record<string, T>>;
/** Compares views of which roles are shown much of the same: a document or an item found the same is so for all. */
class Comparison {
  readonly #same = new Map<unknown, unknown>();

  isSameView(a: Contents, b: Contents): boolean {
    return (
      sameNamed(a.documents, b.documents, this.#isSame) &&
      sameNamed(a.collections, b.collections, (left, right) => sameNamed(left, right, this.#isSame))
    );
  }

  readonly #isSame = (a: Json, b: Json): boolean => {
    if (this.#same.has(a) && this.#same.get(a) === b) return true;
    const same = sameJson(a, b);
    if (same) this.#same.set(a, b);
    return same;
  };
}
function sameNamed<T>(a: Named<T>, b: Named<T>, isSame: (left: T, right: T) => boolean): boolean {
  const [left, right] = [Object.entries(a), new Map(Object.entries(b))];
  return (
    left.length === right.size &&
    left.every(([name, value]) => {
      const other = right.get(name);
      return other !== undefined && isSame(value, other);
    })
  );
}

/** What is wrong with the feeds of a room, in words; null if nothing is. */
export function wrongFeed({ room }: RoomSeat): string | null {
  // Orders and sums made from nothing as well.
  const { state } = room.ports.engine;
  const sight = {
    ...room.ports.sight(),
    ranks: new QuestionRanks(state),
    opinions: new OpinionRanks(state),
    pollAnswers: new PollAnswers(state, room.ports.sight().words),
    slips: new SlipIndex(state),
    figures: new Figures(state),
  };
  const ports: FeedPorts = {
    ...{ epoch: '', built: new BuiltViews(() => sight) },
    ...{ later: () => () => undefined, send: () => undefined },
  };
  const comparison = new Comparison();
  for (const role of ROLES) {
    const feed = room.feed(role);
    feed.flush();
    const fresh = new Feed(feedSpec(role), ports);
    const [now, made] = [contents(feed.snapshot()), contents(fresh.snapshot())];
    if (!comparison.isSameView(now, made))
      return `the feed of ${role} is not a fresh view: ${firstDifference(now, made)}`;
  }
  return null;
}

/** What of the views of a room does not fit its schema, in words; null if everything does. */
export function wrongShape({ room }: RoomSeat): string | null {
  for (const role of ROLES) {
    const parsed = schemas.get(role)?.safeParse(contents(room.feed(role).snapshot()));
    if (!parsed?.success)
      return `the view of ${role} does not fit its schema: ${String(parsed?.error)}`;
  }
  return null;
}

/** The path of the first difference of two JSON values. */
export function firstDifference(a: unknown, b: unknown): string {
  if (typeof a !== 'object' || typeof b !== 'object' || !a || !b) {
    return `: ${JSON.stringify(a)} / ${JSON.stringify(b)}`;
  }
  const [left, right] = [new Map(Object.entries(a)), new Map(Object.entries(b))];
  for (const key of new Set([...left.keys(), ...right.keys()])) {
    if (differs(left.get(key), right.get(key)))
      return `${key} ${firstDifference(left.get(key), right.get(key))}`;
  }
  return 'nothing';
}
