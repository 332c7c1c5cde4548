/**
 * Finds personal data that people write into their questions. Every finding is a span of the original text, so
 * that it can be masked for phones and the big screen. Numbers of offices and hotlines are nobody's own.
 */
import { addresses } from './addresses';
import { bankCards, identityNumbers, otherNumbers } from './document-numbers';
import { withPlainDigits } from './digits';
import { accounts, landlines, mobiles } from './contacts';
import { personNames } from './person-names';
import { plates } from './plates';
import type { Detector, PersonalDataSpan } from './spans';

export type { PersonalDataSpan } from './spans';

/** Of what overlaps, the earlier here is kept. */
const DETECTORS: readonly Detector[] = [
  identityNumbers,
  mobiles,
  bankCards,
  landlines,
  addresses,
  plates,
  accounts,
  otherNumbers,
  personNames,
];

/** In the order of the text; no two overlap. */
export function findPersonalData(text: string): readonly PersonalDataSpan[] {
  const searched = { plain: withPlainDigits(text, false), spelled: withPlainDigits(text, true) };
  const found: PersonalDataSpan[] = [];
  for (const detect of DETECTORS)
    for (const span of detect(searched))
      if (!found.some(({ start, end }) => span.start < end && start < span.end)) found.push(span);
  return found.sort((a, b) => a.start - b.start);
}

const MASK = '＊';

/** The text with personal data covered: letters, digits and characters of a span become stars. */
export function maskPersonalData(text: string): string {
  let masked = '';
  let from = 0;
  for (const { start, end } of findPersonalData(text)) {
    masked += text.slice(from, start) + text.slice(start, end).replace(/[^\s\-.·—－]/gu, MASK);
    from = end;
  }
  return masked + text.slice(from);
}
