import type { EmergencyKind } from '@wenzheng/shared/forum/safety';
import type { Instant } from '@wenzheng/shared/time/instant';
import { Cell } from '../../engine/store';
import type { WordRef } from '../../journal/entry';

/** What an emergency says; the host's own sentence stands in the vault like all words of people. */
export interface Said {
  readonly kind: EmergencyKind;
  readonly drill: boolean;
  readonly message: WordRef | null;
}

export interface EmergencyRow extends Said {
  /** Number of the entry by which it was raised; what was done before is not undone any more. */
  readonly raised: number;
  /** Number of the entry by which it says what it does. */
  readonly number: number;
  readonly since: Instant;
  /** False once it is all clear. */
  readonly lasts: boolean;
}

export interface SafetyEntries {
  emergencyRaised: Said;
  emergencyAmended: Said;
  emergencyCleared: { emergency: number };
}

export const safetyTables = () => ({
  /** The emergency that lasts, or was last. */
  emergency: new Cell<EmergencyRow | null>('emergency', null),
});
