/**
 * What of the browser tests runs when. `npm test` walks the main path of nearly every room, in one language each; the
 * long form (`npm run test:full`) all of them in both languages, with all contents, sizes and pictures.
 */
import type { Locale } from './forum-people';

export const FULL = process.env['WENZHENG_FULL'] === '1';

/** Pictures of the screens go to `tests/output/pictures`. */
export const PICTURED = FULL || process.env['WENZHENG_PICTURES'] === '1';

/** Details of a test that only the long form runs. */
export const FULL_ONLY = { tag: '@full' } as const;

/** Both in the long form; in the short one each path is walked in one, and of a room's paths some in either. */
export const languages = (inShort: Locale): readonly Locale[] =>
  FULL ? ['zh-CN', 'en'] : [inShort];
