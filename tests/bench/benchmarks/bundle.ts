/** What a phone loads to show the current question. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as AudienceSize from '../../../scripts/audience-size.mjs';
import { ROOT } from '../../support/root';
import type { Measured } from '../result';

const SCRIPT = pathToFileURL(path.join(ROOT, 'scripts/audience-size.mjs')).href;

export async function bundle(): Promise<Measured[]> {
  // Left out of the bench's own bundle: the script finds the repository by where it lies.
  const { audienceSizes }: typeof AudienceSize = await import(/* @vite-ignore */ SCRIPT);
  const bytes = audienceSizes().reduce((sum, each) => sum + each.bytes, 0);
  return [
    {
      name: 'bundle',
      value: bytes / 1_024,
      unit: 'KB',
      baseline: null,
      limit: { at: 'most', value: 45 },
    },
  ];
}
