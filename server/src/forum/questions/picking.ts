/** Who is asked next, and what is recorded of it. */
import { ASKING_LIMIT } from '@wenzheng/shared/forum/limits';
import type { PickManner, PickStanding } from '@wenzheng/shared/forum/picking';
import { between, type Instant } from '@wenzheng/shared/time/instant';
import type { NewEntry } from '../../engine/entries';
import { accept, refuse, type Context, type Decides, type Decision } from '../../engine/rooms';
import type { ForumState } from '../../engine/state';
import { departmentsOf } from '../agenda';
import { giveFloor } from '../floor';
import { exchangeAnswered } from './giving-way';
import { inState } from './in-state';
import { cameInto, type QuestionRow } from './state';
import { suggestDeflection } from './suggest';

type PickingCommand = 'pickQuestion' | 'drawQuestion' | 'setHallShare' | 'setCountsHidden';

export const decidePicking: Decides<PickingCommand> = {
  pickQuestion: (state, { question, from }, context) =>
    fromFloor(state, from, (current) => {
      const place = state.standing.upNext().indexOf(question);
      const manner = place === 0 ? 'first' : place > 0 ? 'up_next' : 'own';
      return pick(state, question, current, manner, context);
    }),

  drawQuestion: (state, { from }, context) =>
    fromFloor(state, from, (current) => {
      const drawn = state.standing.inOrderOfNumber(lot(state.standing.open, context));
      if (drawn === null) return refuse('questions.none_waiting');
      return pick(state, drawn, current, 'lot', context);
    }),

  setHallShare: (state, { every }) =>
    state.hallShare.value.every === every
      ? accept()
      : accept({ type: 'hallShareSet', data: { every } }),

  setCountsHidden: (state, { hidden }, context) =>
    (state.countsHidden.value !== null) === hidden
      ? accept()
      : accept({
          type: 'countsHiddenSet',
          data: { seed: hidden ? numberOf(context.random(3)) : null },
        }),
};

/** Goes on only if `from` is what the hall is dealing with: two hosts must not both say "next". */
function fromFloor(
  state: ForumState,
  from: string | null,
  go: (current: QuestionRow | null) => Decision,
): Decision {
  const id = state.currentQuestion.value;
  const row = id === null ? undefined : state.questions.get(id);
  const current = row?.state === 'on_floor' ? row : null;
  return (current?.id ?? null) === from ? go(current) : refuse('questions.moved');
}

const numberOf = (bytes: Uint8Array): number => bytes.reduce((sum, byte) => sum * 256 + byte, 0);

/** A number below `count`, each with the same chance: what lies beyond the last whole multiple is drawn again. */
function lot(count: number, context: Context): number {
  const BYTES = 4;
  const whole = 2 ** (8 * BYTES);
  for (;;) {
    const drawn = numberOf(context.random(BYTES));
    if (count === 0 || drawn < whole - (whole % count)) return count === 0 ? 0 : drawn % count;
  }
}

function pick(
  state: ForumState,
  question: string,
  current: QuestionRow | null,
  manner: PickManner,
  context: Context,
): Decision {
  return inState(state, question, ['queued', 'screened'], (row) => {
    if (!state.forum.value) return refuse('no_forum');
    const text = context.read(row.text) ?? '';
    const suggestion = suggestDeflection(row, text, departmentsOf(state), context.now);
    const official = state.departments.get(row.department ?? '')?.head ?? null;
    const standing = standingOf(state, row, manner, context.now);
    const left: NewEntry[] = current
      ? [{ type: 'questionAnswered', data: { question: current.id, notes: null } }]
      : exchangeAnswered(state);
    return accept(
      ...left,
      { type: 'questionPicked', data: { question, suggestion, standing } },
      giveFloor('asking', question, official, ASKING_LIMIT),
    );
  });
}

function standingOf(
  state: ForumState,
  row: QuestionRow,
  manner: PickManner,
  now: Instant,
): PickStanding {
  const support = state.counts.get(row.id) ?? 0;
  return {
    manner,
    support,
    rank: state.standing.rankOf(support),
    among: state.standing.open,
    waited: between(cameInto(row, 'queued'), now),
  };
}
