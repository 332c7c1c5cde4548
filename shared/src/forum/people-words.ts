/** How people's words are cleaned and how long they may be; free of zod, so that phones can load it. */

export const WORDS_LIMIT = 500;
export const NAME_LIMIT = 20;
export const STATEMENT_LIMIT = 120;

/**
 * Control, zero-width and bidirectional-override characters, blanks that look like nothing and halves of
 * characters never reach a screen; emoji keep their variation selectors.
 */
const UNSEEN =
  /(?![\n\t]|\ufe0e|\ufe0f)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/gu;
/** More than three combining marks on one character only serve to smear a screen. */
const MARK_FLOOD = /(\p{M}{3})\p{M}+/gu;

/** People's words as they are kept: without unseen characters, composed, space folded. */
export const cleanWords = (raw: string): string =>
  raw
    .replace(UNSEEN, '')
    .normalize('NFC')
    .replace(MARK_FLOOD, '$1')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/\s*\n\s*/g, '\n')
    .trim();
