import { accept, type Decides } from '../../engine/rooms';
import { sceneCalledFor } from './called-for';

export const decideScenes: Decides<'showScene'> = {
  showScene: (state, { scene }) => {
    const kind = scene === 'floor' ? sceneCalledFor(state) : scene;
    if (state.scene.value.kind === kind) return accept();
    return accept({ type: 'sceneShown', data: { scene: kind } });
  },
};
