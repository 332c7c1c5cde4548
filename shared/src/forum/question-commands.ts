/** What people ask the hub to do with questions, from asking to correcting what was answered. */
import { z } from 'zod';
import { DECLINE_REASONS, deflection, revision } from './questions';
import { commitmentInput, correctionReason, id, NAME_LIMIT, words, WORDS_LIMIT } from './words';

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
