/** How people's words are cleaned and how long they may be; free of zod, so that phones can load it. */

export const WORDS_LIMIT = 500;
export const NAME_LIMIT = 20;
export const STATEMENT_LIMIT = 120;
/** Further line breaks become spaces, so that nobody fills a screen with a column. */
export const MOST_LINES = 20;

/**
 * Control, zero-width and bidirectional-override characters, blanks that look like nothing, halves of
 * characters and what is none never reach a screen.
 */
const UNSEEN =
  /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}\p{Default_Ignorable_Code_Point}\u2800]/u;

/** Scripts in which joiners decide how letters are written. */
const JOINED =
  /[\p{scx=Arab}\p{scx=Mong}\p{scx=Syrc}\p{scx=Phag}\p{scx=Deva}\p{scx=Beng}\p{scx=Guru}\p{scx=Gujr}\p{scx=Orya}\p{scx=Taml}\p{scx=Telu}\p{scx=Knda}\p{scx=Mlym}\p{scx=Sinh}]/u;

/** Unseen characters that shape what they stand after, and before: kept there, and nowhere else. */
const SHAPING: readonly { mark: RegExp; after: RegExp; before?: RegExp }[] = [
  { mark: /[\n\t]/, after: /(?:)/ },
  // Emoji as pictures or as text, and those made of several.
  { mark: /[\ufe0e\ufe0f]/, after: /\p{Emoji}|\p{Extended_Pictographic}/u },
  {
    mark: /\u200d/,
    after: /[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f]/u,
    before: /\p{Extended_Pictographic}/u,
  },
  // The form of a rare Chinese character, as names have them.
  { mark: /[\ufe00-\ufe02\u{e0100}-\u{e01ef}]/u, after: /\p{Script=Han}/u },
  { mark: /[\u180b-\u180d\u180f]/, after: /\p{Script=Mongolian}/u },
  { mark: /\u200c|\u200d|\u180e/, after: JOINED, before: /\p{L}/u },
];

const shapes = (mark: string, previous: string, next: string): boolean =>
  SHAPING.some(
    (rule) =>
      rule.mark.test(mark) && rule.after.test(previous) && (rule.before?.test(next) ?? true),
  );

function withoutUnseen(raw: string): string {
  const characters = [...raw];
  let kept = '';
  let last = '';
  characters.forEach((character, index) => {
    const next = characters[index + 1] ?? '';
    if (UNSEEN.test(character) && !shapes(character, last, next)) return;
    kept += character;
    last = character;
  });
  return kept;
}

/** Scripts that stack signs; in all others more than three on one character only serve to smear a screen. */
const STACKING = /[\p{scx=Tibt}\p{scx=Mymr}\p{scx=Khmr}\p{scx=Lana}]/u;
const MARKS = 3;
const STACKED_MARKS = 8;

const withoutFlood = (marks: string): string =>
  [...marks]
    .filter((mark, index) => index < (STACKING.test(mark) ? STACKED_MARKS : MARKS))
    .join('');

function withoutColumn(text: string): string {
  const lines = text.split('\n');
  return [...lines.slice(0, MOST_LINES - 1), lines.slice(MOST_LINES - 1).join(' ')]
    .join('\n')
    .trim();
}

/**
 * People's words as they are kept: without unseen characters, composed, space folded. What is taken out brings
 * others together, so it is done until nothing is left to be done.
 */
export function cleanWords(raw: string): string {
  const clean = cleanOnce(raw);
  return clean === raw ? clean : cleanWords(clean);
}

const cleanOnce = (raw: string): string =>
  withoutColumn(
    withoutUnseen(raw)
      .normalize('NFC')
      .replace(/\p{M}{4,}/gu, withoutFlood)
      .replace(/[^\S\n]+/g, ' ')
      .replace(/\s*\n\s*/g, '\n')
      .trim(),
  );
