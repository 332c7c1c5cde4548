/** The paper box: slips printed, handed out, dropped into boxes, entered at a desk, and every one accounted for. */
import { z } from 'zod';
import { QUESTION_STATES } from './questions';
import { BATCH_LETTERS, MOST_IN_BATCH, parseSerial, serialOf } from './slip-serial';
import { id, instantSchema, NAME_LIMIT, words, WORDS_LIMIT } from './words';

export const SLIP_STATES = ['printed', 'issued', 'returned', 'entered', 'void', 'missing'] as const;
export type SlipState = (typeof SLIP_STATES)[number];

/** Why a slip is not entered. */
export const VOID_REASONS = ['blank', 'spoiled', 'unreadable', 'taken_back'] as const;
export type VoidReason = (typeof VOID_REASONS)[number];

/** Nobody could read it; or its writer was asked, too. */
export const ILLEGIBLE_STEPS = ['marked', 'asked'] as const;
export type IllegibleStep = (typeof ILLEGIBLE_STEPS)[number];

export const WITHDRAWAL_REASONS = ['wrong_serial', 'wrong_words', 'entered_twice'] as const;
export type WithdrawalReason = (typeof WITHDRAWAL_REASONS)[number];

/** Which entries a second person compares with the paper: none, one in five by lot, all. */
export const CHECK_MODES = ['none', 'sample', 'all'] as const;
export type CheckMode = (typeof CHECK_MODES)[number];

export const MOST_PRINTED_AT_ONCE = 500;
export const MOST_BOXES = 200;
export const SEAL_LIMIT = 24;
export const OPENED_BY_LIMIT = 40;
export const WHY_LIMIT = 200;
/** Bytes of a photo; screens make it so small before they send it. */
export const LARGEST_PHOTO = 1_024 * 1_024;

const count = z.int().min(0).max(MOST_IN_BATCH);
const batch = z
  .string()
  .transform((text) => text.trim().toUpperCase())
  .refine((text) => new RegExp(`^[A-Z]{1,${BATCH_LETTERS}}$`).test(text), 'not_a_batch');
const serial = z
  .string()
  .max(200, 'not_a_serial')
  .transform((text) => {
    const slip = parseSerial(text);
    return slip ? serialOf(slip) : '';
  })
  .refine((text) => text !== '', 'not_a_serial');
const slipNumber = z.int().min(1).max(MOST_IN_BATCH);

/** A run of numbers of a batch, both ends included. */
const run = z.strictObject({ first: z.int(), last: z.int() });
export type SerialRun = z.infer<typeof run>;

/** What keeps the sums from adding up. All 0: every slip is accounted for. */
const difference = {
  /** Handed out, and neither returned nor declared missing. */
  out: z.int(),
  /** More came back than was ever handed out. */
  excess: z.int(),
  missing: z.int(),
  /** Counted on opening a box, and not yet entered or void. */
  toEnter: z.int(),
  /** More were entered or void from a box than were counted in it. */
  surplus: z.int(),
};
export const slipDifference = z.strictObject(difference);
export type SlipDifference = z.infer<typeof slipDifference>;

/**
 * How slips stand. printed = unissued + issued; issued + excess = returned + missing + out;
 * returned + surplus = entered + void + toEnter.
 */
const sums = {
  printed: z.int(),
  unissued: z.int(),
  issued: z.int(),
  returned: z.int(),
  entered: z.int(),
  void: z.int(),
  ...difference,
};
export const slipSums = z.strictObject(sums);
export type SlipSums = z.infer<typeof slipSums>;

/** The whole paper box at a glance. */
export const slipsView = z.strictObject({
  check: z.enum(CHECK_MODES),
  total: slipSums,
  batches: z.array(
    z.strictObject({
      batch: z.string(),
      ...sums,
      /** They came after the box was closed. */
      late: z.int(),
      illegible: z.int(),
      /** Printed together, oldest first. */
      printings: z.array(run.extend({ at: instantSchema })),
      /** Numbers not handed out, of which nothing has come back, and declared missing; the first runs of each. */
      unissuedNumbers: z.array(run),
      outNumbers: z.array(run),
      missingNumbers: z.array(run),
    }),
  ),
  boxes: z.array(
    z.strictObject({
      id,
      number: z.int(),
      seal: z.string(),
      sealedAt: instantSchema,
      openedAt: instantSchema.nullable(),
      openedBy: z.string().nullable(),
      counts: z.array(z.strictObject({ batch: z.string(), count: z.int() })),
      /** Of those counted: entered or void. */
      settled: z.int(),
    }),
  ),
  toCheck: z.int(),
  /** What the host has said about the difference, and whether it is still the same. */
  named: z
    .strictObject({ difference: slipDifference, why: z.string(), holds: z.boolean() })
    .nullable(),
});
export type SlipsView = z.infer<typeof slipsView>;

/** One question read off a slip. */
export const slipEntry = z.strictObject({
  /** Id of the question. */
  question: id,
  number: z.int(),
  text: z.string(),
  name: z.string().nullable(),
  state: z.enum(QUESTION_STATES),
  /** Whose session entered it. */
  by: z.string(),
  toCheck: z.boolean(),
  /** Revision of the words. */
  revision: z.int(),
});
export type SlipEntry = z.infer<typeof slipEntry>;

