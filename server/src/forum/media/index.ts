/** Film clips and slides that organisers bring along, and which item of the agenda shows them. */
export { mediaTables } from './state';
export type { MediaEntries, MediumRow, StoredFile } from './state';
export { decideMedia } from './decide';
export { evolveMedia } from './evolve';
export { mediaDocument, readyDocument } from './view';
