/**
 * Which of a forum's topics a text is about. Organisers name a topic in a few words (老楼加装电梯), citizens use
 * others: what a topic says, in concepts of the vocabulary and two characters at a time, is looked for in the text.
 */
import { conceptsIn, type Strength } from '../vocabulary/lexicon';
import { isHan, toMatchable } from '../words/matchable';
import { mentionsIn } from '../words/mentions';

const OF_STRENGTH: Readonly<Record<Strength, number>> = {
  strong: 3,
  plain: 1,
  telling: 0.6,
  weak: 0.3,
  passing: 0,
};
/** Two characters that stand side by side, or a latin word. */
const OF_PAIR = 0.25;
const LATIN_WORD = /[a-z]{4,}/g;
/** So much of what a topic says has to be in the text. */
const ENOUGH = 0.4;
/** Topics are few and stay the same all day. */
const KEPT = 200;
const known = new Map<string, ReadonlyMap<string, number>>();

/** The topic of which `text` says most; null if it says enough of none. */
export function topicFor(text: string, topics: readonly string[]): string | null {
  if (topics.length === 0) return null;
  const said = saidIn(text);
  let best: { readonly topic: string; readonly share: number } | null = null;
  for (const topic of topics) {
    const share = shareOf(saidBy(topic), said);
    if (share >= ENOUGH && share > (best?.share ?? 0)) best = { topic, share };
  }
  return best?.topic ?? null;
}

function shareOf(topic: ReadonlyMap<string, number>, said: ReadonlyMap<string, number>): number {
  let [both, all] = [0, 0];
  for (const [feature, weight] of topic) {
    all += weight;
    if (said.has(feature)) both += weight;
  }
  return all === 0 ? 0 : both / all;
}

function saidBy(topic: string): ReadonlyMap<string, number> {
  const weights = known.get(topic) ?? saidIn(topic);
  if (known.size >= KEPT) known.clear();
  known.set(topic, weights);
  return weights;
}

function saidIn(original: string): ReadonlyMap<string, number> {
  const text = toMatchable(original);
  const weights = new Map<string, number>();
  // 青禾路小学 says where, not what about; a bus line says both.
  const named = mentionsIn(text).filter(({ kind }) => kind !== 'bus_line');
  for (const { concept, start, end } of conceptsIn(text.split(''))) {
    const inName = named.some((mention) => mention.start <= start && end <= mention.end);
    if (!inName) weights.set(concept.id, OF_STRENGTH[concept.strength]);
  }
  for (let at = 0; at + 1 < text.length; at += 1)
    if (isHan(text.charAt(at)) && isHan(text.charAt(at + 1)))
      weights.set(text.slice(at, at + 2), OF_PAIR);
  for (const [word] of text.matchAll(LATIN_WORD)) weights.set(word, OF_PAIR);
  return weights;
}