/** A slip that somebody has to look at: an entry to compare, or a slip that could not be read. */
export const deskSlip = z.strictObject({
  serial: z.string(),
  state: z.enum(SLIP_STATES),
  illegible: z.enum(ILLEGIBLE_STEPS).nullable(),
  late: z.boolean(),
  box: id.nullable(),
  /** Number of its photo, another one for another; null if there is none. */
  photo: z.int().nullable(),
  entries: z.array(slipEntry),
});
export type DeskSlip = z.infer<typeof deskSlip>;

/** All that staff may know of one slip, on asking for it by its serial number. */
export const slipStory = deskSlip.extend({
  voided: z.enum(VOID_REASONS).nullable(),
  /** The code on its stub. */
  tracking: z.string(),
  entries: z.array(slipEntry.extend({ tracking: z.string() })),
});
export type SlipStory = z.infer<typeof slipStory>;

const counts = z
  .array(z.strictObject({ batch, count }))
  .max(50)
  .refine((all) => new Set(all.map((each) => each.batch)).size === all.length, 'twice');
/** Where a slip comes from: an opened box, or somebody's hand; late if its box was closed by then. */
const origin = { serial, box: id.nullable(), late: z.boolean() };
const range = { batch, first: slipNumber, last: slipNumber };

/** Prints further slips of a batch, which begins with the first of them. */
export const printSlips = z.strictObject({
  type: z.literal('printSlips'),
  batch,
  count: z.int().min(1, 'out_of_range').max(MOST_PRINTED_AT_ONCE, 'out_of_range'),
});
/** Sets which slips are in people's hands; `on: false` takes back what was not given away. */
export const issueSlips = z.strictObject({
  type: z.literal('issueSlips'),
  ...range,
  on: z.boolean(),
});
export const sealBox = z.strictObject({
  type: z.literal('sealBox'),
  seal: z
    .string()
    .transform((text) => text.trim().toUpperCase())
    .refine((text) => text.length <= SEAL_LIMIT && /^[A-Z0-9-]+$/.test(text), 'not_a_seal'),
});
/** The seal is broken before witnesses, and the slips are counted by hand. */
export const openBox = z.strictObject({
  type: z.literal('openBox'),
  box: id,
  by: words(OPENED_BY_LIMIT),
  counts,
});
/** The hand count once more, in place of the first. */
export const countBox = z.strictObject({ type: z.literal('countBox'), box: id, counts });
/** A question read off a slip. The first has the code of the stub, a further one a code of its own. */
export const enterSlip = z.strictObject({
  type: z.literal('enterSlip'),
  ...origin,
  text: words(WORDS_LIMIT),
  name: words(NAME_LIMIT).nullable(),
  further: z.boolean(),
});
export const voidSlip = z.strictObject({
  type: z.literal('voidSlip'),
  ...origin,
  reason: z.enum(VOID_REASONS),
});
export const markIllegible = z.strictObject({
  type: z.literal('markIllegible'),
  ...origin,
  step: z.enum(ILLEGIBLE_STEPS),
});
/** Sets the photo of a slip. It comes with the photo, over HTTP; sent without one it is refused. */
export const putSlipPhoto = z.strictObject({ type: z.literal('putSlipPhoto'), serial });
/** Takes the photo of a slip off it; it is erased once that cannot be undone any more. */
export const removeSlipPhoto = z.strictObject({ type: z.literal('removeSlipPhoto'), serial });
/** Somebody else than who entered it has compared it with the paper. */
export const checkEntry = z.strictObject({
  type: z.literal('checkEntry'),
  serial,
  question: id,
  /** The revision that was compared; refused as `questions.moved` if there is another by now. */
  from: z.int(),
});
/** Other words in place of those entered, which are kept. */
export const correctEntry = z.strictObject({
  type: z.literal('correctEntry'),
  serial,
  question: id,
  text: words(WORDS_LIMIT),
  from: z.int(),
});
/** Takes an entry back: the slip is to be entered anew, or void. */
export const withdrawEntry = z.strictObject({
  type: z.literal('withdrawEntry'),
  serial,
  question: id,
  reason: z.enum(WITHDRAWAL_REASONS),
});
export const setSlipCheck = z.strictObject({
  type: z.literal('setSlipCheck'),
  check: z.enum(CHECK_MODES),
});
/** Sets which slips nobody expects back; `on: false` expects them again. */
export const declareMissing = z.strictObject({
  type: z.literal('declareMissing'),
  ...range,
  on: z.boolean(),
});
/** Says why not every slip is accounted for; refused as `slips.moved` unless the figures still stand. */
export const nameDifference = z.strictObject({
  type: z.literal('nameDifference'),
  difference: slipDifference,
  why: words(WHY_LIMIT),
});

export const slipCommands = [
  printSlips,
  issueSlips,
  sealBox,
  openBox,
  countBox,
  enterSlip,
  voidSlip,
  markIllegible,
  putSlipPhoto,
  removeSlipPhoto,
  checkEntry,
  correctEntry,
  withdrawEntry,
  setSlipCheck,
  declareMissing,
  nameDifference,
] as const;
