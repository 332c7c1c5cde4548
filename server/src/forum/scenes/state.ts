import type { SceneKind, SceneView } from '@wenzheng/shared/forum/scenes';
import { instant } from '@wenzheng/shared/time/instant';
import { Cell } from '../../engine/store';

export interface SceneEntries {
  sceneShown: { scene: SceneKind };
}

export const sceneTables = () => ({
  scene: new Cell<SceneView>('scene', { kind: 'standby', since: instant(0) }),
});
