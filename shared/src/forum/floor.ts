/** Who has the floor, and the clock they speak by. */
import { z } from 'zod';
import { SIDES } from './choices';
import { clockView } from './clock-view';
import { interjectionCommands, interjectionView } from './interjections';
import {
  commitmentInput,
  commitmentView,
  correctionReason,
  durationSchema,
  id,
  instantSchema,
  NAME_LIMIT,
  words,
  WORDS_LIMIT,
  writtenView,
} from './words';

const speakerOnFloor = z.strictObject({
  id,
  name: z.string(),
  office: z.string(),
  department: z.string(),
});

/** How a representative was chosen; published with the roster. */
export const SELECTIONS = ['place', 'trade', 'age_group', 'lot'] as const;
export type Selection = (typeof SELECTIONS)[number];

const representative = z.strictObject({
  id,
  /** The name they choose to be called by. */
  name: z.string(),
  chosenBy: z.enum(SELECTIONS),
  /** Of which place, trade or age group; empty for none. */
  of: z.string(),
});
export type Representative = z.infer<typeof representative>;

/** How an exchange can end. */
export const OUTCOMES = ['answered', 'committed', 'follow_up'] as const;
export type OutcomeKind = (typeof OUTCOMES)[number];

export { SIDES, type Side } from './choices';

/** One turn at the floor. A new turn has a new number, so that a late press cannot hit the wrong one. */
export const floorView = z.strictObject({
  turn: z.int(),
  kind: z.enum(['talk', 'question', 'exchange']),
  /** In an exchange, the side that has the floor. */
  phase: z.enum(['speaking', 'asking', 'answering', ...SIDES]),
  /** The speaker, or the official who is to answer; null when nobody is named. */
  speaker: speakerOnFloor.nullable(),
  /** Who answers together with the speaker, by the same clock. */
  beside: z.array(speakerOnFloor),
  /** Place among the talks of the item, from 1. */
  position: z.strictObject({ index: z.int(), of: z.int() }).nullable(),
  topic: z.string().nullable(),
  /** In an exchange, the clock of the side that has the floor. */
  clock: clockView,
  /** Somebody speaks up in this turn, whose clock stands still meanwhile. */
  interjection: interjectionView.nullable(),
  /** By how much the start has been set back, in all. */
  setBack: durationSchema,
  /** Who speaks after this talk. */
  next: speakerOnFloor.nullable(),
  /** Two clocks that alternate; only the one of `phase` runs. */
  exchange: z
    .strictObject({
      id,
      /** Running number of the exchange, from 1. */
      number: z.int(),
      representative,
      clocks: z.strictObject({ representative: clockView, official: clockView }),
    })
    .nullable(),
});
export type FloorView = z.infer<typeof floorView>;

/** A turn, or an interjection in one, that is over: for the record of the day. */
export const heldTurn = z.strictObject({
  kind: z.enum([...floorView.shape.kind.options, 'interjection']),
  /** The item of the agenda in which it was held. */
  item: id.nullable(),
  /** The official who spoke or was to answer. */
  official: speakerOnFloor.nullable(),
  /** In an exchange: its number, and what the representative was called. */
  exchange: z.strictObject({ number: z.int(), representative: z.string() }).nullable(),
  begunAt: instantSchema,
  endedAt: instantSchema,
  /** One clock, or both of an exchange; pauses are not counted. */
  times: z.array(
    z.strictObject({
      who: floorView.shape.phase,
      limit: durationSchema,
      spent: durationSchema,
    }),
  ),
});
export type HeldTurn = z.infer<typeof heldTurn>;

/** How many talks of the running item have had the floor. */
export const talksView = z.strictObject({ held: z.int() });
export type TalksView = z.infer<typeof talksView>;

/** Gives the floor to a speaker of the running item. `from` is the turn then running, or null. */
export const startTalk = z.strictObject({
  type: z.literal('startTalk'),
  speaker: id,
  from: z.int().nullable(),
});
export const endTurn = z.strictObject({ type: z.literal('endTurn'), turn: z.int() });
export const pauseTurn = z.strictObject({ type: z.literal('pauseTurn'), turn: z.int() });
export const resumeTurn = z.strictObject({ type: z.literal('resumeTurn'), turn: z.int() });
/** Adds to the limit, or takes from it when `by` (ms) is negative; at most 30 minutes at once. */
export const extendTurn = z.strictObject({
  type: z.literal('extendTurn'),
  turn: z.int(),
  by: durationSchema.refine((ms) => ms !== 0 && Math.abs(ms) <= 1_800_000, 'out_of_range'),
});

