import type { ItemMedia } from '@wenzheng/shared/forum/media';
import type { Evolves } from '../../engine/rooms';
import type { ForumState } from '../../engine/state';

function setItem(state: ForumState, { item, clip, slides }: ItemMedia): void {
  if (clip === null && slides === null) state.itemMedia.remove(item);
  else state.itemMedia.put(item, { clip, slides });
}

function forgetItems(state: ForumState): void {
  for (const [item] of [...state.itemMedia.entries()])
    if (!state.agendaItems.get(item)) state.itemMedia.remove(item);
}

export const evolveMedia: Evolves = {
  mediaAdded: (state, { data: { file, name }, at }) =>
    state.media.put(file.id, { ...file, name, addedAt: at }),
  /** An item that named it shows nothing any more; with the file, undo brings that back as well. */
  mediaRemoved: (state, { data: { media } }) => {
    state.media.remove(media);
    for (const [item, { clip, slides }] of [...state.itemMedia.entries()])
      if (clip === media || slides === media)
        setItem(state, {
          item,
          clip: clip === media ? null : clip,
          slides: slides === media ? null : slides,
        });
  },
  itemMediaSet: (state, { data }) => setItem(state, data),
  // With its item goes what it shows; both come back together.
  agendaItemRemoved: (state) => forgetItems(state),
  agendaReplaced: (state) => forgetItems(state),
};
