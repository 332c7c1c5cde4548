/** Polls: what is asked of everyone at once, how a ballot looks, and what came out. */
import { z } from 'zod';
import { POLL_KINDS, POLL_VOTERS } from './choices';
import { BALLOT_TEXT_LIMIT, hasOptions } from './poll-form';
import { id, instantSchema, words } from './words';

export { POLL_KINDS, POLL_VOTERS, type PollKind, type PollVoters } from './choices';

export const POLL_TEXT_LIMIT = 80;
export const OPTION_LIMIT = 40;
export const OPTIONS_LIMIT = 20;
export const STEPS = { least: 3, most: 10 } as const;
export const SCALE_END_LIMIT = 12;
export const POLLS_LIMIT = 60;
/** Of hall or online nothing is told apart while fewer people than this have voted there. */
export const BREAKDOWN_FROM = 5;
/** Words of a cloud, and written answers, that screens show. */
export const CLOUD_SHOWN = 40;
export const TEXTS_SHOWN = 40;

const scaleEnd = z.union([z.literal(''), words(SCALE_END_LIMIT)]);
const draft = {
  kind: z.enum(POLL_KINDS),
  text: words(POLL_TEXT_LIMIT),
  /** Of `single`, `multiple` and `ranking`; else none. */
  options: z.array(words(OPTION_LIMIT)).max(OPTIONS_LIMIT, 'too_many'),
  /** Of `multiple`: how many may be chosen; null: as many as there are. */
  most: z.int().min(1).max(OPTIONS_LIMIT).nullable(),
  /** Of `scale`: from 1 to this; else null. */
  steps: z.int().min(STEPS.least).max(STEPS.most).nullable(),
  /** What the ends of a scale mean; may be empty. */
  low: scaleEnd,
  high: scaleEnd,
  who: z.enum(POLL_VOTERS),
  /** Results are shown while people still vote. */
  live: z.boolean(),
};

/** A poll as its organisers write it. Errors beside those of words: `too_few`, `too_many`, `twice`, `wrong_kind`. */
export const pollInput = z.strictObject({ id, ...draft }).superRefine((poll, { addIssue }) => {
  const say = (path: string, message: string): void =>
    addIssue({ code: 'custom', message, path: [path] });
  const { kind, options, most, steps } = poll;
  if (hasOptions(kind) && options.length < 2) say('options', 'too_few');
  if (!hasOptions(kind) && options.length > 0) say('options', 'wrong_kind');
  if (new Set(options).size < options.length) say('options', 'twice');
  if ((kind === 'scale') !== (steps !== null)) say('steps', 'wrong_kind');
  if (most !== null && (kind !== 'multiple' || most > options.length)) say('most', 'too_many');
});
/** A poll as its organisers wrote it. */
export type PollDraft = z.output<typeof pollInput>;

export const POLL_STATES = ['prepared', 'open', 'closed'] as const;
export type PollState = (typeof POLL_STATES)[number];

const poll = {
  id,
  ...draft,
  text: z.string(),
  options: z.array(z.string()),
  low: z.string(),
  high: z.string(),
  /** 1; of a poll that is held again 2 and so on. */
  round: z.int(),
  state: z.enum(POLL_STATES),
  /** Everyone sees what came out, or is coming out. */
  shown: z.boolean(),
  openedAt: instantSchema.nullable(),
};

/** The poll that is open, or was shown last. */
export const pollView = z.strictObject(poll);
export type PollView = z.infer<typeof pollView>;

/** All polls for who leads the forum: as they were prepared, the ones held last at the end. */
export const pollsView = z.strictObject({
  polls: z.array(z.strictObject({ ...poll, closedAt: instantSchema.nullable() })),
});
export type PollsView = z.infer<typeof pollsView>;
export type ListedPoll = PollsView['polls'][number];

/** What came out among some people. */
export const pollPart = z.strictObject({
  /** People whose ballot counts. */
  voters: z.int(),
  /** For each place how many named it; of a ranking how many put it first. */
  counts: z.array(z.int()),
  /**
   * Of a ranking, for each option the sum of its points: of n options the first of a ballot has n, the next n - 1 and
   * so on, one that is not on it none (J.-C. de Borda, 1781). Else empty.
   */
  points: z.array(z.int()),
});
export type PollPart = z.infer<typeof pollPart>;

