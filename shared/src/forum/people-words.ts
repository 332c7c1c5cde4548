/** How people's words are cleaned and how long they may be; free of zod, so that phones can load it. */

export const WORDS_LIMIT = 500;
export const NAME_LIMIT = 20;

/** Control, zero-width and bidirectional-override characters never reach a screen. */
// eslint-disable-next-line no-control-regex -- naming them is the point
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;
/** More than three combining marks on one character only serve to smear a screen. */
const MARK_FLOOD = /(\p{M}{3})\p{M}+/gu;

/** People's words as they are kept: composed, without unseen characters, space folded. */
export const cleanWords = (raw: string): string =>
  raw
    .normalize('NFC')
    .replace(UNSEEN, '')
    .replace(MARK_FLOOD, '$1')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/\s*\n\s*/g, '\n')
    .trim();
