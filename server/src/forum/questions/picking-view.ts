/** Who is next, and by what rules: what staff see, and what everyone does. */
import type { PickingView, UpNextView } from '@wenzheng/shared/forum/picking';
import type { ForumState } from '../../engine/state';
import { documentView, type Sight } from '../../engine/views';
import { shownText } from './masking/shown';
import { untilHall } from './share';

export const countsAreHidden = ({ countsHidden }: ForumState): boolean =>
  countsHidden.value !== null;

const upNext = (sight: Sight, ids: readonly string[]): UpNextView => ({
  waiting: sight.ranks.waiting,
  untilHall: untilHall(sight.state),
  questions: ids.flatMap((id) => {
    const row = sight.state.questions.get(id);
    return row ? [{ id, number: row.number, text: shownText(sight, row), source: row.source }] : [];
  }),
});

export const upNextDocument = documentView({
  reads: ['questions', 'pickedSinceHall', 'hallShare', 'micNumbers'],
  tallies: ['counts'],
  build: (sight): UpNextView => upNext(sight, sight.state.standing.upNext()),
});

/** For everyone else: while counts are hidden, who is next of the others would tell who has the most. */
export const publicUpNextDocument = documentView({
  reads: ['questions', 'pickedSinceHall', 'hallShare', 'countsHidden', 'micNumbers'],
  tallies: ['counts'],
  build: (sight): UpNextView => {
    const { standing } = sight.state;
    const hidden = countsAreHidden(sight.state);
    return upNext(sight, hidden ? standing.upNextOfHall() : standing.upNext());
  },
});

export const pickingDocument = documentView({
  reads: ['hallShare', 'countsHidden'],
  build: ({ state }): PickingView => ({
    hallEvery: state.hallShare.value.every,
    countsHidden: countsAreHidden(state),
  }),
});
