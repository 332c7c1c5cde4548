import type { MicNumber, MicNumbersView, MicQueueView } from '@wenzheng/shared/forum/microphone';
import { documentView, type Sight } from '../../../engine/views';
import type { ForumState } from '../../../engine/state';
import { calledRow } from './called';
import { inFairOrder, openNumbers } from './fair-order';
import type { MicRow } from './state';

const SHOWN = 3;

function queue(state: ForumState): { called: MicRow | null; waiting: MicRow[]; absent: MicRow[] } {
  const open = openNumbers(state);
  return {
    called: calledRow(state),
    waiting: inFairOrder(
      state,
      open.filter((row) => row.state === 'waiting'),
    ),
    absent: open.filter((row) => row.state === 'absent'),
  };
}

export const micQueueDocument = documentView({
  reads: ['micNumbers', 'micOpen', 'heard'],
  build: ({ state }): MicQueueView => {
    const { called, waiting } = queue(state);
    return {
      called: called?.number ?? null,
      next: waiting.slice(0, SHOWN).map(({ number }) => number),
      waiting: waiting.length,
    };
  },
});

const numberView = ({ state, words }: Sight, row: MicRow): MicNumber => ({
  number: row.number,
  name: row.name && words(row.name),
  area: row.area,
  department: row.department,
  again: row.again,
  state: row.state,
  question: state.questions.get(row.question ?? '')?.number ?? null,
});

export const micNumbersDocument = documentView({
  reads: ['micNumbers', 'micOpen', 'heard'],
  build: (sight): MicNumbersView => {
    const { called, waiting, absent } = queue(sight.state);
    const rows = [...(called ? [called] : []), ...waiting, ...absent];
    return { numbers: rows.map((row) => numberView(sight, row)) };
  },
});
