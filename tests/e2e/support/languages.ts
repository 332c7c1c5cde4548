/** In which languages a path is walked. */
import type { Locale } from './forum-people';

/** Both in the long form; in the short one each path is walked in one, and of a room's paths some in either. */
export const languages = (inShort: Locale): readonly Locale[] =>
  process.env['WENZHENG_FULL'] === '1' ? ['zh-CN', 'en'] : [inShort];
