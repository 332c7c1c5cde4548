/** What a desk should look at in a question before it is shown. */
import { offTopicReason, type OffTopicReason } from './off-topic';
import { findPersonalData, type PersonalDataSpan } from './personal-data';
import { rudeWordsIn } from './rude-words';

export interface Flags {
  readonly personalData: readonly PersonalDataSpan[];
  readonly rudeWords: readonly string[];
  readonly offTopic: OffTopicReason | null;
}

/** `rudeWords`: the forum's list, or `DEFAULT_RUDE_WORDS`. */
export function flagsOf(text: string, rudeWords: readonly string[]): Flags {
  const rude = rudeWordsIn(text, rudeWords);
  // 骗子 as a term of abuse is no fraud to report.
  const calm = rude.reduce((rest, word) => rest.replaceAll(word, ' '), text);
  return {
    personalData: findPersonalData(text),
    rudeWords: rude,
    offTopic: offTopicReason(calm),
  };
}
