import type { MicNumber, MicNumbersView, MicQueueView } from '@wenzheng/shared/forum/microphone';
import { documentView, type DocumentView, type Sight } from '../../../engine/views';
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

const nameOf = ({ words }: Sight, { name }: MicRow): string | null => name && words(name);
/** A number beside the name is not told. */
const coveredName = ({ words, masks }: Sight, { name }: MicRow): string | null =>
  name && masks.name(name.id, words(name));

const numberView = ({ state }: Sight, row: MicRow, name: string | null): MicNumber => ({
  number: row.number,
  name,
  area: row.area,
  department: row.department,
  again: row.again,
  state: row.state,
  question: state.questions.get(row.question ?? '')?.number ?? null,
});

const numbersDocument = (name: typeof nameOf): DocumentView<MicNumbersView> =>
  documentView({
    reads: ['micNumbers', 'micOpen', 'heard'],
    build: (sight): MicNumbersView => {
      const { called, waiting, absent } = queue(sight.state);
      const rows = [...(called ? [called] : []), ...waiting, ...absent];
      return { numbers: rows.map((row) => numberView(sight, row, name(sight, row))) };
    },
  });
/** For desks, which read names as they were given. */
export const micNumbersDocument = numbersDocument(nameOf);
/** For volunteers. */
export const coveredMicNumbersDocument = numbersDocument(coveredName);
