/** Statements of citizens, and who agrees with them. */
import { z } from 'zod';
import { ANSWERS } from './choices';
import { id, instantSchema, words } from './words';
import { STATEMENT_LIMIT } from './people-words';

export { ANSWERS, type Answer } from './choices';
const answer = z.enum(ANSWERS);

export const STATEMENT_STATES = ['submitted', 'approved', 'declined', 'withdrawn'] as const;
export type StatementState = (typeof STATEMENT_STATES)[number];

export const STATEMENT_DECLINE_REASONS = [
  'duplicate',
  'unclear',
  'question',
  'abusive',
  'personal_data',
] as const;
export type StatementDeclineReason = (typeof STATEMENT_DECLINE_REASONS)[number];

/** An approved statement as everyone may see it. */
export const listedStatement = z.strictObject({ number: z.int(), text: z.string() });
export type ListedStatement = z.infer<typeof listedStatement>;

/** A statement as the desk sees it. */
export const deskStatement = z.strictObject({
  number: z.int(),
  text: z.string(),
  state: z.enum(STATEMENT_STATES),
  /** Written by the organisers, not by a citizen. */
  prepared: z.boolean(),
  at: instantSchema,
  /** Id of the department that answers for it after the forum; null until it is assigned. */
  department: id.nullable(),
});
export type DeskStatement = z.infer<typeof deskStatement>;

/** How many gave each answer. */
export const tally = z.strictObject({ agree: z.int(), disagree: z.int(), pass: z.int() });
export type Tally = z.infer<typeof tally>;

/** The most answered statements, for the big screen. */
export const opinionsView = z.strictObject({
  statements: z.array(listedStatement.extend({ id, tally })),
  /** Approved statements, answers given, and devices that gave one. */
  total: z.int(),
  answers: z.int(),
  people: z.int(),
});
export type OpinionsView = z.infer<typeof opinionsView>;

/** A statement for whoever submitted it. */
export const myStatement = z.strictObject({
  id,
  number: z.int(),
  text: z.string(),
  state: z.enum(STATEMENT_STATES),
  declined: z.enum(STATEMENT_DECLINE_REASONS).nullable(),
});
export type MyStatement = z.infer<typeof myStatement>;

const statementText = words(STATEMENT_LIMIT);

/** A citizen's statement; a desk looks at it before others see it. */
export const submitStatement = z.strictObject({
  type: z.literal('submitStatement'),
  text: statementText,
});
/** A statement that the organisers have prepared, or read off a slip; it is approved at once. */
export const addStatement = z.strictObject({
  type: z.literal('addStatement'),
  text: statementText,
});
export const approveStatement = z.strictObject({
  type: z.literal('approveStatement'),
  statement: id,
});
/** Also takes an approved one off the screens; what was answered is kept. */
export const declineStatement = z.strictObject({
  type: z.literal('declineStatement'),
  statement: id,
  reason: z.enum(STATEMENT_DECLINE_REASONS),
});
/** Says which department answers for a statement that everyone sees; null: none yet. */
export const assignStatement = z.strictObject({
  type: z.literal('assignStatement'),
  statement: id,
  department: id.nullable(),
});
/** Sets (never toggles) this device's answer; null takes it back. */
export const answerStatement = z.strictObject({
  type: z.literal('answerStatement'),
  statement: id,
  answer: answer.nullable(),
});

export const opinionCommands = [
  submitStatement,
  addStatement,
  approveStatement,
  declineStatement,
  assignStatement,
  answerStatement,
] as const;
