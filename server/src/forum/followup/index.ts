/** From the forum to what comes after: its figures, and its closing. */
export { followupTables } from './state';
export { decideFollowup } from './decide';
export { evolveFollowup } from './evolve';
export { Figures } from './figures';
export { VotesCount } from './votes-count';
export {
  closingDocument,
  deskTotalsDocument,
  loggedTotalDocument,
  picksDocument,
  publicResultsDocument,
  publicTopAskedDocument,
  resultsDocument,
  shownPicksDocument,
  shownResultsDocument,
  shownTopAskedDocument,
  topAskedDocument,
} from './view';
