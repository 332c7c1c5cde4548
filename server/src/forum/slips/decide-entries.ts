/** What is done with one slip in the hand: entered, void, unreadable, compared, corrected, taken back. */
import type { CommandOf } from '@wenzheng/shared/forum/commands';
import type { NewEntry } from '../../engine/entries';
import { accept, refuse, type Context, type Decides, type Decision } from '../../engine/rooms';
import type { ForumState } from '../../engine/state';
import {
  askedOnSlip,
  decideQuestions,
  hasMerged,
  withdrawQuestion,
  type QuestionRow,
} from '../questions';
import { serialInBatch, type EntryRow, type SlipRow } from './state';

export type EntryCommand =
  | 'enterSlip'
  | 'voidSlip'
  | 'markIllegible'
  | 'checkEntry'
  | 'correctEntry'
  | 'withdrawEntry'
  | 'logQuestion';

export const decideEntries: Decides<EntryCommand> = {
  logQuestion: (state, command, context) => {
    const serial = command.source === 'paper' ? serialInBatch(state, command.serial) : null;
    if (serial === null || command.mic !== null)
      return decideQuestions.logQuestion(state, command, context);
    const origin = { serial, box: null, late: false, further: false };
    return enter(state, { ...command, ...origin }, context);
  },

  enterSlip: (state, command, context) =>
    enter(state, { ...command, department: null, area: null }, context),

  voidSlip: (state, { serial, box, late, reason }) =>
    inHand(state, { serial, box, late }, ({ state: stands, voided, ...slip }) => {
      if (stands === 'entered') return refuse('slips.wrong_state', { field: 'serial' });
      if (voided === reason && slip.box === box && slip.late === late) return accept();
      return accept({ type: 'slipVoided', data: { serial, box, late, reason } });
    }),

  markIllegible: (state, { serial, box, late, step }) =>
    inHand(state, { serial, box, late }, ({ state: stands, illegible, ...slip }) => {
      if (stands === 'entered' || stands === 'void')
        return refuse('slips.wrong_state', { field: 'serial' });
      if (illegible === step && slip.box === box && slip.late === late) return accept();
      return accept({ type: 'slipIllegible', data: { serial, box, late, step } });
    }),

  checkEntry: (state, { serial, question, from }, { actor }) =>
    withEntry(state, serial, question, (row, entry) => {
      if (entry.by === actor.id) return refuse('slips.own_entry');
      if (row.revision !== from) return refuse('questions.moved');
      if (!entry.toCheck) return accept();
      return accept({ type: 'slipEntryChecked', data: { serial, question } });
    }),

  correctEntry: (state, { serial, question, text, from }, context) =>
    withEntry(state, serial, question, () => {
      const edited = decideQuestions.editQuestion(
        state,
        { type: 'editQuestion', question, text, from },
        context,
      );
      if (!edited.ok || edited.entries.length === 0) return edited;
      return accept(...edited.entries, { type: 'slipEntryCorrected', data: { serial, question } });
    }),

  withdrawEntry: (state, { serial, question, reason }) =>
    withEntry(state, serial, question, (row, _, { box, late }) => {
      if (!WITHDRAWABLE.has(row.state) || hasMerged(state, question))
        return refuse('questions.wrong_state');
      return accept(withdrawQuestion(question), {
        type: 'slipEntryWithdrawn',
        data: { serial, box, late, question, reason },
      });
    }),
};

/** Once the hall has dealt with it, it stands; a merged one is taken out again first. */
const WITHDRAWABLE: ReadonlySet<QuestionRow['state']> = new Set([
  'submitted',
  'screened',
  'queued',
  'declined',
] as const);

type Origin = Pick<CommandOf<'enterSlip'>, 'serial' | 'box' | 'late'>;
type Entering = Omit<CommandOf<'enterSlip'>, 'type'> &
  Pick<CommandOf<'logQuestion'>, 'department' | 'area'>;

/** A slip that somebody holds, out of a box that has been opened or not out of a box. */
function inHand(
  state: ForumState,
  { serial, box, late }: Origin,
  decide: (slip: SlipRow) => Decision,
): Decision {
  const slip = state.slips.get(serial);
  if (!slip) return refuse('slips.unknown', { field: 'serial' });
  if (box === null) return decide(slip);
  const row = state.slipBoxes.get(box);
  if (!row) return refuse('slips.unknown_box', { field: 'box' });
  return row.opened && !late ? decide(slip) : refuse('slips.box_sealed', { field: 'box' });
}

function enter(state: ForumState, said: Entering, context: Context): Decision {
  return inHand(state, said, (slip) => {
    if (said.further !== (slip.state === 'entered'))
      return refuse(said.further ? 'slips.not_entered' : 'questions.serial_taken', {
        field: 'serial',
      });
    const decision = askedOnSlip(state, said, stubCode(state, slip), context);
    if (!decision.ok) return decision;
    const question = questionOf(decision.entries);
    const { serial, box, late } = said.further ? slip : said;
    const toCheck = isDrawn(state, context);
    return accept(...decision.entries, {
      type: 'slipEntered',
      data: { serial, box, late, question, toCheck },
    });
  });
}

function questionOf(entries: readonly NewEntry[]): string {
  const asked = entries.find((entry) => entry.type === 'questionAsked');
  if (asked?.type !== 'questionAsked') throw new Error('a slip was entered without a question');
  return asked.data.question;
}

/** The code on the stub, unless a question off the same slip has it. */
const stubCode = (state: ForumState, { code, entries }: SlipRow): string | null =>
  entries.some(({ question }) => state.questions.get(question)?.tracking === code) ? null : code;

/** One in five, and nobody knows beforehand which. */
const SAMPLE_OF_256 = 52;

function isDrawn({ slipCheck }: ForumState, context: Context): boolean {
  const check = slipCheck.value;
  if (check !== 'sample') return check === 'all';
  return (context.random(1)[0] ?? 0) < SAMPLE_OF_256;
}

function withEntry(
  state: ForumState,
  serial: string,
  question: string,
  decide: (row: QuestionRow, entry: EntryRow, slip: SlipRow) => Decision,
): Decision {
  const slip = state.slips.get(serial);
  if (!slip) return refuse('slips.unknown', { field: 'serial' });
  const entry = slip.entries.find((each) => each.question === question);
  const row = state.questions.get(question);
  return entry && row ? decide(row, entry, slip) : refuse('questions.unknown');
}
