/** The queue as the host's screen works on it: questions with their id and support, and their orders. */
import { suggestOrder, type HallTurn } from '@wenzheng/shared/forum/picking';
import type { QueueFound } from '@wenzheng/shared/forum/picking';
import { SOURCES, type QueuedQuestion, type Source } from '@wenzheng/shared/forum/questions';
import type { HostView } from '../../hub-link';

export interface WaitingQuestion extends QueuedQuestion {
  readonly id: string;
  readonly support: number;
  /** How much of it was given in the hall. */
  readonly inHall: number;
}

export const ORDERS = ['suggested', 'support', 'waiting', 'source'] as const;
export type Order = (typeof ORDERS)[number];

/** Which questions are shown: all where it says null, those without an area or department where it is empty. */
export interface Wish {
  readonly source: Source | null;
  readonly area: string | null;
  readonly topic: string | null;
  readonly department: string | null;
}
export const ANY: Wish = { source: null, area: null, topic: null, department: null };
export const wishes = (wish: Wish): number =>
  Object.values(wish).filter((each) => each !== null).length;

/** What this screen holds, and what was found at the hub besides. */
export function together(
  held: readonly WaitingQuestion[],
  found: QueueFound['questions'],
): WaitingQuestion[] {
  const here = new Set(held.map(({ id }) => id));
  return [...held, ...found.filter(({ id, state }) => !here.has(id) && state === 'queued')];
}

type QueueCollections = Pick<HostView['collections'], 'queue' | 'counts' | 'hallCounts'>;

/** What waits to be picked, in no order. */
export const waitingQuestions = ({
  queue,
  counts,
  hallCounts,
}: QueueCollections): WaitingQuestion[] =>
  Object.entries(queue)
    .filter(([, question]) => question.state === 'queued')
    .map(([id, question]) => ({
      ...question,
      id,
      support: counts[id] ?? 0,
      inHall: hallCounts[id] ?? 0,
    }));

const byWaiting = (a: WaitingQuestion, b: WaitingQuestion): number =>
  a.queuedAt - b.queuedAt || a.number - b.number;

export function inOrder(
  questions: readonly WaitingQuestion[],
  order: Order,
  turn: HallTurn,
): WaitingQuestion[] {
  switch (order) {
    case 'suggested':
      return suggestOrder(questions, turn);
    case 'support':
      return [...questions].sort((a, b) => b.support - a.support || a.number - b.number);
    case 'waiting':
      return [...questions].sort(byWaiting);
    case 'source':
      return [...questions].sort(
        (a, b) => SOURCES.indexOf(a.source) - SOURCES.indexOf(b.source) || byWaiting(a, b),
      );
    default:
      return order satisfies never;
  }
}

/** True if `wanted` is part of the question's words, number, serial or name. */
export function matches(question: WaitingQuestion, wanted: string): boolean {
  const needle = wanted.trim().toLowerCase();
  if (needle === '') return true;
  const { text, number, serial, name } = question;
  return [text, String(number), serial ?? '', name ?? ''].some((part) =>
    part.toLowerCase().includes(needle),
  );
}
