/** What the hall thinks of answers. */
export { decideRatings } from './decide';
export { evolveRatings } from './evolve';
export { ratedTotals } from './given';
export { answerTo, ratingTables } from './state';
export type { RatingEntries } from './state';
export { leadingRatingDocument, ratingDocument, shownRatingDocument } from './view';
