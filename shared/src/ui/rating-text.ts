/** What screens say of a rating, in the reader's language. */
import type { Faces, RatedTotals, RatingView } from '../forum/ratings';
import { m } from '../paraglide/messages';
import { countText } from './moments';

/** Which answer it is about. */
export const ratedAnswer = ({ kind, number }: RatingView): string =>
  kind === 'question' ? m.rating_of_question({ number }) : m.rating_of_exchange({ number });

/** How many have rated it. */
export const ratedBy = (count: number): string =>
  count === 0 ? m.rating_none() : m.rating_people({ count: countText(count) });

/** How many answers were rated, and how often. */
export const ratedInAll = ({ answers, faces }: RatedTotals): string =>
  m.rating_totals({ answers: countText(answers), count: countText(ratingsIn(faces)) });

export const ratingsIn = ({ satisfied, partly, not }: Faces): number => satisfied + partly + not;
