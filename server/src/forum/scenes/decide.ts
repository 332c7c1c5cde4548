import { accept, refuse, type Decides } from '../../engine/rooms';
import { sceneCalledFor } from './called-for';
import { decideFilm } from './film';

export const decideScenes: Decides<
  'showScene' | 'showCard' | 'playClip' | 'pauseClip' | 'showSlides'
> = {
  showScene: (state, { scene }) => {
    const kind = scene === 'floor' ? sceneCalledFor(state) : scene;
    if (kind === 'poll' && state.poll.value === null) return refuse('polls.unknown');
    if (state.scene.value.kind === kind && !state.card.value) return accept();
    return accept({ type: 'sceneShown', data: { scene: kind } });
  },
  showCard: (state, { term }) => {
    if ((state.card.value?.term ?? null) === term) return accept();
    if (term !== null && !state.terms.get(term)) return refuse('glossary.unknown_term');
    return accept({ type: 'cardShown', data: { term } });
  },
  ...decideFilm,
};
