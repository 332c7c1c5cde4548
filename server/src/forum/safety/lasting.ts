import type { ForumState } from '../../engine/state';
import type { EmergencyRow } from './state';

/** The emergency that lasts; null while all is well. */
export const lasting = ({ emergency }: ForumState): EmergencyRow | null =>
  emergency.value?.lasts ? emergency.value : null;
