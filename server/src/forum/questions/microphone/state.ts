import type { MicState } from '@wenzheng/shared/forum/microphone';
import { Table } from '../../../engine/store';
import type { WordRef } from '../../../journal/entry';

/** A number that was given to a person at the microphone. */
export interface MicRow {
  readonly number: number;
  readonly name: WordRef | null;
  readonly area: string | null;
  readonly department: string | null;
  /** They had spoken that day already. */
  readonly again: boolean;
  readonly state: MicState;
  /** What was logged on it. */
  readonly question: string | null;
}

export interface MicrophoneEntries {
  micNumberGiven: Pick<MicRow, 'number' | 'name' | 'area' | 'department' | 'again'>;
  micNumberCalled: { number: number };
  micNumberSettled: { number: number; as: 'done' | 'absent' | 'waiting' };
  micNumberWithdrawn: { number: number };
}

export const microphoneTables = () => ({
  micNumbers: new Table<MicRow>('micNumbers'),
  /** Numbers that may still be called; a row of its own for each, so that nobody's undo is in another's way. */
  micOpen: new Table<true>('micOpen'),
  /** Area or department → how many questions from there, or to them, came to the floor. */
  heard: new Table<number>('heard'),
});
