/**
 * A list that never moves under a finger. Its order is fixed when it is shown; questions that come in,
 * change places or fall out of the hub's window wait until the reader asks for a new order, while what
 * stands in the rows (state, counts) keeps up.
 */
import type { ListedQuestion } from '@wenzheng/shared/forum/questions';
import { shuffleKey } from '@wenzheng/shared/forum/shuffle';

/** `chance`: in an order of this phone's own, while counts are hidden. */
export type Sort = 'support' | 'newest' | 'chance';
export type Questions = Readonly<Record<string, ListedQuestion>>;
export type Counts = Readonly<Record<string, number>>;

/** How a list is sorted; `seed` is this phone's own, for its order by chance. */
export interface Sorting {
  readonly sort: Sort;
  readonly seed: number;
}
export interface FrozenOrder extends Sorting {
  readonly ids: readonly string[];
}

export interface Row {
  readonly id: string;
  readonly question: ListedQuestion;
}

/** What a new order would bring. */
export interface Waiting {
  readonly added: number;
  /** True when rows that are shown would change places or leave. */
  readonly moved: boolean;
}

/** The order of the moment. Equal support: the earlier question first, so that it does not depend on chance. */
export function freeze({ sort, seed }: Sorting, questions: Questions, counts: Counts): FrozenOrder {
  const first = (id: string): number => {
    if (sort === 'chance') return shuffleKey(seed, id);
    return sort === 'support' ? -(counts[id] ?? 0) : 0;
  };
  const age = sort === 'newest' ? -1 : 1;
  const ids = Object.entries(questions)
    .sort(([a, one], [b, other]) => first(a) - first(b) || age * (one.number - other.number))
    .map(([id]) => id);
  return { sort, seed, ids };
}

/** Everything seen so far with its newest content: a row stays though its question has left the window. */
export const remember = <T>(
  seen: Readonly<Record<string, T>>,
  now: Readonly<Record<string, T>>,
): Readonly<Record<string, T>> => ({ ...seen, ...now });

/** The rows in their frozen order. */
export const rowsOf = (order: FrozenOrder, seen: Questions): Row[] =>
  order.ids.flatMap((id) => {
    const question = seen[id];
    return question ? [{ id, question }] : [];
  });

/** Compares the frozen order with what it would be now, sorted as `sorting` says. */
export function waitingFor(
  order: FrozenOrder,
  sorting: Sorting,
  questions: Questions,
  counts: Counts,
): Waiting {
  const shown = new Set(order.ids);
  const now = freeze(sorting, questions, counts).ids;
  const stayed = now.filter((id) => shown.has(id));
  return {
    added: now.length - stayed.length,
    moved:
      order.ids.length !== stayed.length || order.ids.some((id, place) => stayed[place] !== id),
  };
}

/** A short list that keeps its places: whoever stays stays in place, newcomers take the places of those who left. */
export function keepPlaces(shown: readonly string[], now: readonly string[]): string[] {
  const newcomers = now.filter((id) => !shown.includes(id));
  const kept = shown.map((id) => (now.includes(id) ? id : newcomers.shift()));
  return [...kept, ...newcomers].filter((id) => id !== undefined);
}
