/** Collections of questions of which a desk holds a window. */
import { ownKey, type CollectionView, type Sight } from '../../engine/views';
import { groupKeys } from './merging/view';
import type { QuestionRanks, QuestionWindow } from './ranks';
import type { QuestionRow } from './state';

/** Which questions a desk holds of those that belong to it. */
interface Holds {
  readonly window: QuestionWindow;
  all(ranks: QuestionRanks): readonly string[];
  has(ranks: QuestionRanks, id: string): boolean;
}
export const QUEUE: Holds = {
  window: 'queueWindow',
  all: (ranks) => ranks.queue(),
  has: (ranks, id) => ranks.inQueue(id),
};
export const DESK: Holds = {
  window: 'deskWindow',
  all: (ranks) => ranks.desk(),
  has: (ranks, id) => ranks.onDesk(id),
};
export const WRITTEN: Holds = {
  window: 'writtenWindow',
  all: (ranks) => ranks.writtenDown(),
  has: (ranks, id) => ranks.isWrittenDown(id),
};
export const LOGGED: Holds = {
  window: 'loggedWindow',
  all: (ranks) => ranks.logged(),
  has: (ranks, id) => ranks.isLogged(id),
};

/** What changes goes out at once; what takes the place of another follows with the next tallies. */
export function held<T>(
  { window, all, has }: Holds,
  build: (sight: Sight, row: QuestionRow) => T | undefined,
): CollectionView<T> {
  return {
    reads: { questions: groupKeys },
    tallies: { [window]: ownKey },
    window: null,
    all: ({ ranks }) => all(ranks),
    build: (sight, id) => {
      const row = sight.state.questions.get(id);
      return row && has(sight.ranks, id) ? build(sight, row) : undefined;
    },
  };
}
