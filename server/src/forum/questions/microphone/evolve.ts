import type { Evolves } from '../../../engine/rooms';
import type { ForumState } from '../../../engine/state';
import { groupOf } from '../merging/groups';
import { calledRow } from './called';
import { areaKey, topicKey } from './fair-order';
import type { MicRow } from './state';

function change(state: ForumState, number: number, fields: Partial<MicRow>): void {
  const row = state.micNumbers.get(String(number));
  if (!row) return;
  state.micNumbers.put(String(number), { ...row, ...fields });
  const isOpen = (fields.state ?? row.state) !== 'done' && fields.state !== 'withdrawn';
  if (!isOpen && state.micOpen.get(String(number))) state.micOpen.remove(String(number));
}

function hear(state: ForumState, key: string): void {
  state.heard.put(key, (state.heard.get(key) ?? 0) + 1);
}

/** Number on which `question` was logged; null for most. */
const numberOf = (state: ForumState, question: string): number | null =>
  state.questions.get(question)?.mic ?? null;

/** Whoever asked `question`, or one that was merged into it, has had their turn. */
function settleAll(state: ForumState, question: string): void {
  for (const id of groupOf(state, question)) {
    const number = numberOf(state, id);
    if (number !== null) change(state, number, { state: 'done' });
  }
}

/** Runs after the questions have taken in the same entry. */
export const evolveMicrophone: Evolves = {
  micNumberGiven: (state, { data }) => {
    const key = String(data.number);
    state.micNumbers.put(key, { ...data, state: 'waiting', question: null });
    state.micOpen.put(key, true);
  },
  micNumberCalled: (state, { data }) => {
    const before = calledRow(state);
    if (before) change(state, before.number, { state: 'waiting' });
    change(state, data.number, { state: 'called' });
  },
  micNumberSettled: (state, { data }) => change(state, data.number, { state: data.as }),
  micNumberWithdrawn: (state, { data }) => change(state, data.number, { state: 'withdrawn' }),
  questionAsked: (state, { data }) => {
    if (typeof data.mic === 'number') change(state, data.mic, { question: data.question });
  },
  // Logged by mistake: the number is free for another.
  questionWithdrawn: (state, { data }) => {
    const number = numberOf(state, data.question);
    if (number !== null) change(state, number, { question: null });
  },
  questionDeclined: (state, { data }) => settleAll(state, data.question),
  questionPicked: (state, { data }) => {
    const row = state.questions.get(data.question);
    if (!row) return;
    hear(state, areaKey(row.area));
    hear(state, topicKey(row.department));
    settleAll(state, data.question);
  },
};
