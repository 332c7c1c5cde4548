/**
 * Everything that has to be read out of the words of a forum's questions and takes longer than the hub's thread can
 * spare: flags, similar questions, and the search of desks. It holds all questions of the forum in memory and nothing
 * on the disk, so that what is erased is gone and there is no index to mend.
 */
import type { DeskQuery, QuestionFlags } from '@wenzheng/shared/forum/desk';
import type { QuestionState, Source } from '@wenzheng/shared/forum/questions';
import { flagger, type Flagger } from '../flags/flags';
import { SimilarityIndex } from '../similar/similarity-index';
import { toMatchable } from '../words/matchable';

/** A question as the reader is told of it; told again when anything of it has changed. */
export interface ReadQuestion {
  readonly id: string;
  readonly number: number;
  /** Empty if it was erased. */
  readonly text: string;
  readonly original: string;
  readonly name: string;
  readonly serial: string;
  readonly source: Source;
  readonly state: QuestionState;
  readonly department: string | null;
  readonly topic: string | null;
  readonly unseen: boolean;
  /** Everyone may see it and support it. */
  readonly supportable: boolean;
  /** Another question can be merged into it. */
  readonly takesIn: boolean;
}
export interface Found {
  readonly id: string;
  readonly flags: QuestionFlags;
}
export interface Page {
  readonly found: readonly Found[];
  readonly total: number;
}
export interface Alike {
  readonly id: string;
  readonly score: number;
}
export interface AlikeQuery {
  readonly text: string;
  readonly limit: number;
  readonly least: number;
  /** What it is looked for: to support it, or to merge into it. */
  readonly can: 'support' | 'take_in';
  /** The question that is compared itself. */
  readonly but: string | null;
}

interface Known extends ReadQuestion {
  /** In one script, without what stands between the characters. */
  readonly searched: string;
  flags: QuestionFlags | null;
}

const OPEN: ReadonlySet<QuestionState> = new Set<QuestionState>(['screened', 'queued', 'on_floor']);

export class QuestionReader {
  readonly #questions = new Map<string, Known>();
  readonly #similar = new SimilarityIndex();
  /** Read for search, and not yet for what they are similar to. */
  readonly #toCompare = new Set<string>();
  #flagsOf: Flagger;

  constructor(rudeWords: readonly string[]) {
    this.#flagsOf = flagger(rudeWords);
  }

  put(question: ReadQuestion): void {
    const before = this.#questions.get(question.id);
    const sameWords = before?.text === question.text;
    const searched =
      before && sameWords && before.original === question.original && before.name === question.name
        ? before.searched
        : searchedOf(question);
    const flags = sameWords ? before.flags : null;
    this.#questions.set(question.id, { ...question, searched, flags });
    if (!sameWords) this.#toCompare.add(question.id);
  }

  setRudeWords(words: readonly string[]): void {
    this.#flagsOf = flagger(words);
    for (const question of this.#questions.values()) question.flags = null;
  }

  /** Whether all that it was told of has been compared. */
  get isComplete(): boolean {
    return this.#toCompare.size === 0;
  }

  /** Takes one question more into the comparison; false if there is none left. */
  compareNext(): boolean {
    const [id] = this.#toCompare;
    if (id === undefined) return false;
    this.#toCompare.delete(id);
    const text = this.#questions.get(id)?.text ?? '';
    if (text === '') this.#similar.remove(id);
    else this.#similar.add(id, text);
    return true;
  }

  alike({ text, limit, least, can, but }: AlikeQuery): readonly Alike[] {
    const may = (id: string): boolean => {
      const question = this.#questions.get(id);
      if (!question || id === but) return false;
      return can === 'support' ? question.supportable : question.takesIn;
    };
    return this.#similar.similar(text, limit, may).filter(({ score }) => score >= least);
  }

  search(query: DeskQuery, limit: number): Page {
    const all = [...this.#questions.values()].filter((each) => this.#matches(each, query));
    all.sort((a, b) => a.number - b.number);
    return {
      total: all.length,
      found: all
        .slice(query.from, query.from + limit)
        .map((each) => ({ id: each.id, flags: this.#flagged(each) })),
    };
  }

  #matches(
    question: Known,
    { place, search, source, department, topic, flag }: DeskQuery,
  ): boolean {
    if (!isIn(question, place)) return false;
    if (source !== undefined && question.source !== source) return false;
    if (department !== undefined && question.department !== department) return false;
    if (topic !== undefined && question.topic !== topic) return false;
    if (search.trim() !== '' && !isFound(question, search)) return false;
    return flag === undefined || has(this.#flagged(question), flag);
  }

  #flagged(question: Known): QuestionFlags {
    question.flags ??= this.#flagsOf(question.text);
    return question.flags;
  }
}

function isIn({ unseen, state }: Known, place: DeskQuery['place']): boolean {
  switch (place) {
    case 'unseen':
      return unseen;
    case 'open':
      return OPEN.has(state);
    case 'merged':
    case 'declined':
      return state === place;
    case 'all':
      return true;
    default:
      return place satisfies never;
  }
}

const closedUp = (text: string): string => toMatchable(text).replaceAll(' ', '');
const searchedOf = ({ text, original, name, serial }: ReadQuestion): string =>
  [text, original, name, serial].map(closedUp).join('\n');

/** By any part of its words, name or serial number; or by its own number. */
function isFound({ searched, number }: Known, wanted: string): boolean {
  const part = closedUp(wanted);
  return part === '' ? false : searched.includes(part) || String(number) === wanted.trim();
}

function has({ personalData, rudeWords, offTopic }: QuestionFlags, flag: string): boolean {
  if (flag === 'personal_data') return personalData.length > 0;
  return flag === 'rude' ? rudeWords.length > 0 : offTopic !== null;
}
