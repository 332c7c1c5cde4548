/** Film clips and slides that organisers bring along, and which item of the agenda shows them. */
import type { NewEntry } from '../../engine/entries';
import type { ForumState } from '../../engine/state';

export { mediaTables } from './state';
export type { MediaEntries, MediumRow, StoredFile } from './state';
export { decideMedia } from './decide';
export { evolveMedia } from './evolve';
export { mediaDocument, readyDocument } from './view';

/** What is recorded of them in a copy of the forum: the files are the same, and stay as long as either names them. */
export const mediaCopied = (state: ForumState): NewEntry[] => [
  ...[...state.media.entries()].map(([, { name, addedAt: _addedAt, ...file }]): NewEntry => ({
    type: 'mediaAdded',
    data: { file, name },
  })),
  ...[...state.itemMedia.entries()].map(([item, shows]): NewEntry => ({
    type: 'itemMediaSet',
    data: { item, ...shows },
  })),
];
