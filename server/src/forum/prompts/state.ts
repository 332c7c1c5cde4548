import type { FloorView } from '@wenzheng/shared/forum/floor';
import type { StageTemplate } from '@wenzheng/shared/forum/prompts';
import type { Instant } from '@wenzheng/shared/time/instant';
import { Cell } from '../../engine/store';
import type { WordRef } from '../../journal/entry';

/** What a message says; the host's own words stand in the vault like all words of people. */
interface Told {
  readonly template: StageTemplate | null;
  readonly text: WordRef | null;
}

/** Who has the floor. */
export interface OnFloor {
  readonly turn: number;
  readonly phase: FloorView['phase'];
}

export interface StageMessageRow extends Told {
  /** Number of the entry by which it was told. */
  readonly number: number;
  readonly since: Instant;
  /** Whom it was meant for; null for whoever comes next. */
  readonly to: OnFloor | null;
}

export interface PromptEntries {
  stageTold: Told;
  stageCleared: { message: number };
}

export const promptTables = () => ({
  /** The last message, unless it was taken away; it may have been meant for somebody who has spoken. */
  stageMessage: new Cell<StageMessageRow | null>('stageMessage', null),
});
