import type { SceneKind, SceneView } from '@wenzheng/shared/forum/scenes';
import { instant, type Instant } from '@wenzheng/shared/time/instant';
import { Cell } from '../../engine/store';

export interface SceneEntries {
  sceneShown: { scene: SceneKind };
  cardShown: { term: string | null };
}

export const sceneTables = () => ({
  scene: new Cell<SceneView>('scene', { kind: 'standby', since: instant(0) }),
  /** The plain-language card that lies over the scene, which stays what it is beneath. */
  card: new Cell<{ readonly term: string; readonly since: Instant } | null>('card', null),
});
