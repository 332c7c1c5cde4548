/** Questions of citizens, from asking to a stated end. */
import { z } from 'zod';
import { zoneSchema } from './access';
import { DEFLECTION_REASONS } from './choices';
import { commitmentView, dateSchema, id, instantSchema, writtenView } from './words';

export const SOURCES = ['phone', 'kiosk', 'paper', 'mic', 'online', 'pre_survey'] as const;
export type Source = (typeof SOURCES)[number];

export const QUESTION_STATES = [
  'submitted',
  'screened',
  'queued',
  'on_floor',
  'answered',
  'deflected',
  'merged',
  'withdrawn',
  'deferred',
  'declined',
] as const;
export type QuestionState = (typeof QUESTION_STATES)[number];

export { DEFLECTION_REASONS, type DeflectionReason } from './choices';

export const DECLINE_REASONS = [
  'duplicate',
  'unreadable',
  'no_question',
  'abusive',
  'personal_data',
] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number];

const source = z.enum(SOURCES);
const state = z.enum(QUESTION_STATES);
export const deflection = z.strictObject({
  reason: z.enum(DEFLECTION_REASONS),
  /** Id of the department that will follow up. */
  department: id,
  due: dateSchema,
});
export type Deflection = z.infer<typeof deflection>;

/** A question as everyone may see it. */
const publicQuestion = {
  number: z.int(),
  text: z.string(),
  source,
  name: z.string().nullable(),
  department: id.nullable(),
  state,
};
export const listedQuestion = z.strictObject({
  ...publicQuestion,
  /** Ids of those merged into it that everyone could see before: support for one of them is support for it. */
  with: z.array(id),
});
export type ListedQuestion = z.infer<typeof listedQuestion>;

/** Who has answered, in the order in which they had the floor: ids of speakers. */
const answerers = z.array(id);

/** The question that the hall is dealing with. */
export const currentQuestion = z.strictObject({
  id,
  ...publicQuestion,
  answerers,
  deflection: deflection.nullable(),
  /** Shown on the deflection card only. */
  tracking: z.string().nullable(),
});
export type CurrentQuestion = z.infer<typeof currentQuestion>;

/** Number of the entry that last put down words of it; whoever replaces them names it as `from`. */
export const revision = z.int();

/** A question that was merged into the one it is shown with. */
const includedQuestion = z.strictObject({ id, number: z.int(), text: z.string() });
export type IncludedQuestion = z.infer<typeof includedQuestion>;

/** A question as the host sees it in the queue. */
export const queuedQuestion = z.strictObject({
  ...publicQuestion,
  serial: z.string().nullable(),
  /** Where the kiosk stands that it came by. */
  zone: zoneSchema.nullable(),
  /** Where the asker lives, as they said; null if they did not. */
  area: z.string().nullable(),
  /** One of the forum's topics, as a desk or else the asker has said; null if nobody did. */
  topic: z.string().nullable(),
  /** Number of the person at the microphone, and whether they have been called. */
  mic: z.int().nullable(),
  called: z.boolean(),
  queuedAt: instantSchema,
  included: z.array(includedQuestion),
  revision,
});
export type QueuedQuestion = z.infer<typeof queuedQuestion>;

/** A question as the desk sees it, before or after the floor. */
export const deskQuestion = z.strictObject({
  ...publicQuestion,
  serial: z.string().nullable(),
  zone: zoneSchema.nullable(),
  askedAt: instantSchema,
  /** Department that the words point to; the desk decides. */
  suggestedDepartment: id.nullable(),
  notesToCome: z.boolean(),
  /** It joined the queue before anybody looked at it. */
  reviewToCome: z.boolean(),
  /** The asker's own words, if the desk has edited them. */
  original: z.string().nullable(),
  /** The words as everyone else may read them: personal data is covered, unless a desk has said otherwise. */
  shown: z.string(),
  unmasked: z.boolean(),
  included: z.array(includedQuestion),
  revision,
});
export type DeskQuestion = z.infer<typeof deskQuestion>;

/** A question that volunteers logged. */
export const loggedQuestion = z.strictObject({
  number: z.int(),
  text: z.string(),
  source,
  serial: z.string().nullable(),
  name: z.string().nullable(),
  state,
  tracking: z.string(),
  loggedAt: instantSchema,
});
export type LoggedQuestion = z.infer<typeof loggedQuestion>;

/** What stands on the host's deflect button. */
export const deflectionSuggestion = deflection.extend({ question: id });
export type DeflectionSuggestion = z.infer<typeof deflectionSuggestion>;

/** What stood in an answer's place before it was put right. */
const earlierAnswer = z.strictObject({
  notes: z.string(),
  commitment: commitmentView.nullable(),
  ...writtenView.shape,
});
export type EarlierAnswer = z.infer<typeof earlierAnswer>;

/** An answer that somebody has written down, for the desk. */
export const writtenAnswer = z.strictObject({
  number: z.int(),
  text: z.string(),
  department: id.nullable(),
  answerers,
  notes: z.string(),
  commitment: commitmentView.nullable(),
  written: writtenView,
  /** Oldest first. */
  earlier: z.array(earlierAnswer),
  revision,
});
export type WrittenAnswer = z.infer<typeof writtenAnswer>;

/** The question that another was merged into; its words are told once everyone may read them. */
const mergedView = z.strictObject({ number: z.int(), state, text: z.string().nullable() });
export type MergedView = z.infer<typeof mergedView>;

/** Status of a question for anyone who has its tracking code. What became of a merged one is what became of `merged`. */
export const trackedQuestion = z.strictObject({
  number: z.int(),
  tracking: z.string(),
  source,
  state,
  merged: mergedView.nullable(),
  /** Every state it has been in, oldest first. */
  history: z.array(z.strictObject({ state, at: instantSchema })),
  declined: z.enum(DECLINE_REASONS).nullable(),
  declineNote: z.string().nullable(),
  deflection: deflection.nullable(),
  department: id.nullable(),
  answerers,
  /** What was answered, once a desk has written it down. */
  notes: z.string().nullable(),
  commitment: commitmentView.nullable(),
  /** When the answer was put right last, and why; null if it stands as it was first written. */
  corrected: writtenView.nullable(),
  /** What stood there before, oldest first: the last ten. */
  earlier: z.array(earlierAnswer),
});
export type TrackedQuestion = z.infer<typeof trackedQuestion>;

/** The same for its asker: the words as shown, and their own if the desk has edited them. */
export const myQuestion = trackedQuestion.extend({
  id,
  text: z.string(),
  original: z.string().nullable(),
});
export type MyQuestion = z.infer<typeof myQuestion>;
