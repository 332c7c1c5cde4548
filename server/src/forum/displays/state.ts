import type { Shows } from '@wenzheng/shared/forum/displays';
import type { FreeScene, SceneKind } from '@wenzheng/shared/forum/scenes';
import type { Instant } from '@wenzheng/shared/time/instant';
import { Table } from '../../engine/store';

export interface DisplayRow {
  readonly name: string | null;
  readonly shows: Shows;
  readonly scene: SceneKind | null;
  /** Number of the question that a still shows. */
  readonly question: number | null;
  /** Number of the entry that told it what to show; 0 before. */
  readonly told: number;
  readonly since: Instant;
  readonly identified: Instant | null;
}

export interface DisplayEntries {
  displayRenamed: { display: string; name: string | null };
  displayIdentified: { display: string };
  displayAssigned: { display: string; shows: Shows; scene: FreeScene | null };
  displayForgotten: { display: string };
}

export const displayTables = () => ({
  /** Those that were named, or told something, by id. */
  displays: new Table<DisplayRow>('displays'),
});
