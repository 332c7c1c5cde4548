import type { SlipState } from '@wenzheng/shared/forum/slips';
import type { Evolves } from '../../engine/rooms';
import type { ForumState } from '../../engine/state';
import {
  NO_QUESTION,
  serialsIn,
  UNTOUCHED,
  type SlipEntries,
  type SlipRow,
  type SlipStanding,
} from './state';

function change(state: ForumState, serial: string, fields: Partial<SlipRow>): void {
  const slip = state.slips.get(serial);
  if (slip) state.slips.put(serial, { ...slip, ...fields });
}

function moveRun(
  state: ForumState,
  { batch, first, last }: SlipEntries['slipsIssued'],
  from: SlipState,
  to: SlipState,
): void {
  for (const serial of serialsIn(batch, first, last))
    if (state.slips.get(serial)?.state === from) change(state, serial, { state: to });
}

const standing = ({ state, box, late, illegible, voided }: SlipRow): SlipStanding => ({
  state,
  box,
  late,
  illegible,
  voided,
});

function changeEntry(
  state: ForumState,
  serial: string,
  question: string,
  toCheck: (by: string) => boolean,
): void {
  const entries = state.slips
    .get(serial)
    ?.entries.map((each) =>
      each.question === question ? { ...each, toCheck: toCheck(each.by) } : each,
    );
  if (entries) change(state, serial, { entries });
}

/** The question is off the slip; with none left the slip is what it was before. */
function dropEntry(state: ForumState, question: string): void {
  const serial = state.questions.get(question)?.serial ?? '';
  const slip = state.slips.get(serial);
  if (!slip) return;
  const entries = slip.entries.filter((each) => each.question !== question);
  if (entries.length === slip.entries.length) return;
  const back = entries.length === 0 ? { ...slip.was, was: null } : {};
  change(state, serial, { entries, ...back });
  if (state.trackingCodes.get(slip.code) === question)
    state.trackingCodes.put(slip.code, NO_QUESTION);
}

/** Runs after the questions have taken in the same entry. */
export const evolveSlips: Evolves = {
  slipsPrinted: (state, { data: { batch, first, codes }, at }) => {
    const last = first + codes.length - 1;
    const before = state.slipBatches.get(batch);
    const printings = [...(before?.printings ?? []), { first, last, at }];
    state.slipBatches.put(batch, { batch, printed: last, printings });
    serialsIn(batch, first, last).forEach((serial, index) => {
      const number = first + index;
      const code = codes[index] ?? '';
      const slip = { serial, batch, number, code, entries: [], was: null };
      state.slips.put(serial, { ...slip, ...UNTOUCHED });
      state.trackingCodes.put(code, NO_QUESTION);
    });
  },
  slipsIssued: (state, { data }) =>
    data.on ? moveRun(state, data, 'printed', 'issued') : moveRun(state, data, 'issued', 'printed'),
  slipsMissing: (state, { data }) =>
    data.on ? moveRun(state, data, 'issued', 'missing') : moveRun(state, data, 'missing', 'issued'),
  boxSealed: (state, { data: { box, number, seal }, at }) =>
    state.slipBoxes.put(box, { id: box, number, seal, sealedAt: at, opened: null, counts: [] }),
  boxOpened: (state, { data: { box, by, counts }, at }) => {
    const row = state.slipBoxes.get(box);
    if (row) state.slipBoxes.put(box, { ...row, opened: { at, by }, counts });
  },
  boxCounted: (state, { data: { box, counts } }) => {
    const row = state.slipBoxes.get(box);
    if (row) state.slipBoxes.put(box, { ...row, counts });
  },

  slipEntered: (state, { data: { serial, box, late, question, toCheck }, actor }) => {
    const slip = state.slips.get(serial);
    if (!slip) return;
    const entries = [...slip.entries, { question, by: actor?.id ?? '', toCheck }];
    const was = slip.was ?? standing(slip);
    const stands = { state: 'entered', box, late, illegible: null, voided: null } as const;
    change(state, serial, { ...stands, entries, was });
  },
  slipVoided: (state, { data: { serial, box, late, reason } }) =>
    change(state, serial, { state: 'void', box, late, illegible: null, voided: reason }),
  slipIllegible: (state, { data: { serial, box, late, step } }) =>
    change(state, serial, { state: 'returned', box, late, illegible: step }),
  slipPhotoPut: (state, { data: { serial, picture }, seq }) =>
    state.slipPhotos.put(serial, { picture, entry: seq }),
  slipPhotoRemoved: (state, { data: { serial } }) => state.slipPhotos.remove(serial),
  slipEntryChecked: (state, { data }) =>
    changeEntry(state, data.serial, data.question, () => false),
  // Whoever corrects another's entry has compared it; one's own correction is to be compared.
  slipEntryCorrected: (state, { data, actor }) => {
    const isCompared = state.slipCheck.value !== 'none';
    changeEntry(state, data.serial, data.question, (by) => isCompared && by === actor?.id);
  },
  questionWithdrawn: (state, { data }) => dropEntry(state, data.question),
  // Unlike after an undo, somebody has the slip in the hand and will do something else with it.
  slipEntryWithdrawn: (state, { data: { serial, box, late } }) => {
    if (state.slips.get(serial)?.entries.length === 0)
      change(state, serial, { ...UNTOUCHED, state: 'returned', box, late });
  },
  slipCheckSet: (state, { data }) => state.slipCheck.set(data.check),
  slipDifferenceNamed: (state, { data }) => state.slipDifference.set(data),
};
