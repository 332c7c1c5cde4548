/** Questions of citizens, from asking to a stated end. */
import { z } from 'zod';
import { zoneSchema } from './access';
import { DEFLECTION_REASONS } from './choices';
import {
  commitmentInput,
  commitmentView,
  correctionReason,
  dateSchema,
  id,
  instantSchema,
  NAME_LIMIT,
  words,
  WORDS_LIMIT,
  writtenView,
} from './words';

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
const deflection = z.strictObject({
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
const revision = z.int();

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

const questionText = words(WORDS_LIMIT);
/** One of the forum's areas; null if the asker does not say. */
const area = z.string().max(160).nullable().default(null);
/** One of the forum's topics; null for none of them, or if nobody says. */
const topic = z.string().max(160).nullable().default(null);
const name = words(NAME_LIMIT).nullable();
export const SERIAL_LIMIT = 16;
export const DECLINE_NOTE_LIMIT = 120;

const serial = z
  .string()
  .transform((text) => text.trim().toUpperCase())
  .refine((text) => text.length <= SERIAL_LIMIT && /^[A-Z0-9-]+$/.test(text), 'not_a_serial');

export const askQuestion = z.strictObject({
  type: z.literal('askQuestion'),
  text: questionText,
  /** Name or nickname; null to stay anonymous. */
  name,
  department: id.nullable(),
  area,
  topic,
});
/** A volunteer's entry of a slip (with its serial number) or of a question at the microphone. */
export const logQuestion = z.strictObject({
  type: z.literal('logQuestion'),
  source: z.enum(['paper', 'mic']),
  serial: serial.nullable(),
  text: questionText,
  name,
  department: id.nullable(),
  area,
  /** Number of the person at the microphone; null for a slip, or where none was given. */
  mic: z.int().nullable().default(null),
});
/** Sets (never toggles) this device's support. */
export const supportQuestion = z.strictObject({
  type: z.literal('supportQuestion'),
  question: id,
  on: z.boolean(),
});
/** The same at a kiosk, for whoever holds `code`, a ticket's or that of a paper question's stub. */
export const supportByCode = supportQuestion.extend({
  type: z.literal('supportByCode'),
  code: z.string().max(64),
});
/** Takes a question into the queue, or confirms one that joined it before anybody looked at it. */
export const screenQuestion = z.strictObject({
  type: z.literal('screenQuestion'),
  question: id,
  department: id.nullable(),
  topic,
});
export const declineQuestion = z.strictObject({
  type: z.literal('declineQuestion'),
  question: id,
  reason: z.enum(DECLINE_REASONS),
  note: words(DECLINE_NOTE_LIMIT).nullable(),
});
/** Puts other words in place of the asker's, which are kept and stay theirs to read. */
export const editQuestion = z.strictObject({
  type: z.literal('editQuestion'),
  question: id,
  text: questionText,
  /** The revision that was edited; refused as `questions.moved` if there is another by now. */
  from: revision,
});
/** Whether personal data found in a question's words is covered for everyone but desks and who asked. */
export const maskQuestion = z.strictObject({
  type: z.literal('maskQuestion'),
  question: id,
  on: z.boolean(),
});
export const RUDE_WORDS_LIMIT = 400;
export const RUDE_WORD_LIMIT = 20;
/** The words that have a question pointed out to the desk as rude; none is refused for them. */
export const putRudeWords = z.strictObject({
  type: z.literal('putRudeWords'),
  words: z.array(words(RUDE_WORD_LIMIT)).max(RUDE_WORDS_LIMIT),
});
/** One question for two that ask the same: who supports either counts once. The words of both are kept. */
export const mergeQuestion = z.strictObject({
  type: z.literal('mergeQuestion'),
  question: id,
  into: id,
});
/** Takes a question out again of the one it was merged into. */
export const separateQuestion = z.strictObject({
  type: z.literal('separateQuestion'),
  question: id,
});
/** Ends asking and starts the clock of the official who answers; of another one, the answer is handed over. */
export const startAnswer = z.strictObject({
  type: z.literal('startAnswer'),
  question: id,
  official: id,
});
/** Has another official answer together with the one who has the floor, by the same clock; four at most. */
export const joinAnswer = z.strictObject({
  type: z.literal('joinAnswer'),
  question: id,
  official: id,
});
export const ANSWERERS_AT_ONCE = 4;
export const answerQuestion = z.strictObject({
  type: z.literal('answerQuestion'),
  question: id,
  /** Null: notes to come. */
  notes: words(WORDS_LIMIT).nullable(),
});
export const completeNotes = z.strictObject({
  type: z.literal('completeNotes'),
  question: id,
  notes: words(WORDS_LIMIT),
  commitment: commitmentInput.nullable(),
  /** Of an answer that was written down before. */
  why: correctionReason,
  /** The revision that was completed; refused as `questions.moved` if there is another by now. */
  from: revision,
});
export const deflectQuestion = z.strictObject({
  type: z.literal('deflectQuestion'),
  question: id,
  ...deflection.shape,
});
export const amendDeflection = z.strictObject({
  type: z.literal('amendDeflection'),
  question: id,
  ...deflection.shape,
});

export const questionCommands = [
  askQuestion,
  logQuestion,
  supportQuestion,
  supportByCode,
  screenQuestion,
  declineQuestion,
  editQuestion,
  maskQuestion,
  putRudeWords,
  mergeQuestion,
  separateQuestion,
  startAnswer,
  joinAnswer,
  answerQuestion,
  completeNotes,
  deflectQuestion,
  amendDeflection,
] as const;
