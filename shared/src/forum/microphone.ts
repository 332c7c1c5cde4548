/** The queue at the microphone: people take a number and are called in a fair order. */
import { z } from 'zod';
import { id, NAME_LIMIT, words } from './words';

/** So many numbers may be out at once; a hall does not hold a longer line. */
export const MIC_LIMIT = 200;
const MIC_STATES = ['waiting', 'called', 'absent', 'done', 'withdrawn'] as const;
export type MicState = (typeof MIC_STATES)[number];

/** What the hall is shown: numbers, and nobody's name. */
export const micQueueView = z.strictObject({
  /** Who is asked to come to the microphone. */
  called: z.int().nullable(),
  /** At most three, in the fair order. */
  next: z.array(z.int()),
  waiting: z.int(),
});
export type MicQueueView = z.infer<typeof micQueueView>;

/** What those who guide the queue see: who is called, who waits, in the fair order, and who did not come. */
export const micNumbersView = z.strictObject({
  numbers: z.array(
    z.strictObject({
      number: z.int(),
      name: z.string().nullable(),
      area: z.string().nullable(),
      department: id.nullable(),
      again: z.boolean(),
      state: z.enum(MIC_STATES),
      /** Number of the question that was logged on it. */
      question: z.int().nullable(),
    }),
  ),
});
export type MicNumbersView = z.infer<typeof micNumbersView>;
export type MicNumber = MicNumbersView['numbers'][number];

const number = z.int().min(1);
/** Gives the next number to a person who wants to speak. */
export const giveMicNumber = z.strictObject({
  type: z.literal('giveMicNumber'),
  /** As they wish to be called; null to stay anonymous. */
  name: words(NAME_LIMIT).nullable(),
  area: z.string().max(160).nullable(),
  department: id.nullable(),
  /** They have spoken today already. */
  again: z.boolean(),
});
/** Asks a number to the microphone. One called before that has not spoken waits again. */
export const callMicNumber = z.strictObject({
  type: z.literal('callMicNumber'),
  number,
  /** The number that was called when the button was pressed; refused as `questions.moved` otherwise. */
  from: number.nullable(),
});
/** What became of a number: they have spoken, did not come, or wait again. */
export const settleMicNumber = z.strictObject({
  type: z.literal('settleMicNumber'),
  number,
  as: z.enum(['done', 'absent', 'waiting']),
});

export const microphoneCommands = [giveMicNumber, callMicNumber, settleMicNumber] as const;
