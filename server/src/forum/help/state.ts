import type { HelpReason } from '@wenzheng/shared/forum/help';
import type { Zone } from '@wenzheng/shared/forum/access';
import type { Instant } from '@wenzheng/shared/time/instant';
import { Table } from '../../engine/store';
import type { Actor, WordRef } from '../../journal/entry';

/** Somebody of the staff, and what their device was called then. */
export interface Somebody {
  readonly actor: Actor;
  readonly name: WordRef;
}

interface Call {
  readonly reason: HelpReason;
  readonly zone: Zone | null;
  readonly where: WordRef | null;
  readonly by: Somebody;
}

/** A call that waits; one that is over is in the journal alone. */
export interface HelpRow extends Call {
  readonly number: number;
  readonly at: Instant;
  readonly coming: Somebody | null;
}

export interface HelpEntries {
  helpCalled: Call;
  helpAnswered: { call: number; by: Somebody };
  helpEnded: { call: number };
}

export const helpTables = () => ({ help: new Table<HelpRow>('help') });
