import type { FilmView, SlidesView } from '@wenzheng/shared/forum/film';
import type { SceneView } from '@wenzheng/shared/forum/scenes';
import { documentView } from '../../engine/views';

export const sceneDocument = documentView({
  reads: ['scene'],
  build: ({ state }): SceneView => {
    const { kind, since } = state.scene.value;
    return { kind, since };
  },
});

export const filmDocument = documentView({
  reads: ['film'],
  build: ({ state }): FilmView | null => {
    const film = state.film.value;
    if (!film) return null;
    const { clip, length, startedAt, position } = film;
    return { clip, length, startedAt, position };
  },
});

export const slidesDocument = documentView({
  reads: ['slidesShown'],
  build: ({ state }): SlidesView | null => {
    const shown = state.slidesShown.value;
    return shown && { slides: shown.slides, page: shown.page, pages: shown.pages };
  },
});
