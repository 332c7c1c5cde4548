/** What a question is compared by: its concepts, the places and numbers it names, and its characters two by two. */
import { conceptsIn } from '../vocabulary/lexicon';
import { isHan, toMatchable } from '../words/matchable';
import { latinNames, mentionsIn, soundsOfName, type MentionKind } from '../words/mentions';
import { WEIGHTS } from './weights';

export interface Features {
  /** Feature → how much it says if every question were as rare as another. */
  readonly weights: ReadonlyMap<string, number>;
  /** Features that are what the question is about: concepts of a department's work. */
  readonly topics: ReadonlySet<string>;
  /** Names and numbers by their kind; two questions that differ in all of one kind are of different matters. */
  readonly names: ReadonlyMap<MentionKind, ReadonlySet<string>>;
}

/** Words that questions of any matter have. */
const EMPTY_PAIRS = new Set(
  '我们 你们 他们 什么 怎么 这个 那个 一个 没有 不是 就是 还是 可以 是不 不能 能不 请问 希望 现在 已经 知道 一下 有没 为什 时候 这样 那么 但是 因为 所以 如果 每天 今年 去年 自己 的时 的话 了吗 了一 不了 的人 有人 人说 说是 都是 也是 又是 来了 去了 到了 好了 里的 我家 家的'.split(
    ' ',
  ),
);
const LATIN_WORD = /[a-z]{3,}/g;
const EMPTY_LATIN = new Set(
  'the and for not are was this that with have has had can could would will you your our they there any from about again who what when how which she her him his its now very too more than but all'.split(
    ' ',
  ),
);

export function featuresOf(original: string): Features {
  const text = toMatchable(original);
  const weights = new Map<string, number>();
  const topics = new Set<string>();
  const covered = new Uint8Array(text.length);
  const put = (feature: string, weight: number): void => {
    if (weight > (weights.get(feature) ?? 0)) weights.set(feature, weight);
  };
  for (const { concept, start, end, sureness } of conceptsIn(text.split(''))) {
    put(`c:${concept.id}`, WEIGHTS.concept[concept.strength] * sureness);
    if (concept.strength === 'strong') topics.add(`c:${concept.id}`);
    covered.fill(1, start, end);
  }
  putPairs(text, covered, put);
  const names = putMentions(text, put);
  for (const sound of latinNames(original)) put(`s:${sound}`, WEIGHTS.sound);
  for (const [word] of text.matchAll(LATIN_WORD))
    if (!EMPTY_LATIN.has(word)) put(`w:${word}`, WEIGHTS.latinWord);
  return { weights, topics, names };
}

type Put = (feature: string, weight: number) => void;

function putPairs(text: string, covered: Uint8Array, put: Put): void {
  for (let at = 0; at + 1 < text.length; at += 1) {
    const pair = text.slice(at, at + 2);
    if (!isHan(pair.charAt(0)) || !isHan(pair.charAt(1))) continue;
    if (EMPTY_PAIRS.has(pair)) continue;
    put(`b:${pair}`, covered[at] && covered[at + 1] ? WEIGHTS.coveredPair : WEIGHTS.pair);
  }
}

/** A name is a pair of characters too, so that it is found where it stands without the word for its kind. */
function putMentions(text: string, put: Put): ReadonlyMap<MentionKind, ReadonlySet<string>> {
  const names = new Map<MentionKind, Set<string>>();
  for (const mention of mentionsIn(text)) {
    const { kind, name } = mention;
    const number = kind === 'bus_line' || kind === 'building';
    const feature = number ? `${kind}:${name}` : `b:${name}`;
    put(feature, number ? WEIGHTS.number : WEIGHTS.name);
    if (!number) for (const sound of soundsOfName(text, mention)) put(`s:${sound}`, 0.01);
    const same = names.get(kind) ?? new Set();
    names.set(kind, same.add(feature));
  }
  return names;
}
