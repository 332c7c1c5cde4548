/** From the forum to what comes after: its figures, and its closing. */
export { followupTables } from './state';
export { decideFollowup } from './decide';
export { evolveFollowup } from './evolve';
export { Figures } from './figures';
export { closingDocument, publicResultsDocument, resultsDocument } from './view';
