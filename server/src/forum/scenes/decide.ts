import { accept, type Decides } from '../../engine/rooms';
import { sceneCalledFor } from './called-for';
import { decideFilm } from './film';

export const decideScenes: Decides<'showScene' | 'playClip' | 'pauseClip' | 'showSlides'> = {
  showScene: (state, { scene }) => {
    const kind = scene === 'floor' ? sceneCalledFor(state) : scene;
    if (state.scene.value.kind === kind) return accept();
    return accept({ type: 'sceneShown', data: { scene: kind } });
  },
  ...decideFilm,
};
