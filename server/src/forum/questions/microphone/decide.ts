import { MIC_LIMIT } from '@wenzheng/shared/forum/microphone';
import { accept, refuse, type Decides, type Decision } from '../../../engine/rooms';
import type { ForumState } from '../../../engine/state';
import { areaKnown, departmentKnown } from '../known';
import { calledRow } from './called';
import type { MicRow } from './state';

type MicrophoneCommand = 'giveMicNumber' | 'callMicNumber' | 'settleMicNumber';

export const decideMicrophone: Decides<MicrophoneCommand> = {
  giveMicNumber: (state, { name, area, department, again }, context) => {
    if (!state.forum.value) return refuse('no_forum');
    if (state.micOpen.size >= MIC_LIMIT) return refuse('questions.too_many_numbers');
    const data = {
      number: state.micNumbers.size + 1,
      name: name === null ? null : context.keep(name),
      ...{ area, department, again },
    };
    return (
      departmentKnown(state, department) ??
      areaKnown(state, area) ??
      accept({ type: 'micNumberGiven', data })
    );
  },

  callMicNumber: (state, { number, from }) => {
    const called = calledRow(state)?.number ?? null;
    if (called !== from && called !== number) return refuse('questions.moved');
    return ofOpen(state, number, (row) =>
      row.state === 'called' ? accept() : accept({ type: 'micNumberCalled', data: { number } }),
    );
  },

  settleMicNumber: (state, { number, as }) =>
    ofOpen(state, number, (row) =>
      row.state === as ? accept() : accept({ type: 'micNumberSettled', data: { number, as } }),
    ),
};

function ofOpen(state: ForumState, number: number, decide: (row: MicRow) => Decision): Decision {
  const row = state.micNumbers.get(String(number));
  if (!row) return refuse('questions.unknown_number');
  return state.micOpen.get(String(number)) ? decide(row) : refuse('questions.wrong_state');
}
