/** The queue at the microphone, part of the questions. */
import type { NewEntry } from '../../../engine/entries';

export { calledRow } from './called';
export { openNumbers } from './fair-order';
export { decideMicrophone } from './decide';
export { evolveMicrophone } from './evolve';
export { microphoneTables } from './state';
export type { MicrophoneEntries } from './state';
export { coveredMicNumbersDocument, micNumbersDocument, micQueueDocument } from './view';

/** For undo: a number that should not have been given; it is never given again. */
export const withdrawMicNumber = (number: string): NewEntry => ({
  type: 'micNumberWithdrawn',
  data: { number: Number(number) },
});
