/** What a desk should look at in a question before it is shown. */
import type { OffTopicReason, QuestionFlags } from '@wenzheng/shared/forum/desk';
import { offTopicReason } from './off-topic';
import { findPersonalData, type PersonalDataSpan } from './personal-data';
import { rudeWordFinder } from './rude-words';

export interface Flags {
  readonly personalData: readonly PersonalDataSpan[];
  readonly rudeWords: readonly string[];
  readonly offTopic: OffTopicReason | null;
}

/** `rudeWords`: the forum's list, or `DEFAULT_RUDE_WORDS`. */
export const flagsOf = (text: string, rudeWords: readonly string[]): Flags =>
  flagsBy(rudeWordFinder(rudeWords), text);

function flagsBy(rudeWordsIn: (text: string) => readonly string[], text: string): Flags {
  const rude = rudeWordsIn(text);
  // 骗子 as a term of abuse is no fraud to report.
  const calm = rude.reduce((rest, word) => rest.replaceAll(word, ' '), text);
  return {
    personalData: findPersonalData(text),
    rudeWords: rude,
    offTopic: offTopicReason(calm),
  };
}

export type Flagger = (text: string) => QuestionFlags;

/** Flags many texts by one list of rude words, told in the words of each text, the same words once. */
export function flagger(rudeWords: readonly string[]): Flagger {
  const rudeWordsIn = rudeWordFinder(rudeWords);
  return (text) => {
    const flags = flagsBy(rudeWordsIn, text);
    return {
      personalData: foundIn(text, flags.personalData),
      rudeWords: [...flags.rudeWords],
      offTopic: text === '' ? null : flags.offTopic,
    };
  };
}

/** Somebody who writes their number twice has one number. */
function foundIn(text: string, spans: readonly PersonalDataSpan[]): QuestionFlags['personalData'] {
  const found = spans.map(({ kind, start, end }) => ({ kind, words: text.slice(start, end) }));
  return found.filter(
    ({ kind, words }, at) =>
      found.findIndex((each) => each.kind === kind && each.words === words) === at,
  );
}

/** Should a desk look at a text before everyone reads it? `rudeWords` as for `flagsOf`. */
export function needsLooking(rudeWords: readonly string[]): (text: string) => boolean {
  const rudeWordsIn = rudeWordFinder(rudeWords);
  return (text) => rudeWordsIn(text).length > 0 || findPersonalData(text).length > 0;
}
