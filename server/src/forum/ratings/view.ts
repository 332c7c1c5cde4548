import { APART_FROM, type Faces, type RatingView } from '@wenzheng/shared/forum/ratings';
import { documentView, type DocumentView } from '../../engine/views';
import type { ForumState } from '../../engine/state';
import { addFaces, facesIn, NO_RATINGS, type RatingTally } from './state';

const copy = ({ satisfied, partly, not }: Faces): Faces => ({ satisfied, partly, not });

/** Few are as good as named. */
const apart = (part: Faces, other: Faces): Faces | null =>
  facesIn(part) >= APART_FROM && facesIn(other) >= APART_FROM ? copy(part) : null;

const tallyOf = ({ ratingTallies }: ForumState, answer: string): RatingTally =>
  ratingTallies.get(answer) ?? NO_RATINGS;

/** `live`: the faces, or only how many have rated, are told while people still rate. */
const ratingView = (live: 'faces' | 'count' | 'nothing'): DocumentView<RatingView | null> =>
  documentView({
    reads: ['rating'],
    tallies: ['ratingTallies'],
    build: ({ state }): RatingView | null => {
      const row = state.rating.value;
      if (!row) return null;
      const { answer, kind, number, open } = row;
      const { hall, online } = tallyOf(state, answer);
      const total = addFaces(hall, online);
      const told = !open || live === 'faces';
      return {
        ...{ answer, kind, number, open },
        count: told || live === 'count' ? facesIn(total) : null,
        total: told ? total : null,
        hall: told ? apart(hall, online) : null,
        online: told ? apart(online, hall) : null,
      };
    },
  });

export const leadingRatingDocument = ratingView('faces');
export const shownRatingDocument = ratingView('count');
/** Phones are not sent every vote. */
export const ratingDocument = ratingView('nothing');
