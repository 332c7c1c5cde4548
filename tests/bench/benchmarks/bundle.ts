/** What a phone loads to show the current question. */
import { audienceSizes } from '../../../scripts/audience-size.mjs';
import type { Measured } from '../result';

export function bundle(): Promise<Measured[]> {
  const bytes = audienceSizes().reduce((sum, each) => sum + each.bytes, 0);
  return Promise.resolve([
    {
      name: 'bundle',
      value: bytes / 1_024,
      unit: 'KB',
      baseline: null,
      limit: { at: 'most', value: 45 },
    },
  ]);
}
