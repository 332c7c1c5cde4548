import type { CardView } from '@wenzheng/shared/forum/glossary';
import type { FilmView, SlidesView } from '@wenzheng/shared/forum/film';
import type { SceneView } from '@wenzheng/shared/forum/scenes';
import { documentView } from '../../engine/views';
import type { ForumState } from '../../engine/state';
import { cardOf } from '../glossary';

const cardOn = (state: ForumState): CardView | null =>
  state.card.value && cardOf(state, state.card.value.term);

export const sceneDocument = documentView({
  reads: ['scene', 'card', 'terms'],
  build: ({ state }): SceneView => {
    const { kind, since } = state.scene.value;
    const card = cardOn(state) && state.card.value;
    return card ? { kind: 'card', since: card.since } : { kind, since };
  },
});

/** The card on the big screen, for everyone to read. */
export const cardDocument = documentView({
  reads: ['card', 'terms'],
  build: ({ state }): CardView | null => cardOn(state),
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
