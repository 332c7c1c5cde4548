import { MOST_MEDIA, type MediaKind } from '@wenzheng/shared/forum/media';
import { accept, refuse, type Decides } from '../../engine/rooms';
import type { ForumState } from '../../engine/state';

const isThere = (state: ForumState, media: string | null, kind: MediaKind): boolean =>
  media === null || state.media.get(media)?.kind === kind;

export const decideMedia: Decides<'addMedia' | 'removeMedia' | 'setItemMedia'> = {
  addMedia: (state, { name }, { file }) => {
    if (!state.forum.value) return refuse('no_forum');
    if (!file) return refuse('media.no_file');
    if (state.media.get(file.id)) return accept();
    if (state.media.size >= MOST_MEDIA) return refuse('media.too_many');
    return accept({ type: 'mediaAdded', data: { file, name } });
  },

  removeMedia: (state, { media }) => {
    if (!state.media.get(media)) return accept();
    return accept({ type: 'mediaRemoved', data: { media } });
  },

  setItemMedia: (state, { item, clip, slides }) => {
    if (!state.agendaItems.get(item)) return refuse('agenda.unknown_item');
    if (!isThere(state, clip, 'clip') || !isThere(state, slides, 'slides'))
      return refuse('media.unknown');
    const there = state.itemMedia.get(item) ?? { clip: null, slides: null };
    if (there.clip === clip && there.slides === slides) return accept();
    return accept({ type: 'itemMediaSet', data: { item, clip, slides } });
  },
};
