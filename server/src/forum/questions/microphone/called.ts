/** Who is asked to the microphone: one number at most, whatever is called, settled, picked or undone. */
import type { ForumState } from '../../../engine/state';
import type { Rows } from '../../../engine/store';
import { openNumbers } from './fair-order';
import type { MicRow } from './state';

/** The number that is called; null for none. */
export const calledRow = (state: Pick<ForumState, 'micNumbers' | 'micOpen'>): MicRow | null =>
  openNumbers(state).find((row) => row.state === 'called') ?? null;

/** Whether the number on which something was logged is called; `mic` is null for most. */
export const isCalled = (micNumbers: Rows<MicRow>, mic: number | null): boolean =>
  mic !== null && micNumbers.get(String(mic))?.state === 'called';