/** Of a cloud: a word and how many wrote it. */
export const cloudWord = z.strictObject({
  text: z.string(),
  count: z.int(),
  /** False: kept from everyone but desks. */
  shown: z.boolean(),
});
export type CloudWord = z.infer<typeof cloudWord>;

/** What came out of one poll so far. */
export const pollResult = z.strictObject({
  poll: id,
  voters: z.int(),
  /** Of how many who could have; null if that is not known. See docs/voting.md. */
  of: z.int().nullable(),
  /** Null while it is not told. */
  total: pollPart.nullable(),
  /** The same apart; null while too few have voted there. */
  hall: pollPart.nullable(),
  online: pollPart.nullable(),
  /** Of a cloud, the most frequent first; else empty. */
  words: z.array(cloudWord),
  /** Of a poll with written answers, those that a desk has let through, the newest first. */
  texts: z.array(z.strictObject({ id, text: z.string() })),
});
export type PollResult = z.infer<typeof pollResult>;

export const POLL_TEXT_STATES = ['submitted', 'approved', 'declined'] as const;
export type PollTextState = (typeof POLL_TEXT_STATES)[number];

/** A written answer as the desk sees it; whose it is nobody sees. */
export const deskPollText = z.strictObject({
  poll: id,
  text: z.string(),
  state: z.enum(POLL_TEXT_STATES),
  /** Id of the department that answers for it after the forum; null until it is assigned. */
  department: id.nullable(),
});
export type DeskPollText = z.infer<typeof deskPollText>;

/** A ballot on the wire. */
export const ballotInput = z.union([
  z.strictObject({
    choices: z
      .array(
        z
          .int()
          .min(0)
          .max(OPTIONS_LIMIT - 1),
      )
      .min(1)
      .max(OPTIONS_LIMIT),
  }),
  z.strictObject({ text: words(BALLOT_TEXT_LIMIT) }),
]);

/** Adds a poll to those prepared, or replaces it; one that was opened stays as it is. */
export const putPoll = z.strictObject({ type: z.literal('putPoll'), poll: pollInput });
/** Only of those that were never opened. */
export const removePoll = z.strictObject({ type: z.literal('removePoll'), poll: id });
/** Opens a poll that was prepared. One poll is open at a time. */
export const openPoll = z.strictObject({ type: z.literal('openPoll'), poll: id });
/** Opens a poll that is made on the spot. */
export const askPoll = z.strictObject({ type: z.literal('askPoll'), poll: pollInput });
/** Has a poll held once more, as a poll of its own with the id `as`; opens it. */
export const repeatPoll = z.strictObject({ type: z.literal('repeatPoll'), poll: id, as: id });
export const closePoll = z.strictObject({ type: z.literal('closePoll'), poll: id });
/** Shows everyone what came out, or hides it again. To show it brings the poll to the big screen. */
export const setPollShown = z.strictObject({
  type: z.literal('setPollShown'),
  poll: id,
  shown: z.boolean(),
});
/** Sets (never toggles) this device's ballot, until the poll is closed; null takes it back. */
export const castBallot = z.strictObject({
  type: z.literal('castBallot'),
  poll: id,
  ballot: ballotInput.nullable(),
});
/** At a kiosk: the ballot of whoever holds the ticket or stub with this code. */
export const castBallotByCode = z.strictObject({
  type: z.literal('castBallotByCode'),
  poll: id,
  ballot: ballotInput,
  code: z.string().max(64),
});
/** Lets a written answer through to everyone, or takes it back. */
export const judgePollText = z.strictObject({
  type: z.literal('judgePollText'),
  text: id,
  shown: z.boolean(),
});
/** Says which department answers for a written answer that everyone sees; null: none yet. */
export const assignPollText = z.strictObject({
  type: z.literal('assignPollText'),
  text: id,
  department: id.nullable(),
});
/** Keeps a word of a cloud from everyone, or shows one that was held back for what it says. */
export const setCloudWord = z.strictObject({
  type: z.literal('setCloudWord'),
  poll: id,
  word: words(BALLOT_TEXT_LIMIT),
  shown: z.boolean(),
});

export const pollCommands = [
  putPoll,
  removePoll,
  openPoll,
  askPoll,
  repeatPoll,
  closePoll,
  setPollShown,
  castBallot,
  castBallotByCode,
  judgePollText,
  assignPollText,
  setCloudWord,
] as const;
