/** Who is asked next: the rules of picking, and what is recorded of each pick. */
import { z } from 'zod';
import { queuedQuestion, SOURCES, type Source } from './questions';
import { durationSchema, id } from './words';

/**
 * The least share of the picks that slips and the microphone have: one in so many; null: none, they stand
 * among the others by their support.
 */
export const HALL_SHARES = [2, 3, 4, 5, null] as const;
export type HallShare = (typeof HALL_SHARES)[number];
export const HALL_SHARE: HallShare = 3;

/** By what rules questions are picked; everyone may know. */
export const pickingView = z.strictObject({
  /** Of so many picks one goes to a slip or the microphone; null: no share is kept. */
  hallEvery: z.literal([...HALL_SHARES]),
  /** Only staff are told how many support what; phones list questions by chance. */
  countsHidden: z.boolean(),
});
export type PickingView = z.infer<typeof pickingView>;

/** The next three, in the suggested order; to others than staff only those from the hall while counts are hidden. */
export const upNextView = z.strictObject({
  questions: z.array(
    z.strictObject({ id, number: z.int(), text: z.string(), source: z.enum(SOURCES) }),
  ),
  waiting: z.int(),
  /**
   * How many others are to be picked before a question from the hall is due; 0: it is next. Null: no share
   * is kept for the hall.
   */
  untilHall: z.int().nullable(),
});
export type UpNextView = z.infer<typeof upNextView>;

/**
 * How a question was picked: it stood first in the suggested order, among the next three, elsewhere (the
 * host's own choice), or was drawn by lot. The hub says so, from what stood at that moment.
 */
const PICK_MANNERS = ['first', 'up_next', 'own', 'lot'] as const;
export type PickManner = (typeof PICK_MANNERS)[number];

/** Where a question stood when it was picked. */
const pickStanding = z.strictObject({
  manner: z.enum(PICK_MANNERS),
  support: z.int(),
  /** Among the open questions by support, 1 for the most supported; equal support shares a rank. */
  rank: z.int(),
  /** How many were open, itself among them. */
  among: z.int(),
  /** How long it had been in the queue. */
  waited: durationSchema,
});
export type PickStanding = z.infer<typeof pickStanding>;

/** Every pick with what stood then. */
export const picksView = z.strictObject({
  /** How many questions were picked in all. */
  picked: z.int(),
  /** Of these the last hundred, the newest first; none while counts are hidden. */
  picks: z.array(
    pickStanding.extend({ id, number: z.int(), source: z.enum(SOURCES), text: z.string() }),
  ),
});
export type PicksView = z.infer<typeof picksView>;

/** What was asked against what was supported most. */
export const topAskedView = z.strictObject({
  /**
   * The most supported questions, at most ten, none without support; asked: it was picked. None while counts
   * are hidden.
   */
  questions: z.array(
    z.strictObject({
      ...{ id, number: z.int(), text: z.string() },
      ...{ support: z.int(), asked: z.boolean() },
    }),
  ),
});
export type TopAskedView = z.infer<typeof topAskedView>;

/** What a desk looks up in the queue beyond what it holds: null leaves it open, an empty text asks for those without. */
export const queueWish = z.strictObject({
  order: z.enum(['support', 'waiting']),
  source: z.enum(SOURCES).nullable().default(null),
  area: z.string().max(160).nullable().default(null),
  topic: z.string().max(160).nullable().default(null),
  department: z.string().max(32).nullable().default(null),
});
export type QueueWish = z.infer<typeof queueWish>;
/** The first hundred that fit. */
export const queueFound = z.strictObject({
  questions: z.array(queuedQuestion.extend({ id, support: z.int(), inHall: z.int() })),
  /** There are others. */
  more: z.boolean(),
});
export type QueueFound = z.infer<typeof queueFound>;
export const QUEUE_FOUND_LIMIT = 100;

/** Whether a question of the queue is what was wished for. */
export const fitsWish = (
  question: {
    readonly source: Source;
    readonly area: string | null;
    readonly topic: string | null;
    readonly department: string | null;
  },
  wish: Omit<QueueWish, 'order'>,
): boolean =>
  (wish.source === null || question.source === wish.source) &&
  (wish.area === null || (question.area ?? '') === wish.area) &&
  (wish.topic === null || (question.topic ?? '') === wish.topic) &&
  (wish.department === null || (question.department ?? '') === wish.department);

/** Brings a question to the floor. One still open there becomes answered, with notes to come. */
export const pickQuestion = z.strictObject({
  type: z.literal('pickQuestion'),
  question: id,
  /** The question on the floor when the button was pressed; refused as `questions.moved` otherwise. */
  from: id.nullable(),
});
/** Brings the open question to the floor that the hub draws by lot, each with the same chance. */
export const drawQuestion = z.strictObject({
  type: z.literal('drawQuestion'),
  /** See `pickQuestion`. */
  from: id.nullable(),
});
/** Sets what share of the picks is kept for slips and the microphone. */
export const setHallShare = z.strictObject({
  type: z.literal('setHallShare'),
  every: z.literal([...HALL_SHARES]),
});

/** Hides from everyone but staff how many support what, so that early questions do not snowball. */
export const setCountsHidden = z.strictObject({
  type: z.literal('setCountsHidden'),
  hidden: z.boolean(),
});

export const pickingCommands = [pickQuestion, drawQuestion, setHallShare, setCountsHidden] as const;

export interface Ranked {
  readonly id: string;
  readonly number: number;
  readonly source: Source;
  readonly support: number;
  /** They have been asked to the microphone. */
  readonly called: boolean;
}
/** What the suggested order goes by; see `PickingView` and `UpNextView`. */
export interface HallTurn {
  readonly hallEvery: HallShare;
  readonly untilHall: number | null;
}

/** Asked on a paper slip or at the microphone: those who do not use a phone collect no support. */
export const isFromHall = ({ source }: Pick<Ranked, 'source'>): boolean =>
  source === 'paper' || source === 'mic';
/** Of the hall: who was called stands there already. */
export const byTurn = (
  a: Pick<Ranked, 'called' | 'number'>,
  b: Pick<Ranked, 'called' | 'number'>,
): number => Number(b.called) - Number(a.called) || a.number - b.number;
const bySupport = (a: Ranked, b: Ranked): number => b.support - a.support || a.number - b.number;

/**
 * The suggested order of the queue: by support, but of every `hallEvery` places one goes to the question from
 * the hall that has been called to the microphone, or has waited longest. `untilHall` tells how many places
 * come before the first of these, for what was picked already counts. Without a share all stand by their
 * support.
 */
export function suggestOrder<T extends Ranked>(
  queue: readonly T[],
  { hallEvery, untilHall }: HallTurn,
): T[] {
  if (hallEvery === null || untilHall === null) return [...queue].sort(bySupport);
  const hall = queue.filter(isFromHall).sort(byTurn);
  const rest = queue.filter((entry) => !isFromHall(entry)).sort(bySupport);
  return interleave(rest, hall, untilHall, hallEvery - 1);
}

/**
 * `before` of `first`, one of `second`, `between` of `first`, one of `second` and so on; what is left when one
 * runs out follows.
 */
export function interleave<T>(
  first: readonly T[],
  second: readonly T[],
  before: number,
  between: number,
): T[] {
  const order: T[] = [];
  let taken = 0;
  let until = before;
  for (const due of second) {
    const others = first.slice(taken, taken + until);
    order.push(...others, due);
    taken += others.length;
    until = between;
  }
  return [...order, ...first.slice(taken)];
}
