/** Where personal data stands in a text, and how it is looked for. */
import type { PersonalDataKind } from '@wenzheng/shared/forum/desk';

/** Code units `start` to `end` (exclusive) of the text. */
export interface PersonalDataSpan {
  readonly kind: PersonalDataKind;
  readonly start: number;
  readonly end: number;
}

/** What the text is searched for, in two forms of the same length as the original. */
export interface Searched {
  /** Digits as digits, full-width forms as ordinary ones. */
  readonly plain: string;
  /** Chinese numerals as digits, too. */
  readonly spelled: string;
}
export type Detector = (searched: Searched) => Iterable<PersonalDataSpan>;

/** Spans of the matches of `pattern`, or of their group `what` if it has one. */
export function* spansOf(
  kind: PersonalDataKind,
  text: string,
  pattern: RegExp,
  isIt: (found: string, before: string, after: string) => boolean = () => true,
): Generator<PersonalDataSpan> {
  for (const match of text.matchAll(pattern)) {
    const what = match.groups?.what ?? match[0];
    const start = match.index + (match.groups ? match[0].lastIndexOf(what) : 0);
    const end = start + what.length;
    const before = text.slice(Math.max(0, start - NEAR), start);
    if (isIt(what, before, text.slice(end, end + NEAR))) yield { kind, start, end };
  }
}
/** So many characters before and after say whose number it is. */
const NEAR = 12;
