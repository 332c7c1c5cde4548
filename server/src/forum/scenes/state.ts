import type { FilmView, SlidesView } from '@wenzheng/shared/forum/film';
import type { SceneKind, SceneView } from '@wenzheng/shared/forum/scenes';
import { instant, type Duration, type Instant } from '@wenzheng/shared/time/instant';
import { Cell } from '../../engine/store';

export interface FilmRow extends FilmView {
  /** An emergency stopped it: it goes on when it is all clear. */
  readonly stopped: boolean;
}

export interface SceneEntries {
  sceneShown: { scene: SceneKind };
  cardShown: { term: string | null };
  filmPlayed: { clip: string; length: Duration; position: Duration };
  filmPaused: { position: Duration };
  slidesShown: SlidesView;
}

export const sceneTables = () => ({
  scene: new Cell<SceneView>('scene', { kind: 'standby', since: instant(0) }),
  /** The plain-language card that lies over the scene, which stays what it is beneath. */
  card: new Cell<{ readonly term: string; readonly since: Instant } | null>('card', null),
  /** The clip that was shown last, and where it stands. */
  film: new Cell<FilmRow | null>('film', null),
  /** The slides that were shown last, at their page. */
  slidesShown: new Cell<SlidesView | null>('slidesShown', null),
});
