import { nextItem } from '@wenzheng/shared/forum/agenda';
import type { MediaView, ReadyView } from '@wenzheng/shared/forum/media';
import { documentView } from '../../engine/views';
import { agendaOf } from '../agenda';

export const mediaDocument = documentView({
  reads: ['media', 'itemMedia'],
  build: ({ state }): MediaView => ({
    media: [...state.media.entries()]
      .map(([, row]) => row)
      .sort((a, b) => a.addedAt - b.addedAt || (a.id < b.id ? -1 : 1))
      .map((row) => ({
        ...{ id: row.id, kind: row.kind, type: row.type, name: row.name },
        ...{ bytes: row.bytes, length: row.length, pages: row.pages, addedAt: row.addedAt },
      })),
    items: [...state.itemMedia.entries()]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([item, { clip, slides }]) => ({ item, clip, slides })),
  }),
});

/** Displays are told of a file no sooner than it may be shown. */
export const readyDocument = documentView({
  reads: ['itemMedia', 'agendaItems', 'currentItem', 'orders'],
  build: ({ state }): ReadyView => {
    const current = state.currentItem.value;
    const next = nextItem({ items: [...agendaOf(state)], current })?.id ?? null;
    const named = [current, next].flatMap((item) => state.itemMedia.get(item ?? '') ?? []);
    return {
      clips: distinct(named.flatMap(({ clip }) => clip ?? [])),
      slides: distinct(named.flatMap(({ slides }) => slides ?? [])),
    };
  },
});

const distinct = (ids: readonly string[]): string[] => [...new Set(ids)];
