import type { SceneView } from '@wenzheng/shared/forum/scenes';
import { documentView } from '../../engine/views';

export const sceneDocument = documentView({
  reads: ['scene'],
  build: ({ state }): SceneView => {
    const { kind, since } = state.scene.value;
    return { kind, since };
  },
});
