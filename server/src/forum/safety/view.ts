import type { EmergencyView } from '@wenzheng/shared/forum/safety';
import { documentView } from '../../engine/views';
import { lasting } from './lasting';

export const emergencyDocument = documentView({
  reads: ['emergency'],
  build: ({ state, words }): EmergencyView | null => {
    const row = lasting(state);
    if (!row) return null;
    return {
      number: row.number,
      kind: row.kind,
      drill: row.drill,
      message: row.message && words(row.message),
      since: row.since,
    };
  },
});
