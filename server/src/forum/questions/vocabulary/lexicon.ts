/**
 * Finds the concepts of the vocabularies in a text. A term inside a longer one does not count (公交 inside 公交卡).
 * What sounds like a term and shares a character with it counts a little less: phones that take dictation write
 * 店梯 for 电梯.
 */
import { lazily } from '../words/lazily';
import { isHan, simplifiedToMatchable } from '../words/matchable';
import { soundOf } from '../words/pinyin';
import { Trie } from '../words/trie';
import { FIELDS, VOCABULARIES, type Field } from './fields';
import { general } from './general';
import type { Terms } from './vocabulary';

export type Strength = 'strong' | 'plain' | 'weak' | 'telling' | 'passing';

export interface Concept {
  readonly id: string;
  /** Null: of no department. */
  readonly field: Field | null;
  readonly strength: Strength;
}
export interface ConceptMatch {
  readonly concept: Concept;
  /** Indexes into the characters of the text in its matchable form. */
  readonly start: number;
  readonly end: number;
  /** 1 as written, less if it only sounds so. */
  readonly sureness: number;
}
interface Term {
  readonly concept: Concept;
  readonly text: string;
}

const ALIKE = 0.8;
/** Common words that sound like a term and share a character with it. */
const ORDINARY: ReadonlySet<string> = new Set(
  '事业 公园 公元 实验 时间 事件 公里 工具 城里 成功 同意 统一 由于 就是 只是 知识 可以 应该 有时 生意 声音 真是 施工 方便 公平 实施 公司 工作 动作 人生 生活 事情 房间 意见 全部 全家 国家 建议 自己 一直 注意 主意'.split(
    ' ',
  ),
);

interface Lexicon {
  readonly written: Trie<Term>;
  readonly spoken: Trie<Term>;
  readonly known: Set<string>;
}

/** All terms take as long to sort in as a tenth of a start: only once a text is read. */
const lexicon = lazily((): Lexicon => {
  const made = { written: new Trie<Term>(), spoken: new Trie<Term>(), known: new Set<string>() };
  for (const term of allTerms()) {
    const characters = [...term.text];
    made.written.add(characters, term);
    made.known.add(term.text);
    const sounds = characters.map(soundOf);
    if (characters.length < 2 || !sounds.every((sound) => sound !== undefined)) continue;
    made.spoken.add(sounds, term);
  }
  return made;
});

/** Concepts found in `characters` of a text in its matchable form, in the order of the text. */
export function conceptsIn(characters: readonly string[]): readonly ConceptMatch[] {
  const matches: ConceptMatch[] = [];
  const { written, spoken } = lexicon();
  const sounds = characters.map(soundOf);
  for (let start = 0; start < characters.length; start += 1) {
    written.find(characters, start, ({ concept, text }, end) => {
      if (isHan(text.charAt(0)) || standsAlone(characters, start, end))
        matches.push({ concept, start, end, sureness: 1 });
    });
    spoken.find(sounds, start, ({ concept, text }, end) => {
      if (soundsLike(characters.slice(start, end).join(''), text))
        matches.push({ concept, start, end, sureness: ALIKE });
    });
  }
  return withoutContained(matches);
}

function soundsLike(heard: string, term: string): boolean {
  if (heard === term || ORDINARY.has(heard) || lexicon().known.has(heard)) return false;
  const same = [...heard].filter((char, at) => char === term[at]).length;
  return same >= term.length / 2;
}

/** A latin term is a word of its own, endings aside. */
function standsAlone(characters: readonly string[], start: number, end: number): boolean {
  if (/[a-z0-9]/.test(characters[start - 1] ?? '')) return false;
  const rest = /^[a-z]*/.exec(characters.slice(end, end + 4).join(''))?.[0] ?? '';
  return end - start <= 3 ? /^(?:e?s)?$/.test(rest) : rest.length <= 3;
}

function withoutContained(matches: readonly ConceptMatch[]): readonly ConceptMatch[] {
  const longest = [...matches].sort(
    (a, b) => a.start - b.start || b.end - a.end || b.sureness - a.sureness,
  );
  const kept: ConceptMatch[] = [];
  let reach = 0;
  let [start, end] = [-1, -1];
  for (const match of longest) {
    const same = match.start === start && match.end === end;
    if (!same && match.end <= reach) continue;
    kept.push(match);
    if (match.end > reach) [reach, start, end] = [match.end, match.start, match.end];
  }
  return kept;
}

function* allTerms(): Generator<Term> {
  for (const field of FIELDS) {
    const { strong, plain, weak } = VOCABULARIES[field];
    yield* termsOf(field, 'strong', strong);
    yield* termsOf(field, 'plain', plain);
    yield* termsOf(field, 'weak', weak);
  }
  yield* termsOf(null, 'telling', general.telling);
  yield* termsOf(null, 'passing', general.passing);
}

function* termsOf(
  field: Field | null,
  strength: Strength,
  concepts: Readonly<Record<string, Terms>>,
): Generator<Term> {
  for (const [name, terms] of Object.entries(concepts)) {
    const concept: Concept = { id: `${field ?? 'general'}.${name}`, field, strength };
    const texts = new Set(terms.split(' ').map((term) => matchableTerm(term)));
    for (const text of texts) yield { concept, text };
  }
}

const matchableTerm = (term: string): string => simplifiedToMatchable(term.replaceAll('_', ' '));