/** "I forgot to press start": the turn has begun `by` (ms) earlier; no more than five minutes in all. */
export const SET_BACK_MAX = 300_000;
export const setBackTurn = z.strictObject({
  type: z.literal('setBackTurn'),
  turn: z.int(),
  by: durationSchema.refine((ms) => ms > 0 && ms <= SET_BACK_MAX, 'out_of_range'),
});

/** Adds a representative of the citizens to the roster, or replaces the one with this id. */
export const putRepresentative = z.strictObject({
  type: z.literal('putRepresentative'),
  representative: z
    .strictObject({
      id,
      name: words(NAME_LIMIT),
      chosenBy: z.enum(SELECTIONS),
      of: z.union([z.literal(''), words(NAME_LIMIT)]),
    })
    // A lot is drawn among everyone.
    .transform((chosen) => ({ ...chosen, of: chosen.chosenBy === 'lot' ? '' : chosen.of })),
});
export const removeRepresentative = z.strictObject({
  type: z.literal('removeRepresentative'),
  representative: id,
});
const quota = durationSchema.refine((ms) => ms >= 30_000 && ms <= 1_800_000, 'out_of_range');
/**
 * Puts a representative and an official face to face, each with a quota; the representative begins. An
 * exchange still running ends with its outcome to come. `from` is the turn then running, or null.
 */
export const startExchange = z.strictObject({
  type: z.literal('startExchange'),
  representative: id,
  official: id,
  quota,
  from: z.int().nullable(),
});
/** Gives the floor to one side: its clock goes on where it stood, the other's stands still. */
export const passFloor = z.strictObject({
  type: z.literal('passFloor'),
  turn: z.int(),
  to: z.enum(SIDES),
});
const outcomeInput = z
  .strictObject({
    kind: z.enum(OUTCOMES),
    summary: words(WORDS_LIMIT),
    commitment: commitmentInput.nullable(),
  })
  .refine(({ kind, commitment }) => (kind === 'answered') === (commitment === null), {
    path: ['commitment'],
    error: 'not_with_outcome',
  });
export type OutcomeInput = z.input<typeof outcomeInput>;
/** Ends the exchange on the floor; an outcome of null is to come, and a desk records it later. */
export const endExchange = z.strictObject({
  type: z.literal('endExchange'),
  turn: z.int(),
  outcome: outcomeInput.nullable(),
});
export const recordOutcome = z.strictObject({
  type: z.literal('recordOutcome'),
  exchange: id,
  outcome: outcomeInput,
  /** Of an outcome that was recorded before. */
  why: correctionReason,
  /** The revision of the outcome that this one replaces; refused as `floor.moved` if there is another by now. */
  from: z.int(),
});

/** The roster, in the order in which it was made. */
export const rosterView = z.strictObject({
  representatives: z.array(representative.extend({ exchanges: z.int() })),
});
export type RosterView = z.infer<typeof rosterView>;

const outcomeView = z.strictObject({
  kind: z.enum(OUTCOMES),
  summary: z.string(),
  commitment: commitmentView.nullable(),
});
const earlierOutcome = outcomeView.extend(writtenView.shape);

/** An exchange as desks see it; `outcome` is null while it runs or is to come. */
export const exchangeView = z.strictObject({
  number: z.int(),
  representative: z.string(),
  official: speakerOnFloor.nullable(),
  startedAt: instantSchema,
  endedAt: instantSchema.nullable(),
  outcome: outcomeView.nullable(),
  /** When the outcome was recorded, and why it was put right then. */
  written: writtenView.nullable(),
  /** What stood there before, oldest first. */
  earlier: z.array(earlierOutcome),
  /** Number of the entry that last recorded the outcome; 0 before. */
  revision: z.int(),
});
export type ExchangeView = z.infer<typeof exchangeView>;

export const floorCommands = [
  startTalk,
  endTurn,
  pauseTurn,
  resumeTurn,
  extendTurn,
  setBackTurn,
  putRepresentative,
  removeRepresentative,
  startExchange,
  passFloor,
  endExchange,
  recordOutcome,
  ...interjectionCommands,
] as const;
