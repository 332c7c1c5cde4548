/**
 * What people wrote into polls: the words of clouds as they are counted, and written answers in the order in which
 * desks and screens have them. Derived after the commit from words in the vault; decide never reads it.
 */
import {
  CLOUD_SHOWN,
  POLL_TEXT_STATES,
  TEXTS_SHOWN,
  type PollTextState,
} from '@wenzheng/shared/forum/polls';
import { Ranking, takeMoved, type Window } from '../../engine/ranking';
import type { ForumState } from '../../engine/state';
import type { Changes } from '../../engine/store';
import type { WordRef } from '../../journal/entry';
import { DEFAULT_RUDE_WORDS, needsLooking, toMatchable } from '../questions';
import type { PollTextRow } from './state';

/** Words that desks are shown of a cloud; everyone else sees those of them that are not held back. */
const CLOUD_HELD = CLOUD_SHOWN * 2;
/** Written answers to each poll, in each state, that a desk holds. */
const TEXTS_HELD = 200;

/** What a desk is shown of, and polls of which everyone is shown other answers than before. */
export type PollTextWindow = 'pollTextWindow' | 'pollTextsShown';

interface Place {
  readonly id: string;
  readonly seq: number;
}
const byNewest = (a: Place, b: Place): number => b.seq - a.seq;
const byOldest = (a: Place, b: Place): number => a.seq - b.seq;

/** A word of a cloud, however it is written. */
interface Counted {
  readonly id: string;
  readonly count: number;
  /** As most have written it. */
  readonly text: string;
  /** It says what a desk should look at before everyone reads it. */
  readonly held: boolean;
}
/** The same whichever was written first: what was written can be taken back. */
const byCount = (a: Counted, b: Counted): number => b.count - a.count || (a.id < b.id ? -1 : 1);

/** The same for all ways to write a word. */
export const wordKey = (text: string): string => toMatchable(text) || text;

export class PollAnswers {
  readonly #read: (ref: WordRef) => string;
  readonly #moved: Record<PollTextWindow, Set<string>> = {
    pollTextWindow: new Set(),
    pollTextsShown: new Set(),
  };
  readonly #held: Window = { shown: TEXTS_HELD, moved: this.#moved.pollTextWindow };
  /** State and poll → the answers to it. */
  readonly #texts = new Map<string, Ranking<Place>>();
  /** Poll → word → spelling → how many wrote it so. */
  readonly #spellings = new Map<string, Map<string, Map<string, number>>>();
  readonly #clouds = new Map<string, Ranking<Counted>>();
  /** Does a text say what a desk should look at before everyone reads it? */
  isHeld: (text: string) => boolean;

  constructor(state: ForumState, read: (ref: WordRef) => string) {
    this.#read = read;
    this.isHeld = heldBy(state);
    for (const [id] of state.pollTexts.entries()) this.#take(state, id, undefined);
  }

  update(state: ForumState, changes: Changes): void {
    if (changes.has('rudeWords')) this.isHeld = heldBy(state);
    for (const [id, before] of changes.get('pollTexts') ?? [])
      this.#take(state, id, before as PollTextRow | undefined);
  }

  /** Ids that may have come into the window of a desk or gone out since this was asked last. */
  takeMoved(): Changes {
    return takeMoved(this.#moved);
  }

  /** The most frequent words of a cloud. */
  words(poll: string): readonly Counted[] {
    return (this.#clouds.get(poll)?.shown() ?? []).map((word) => this.#counted(poll, word));
  }
  /** Written answers to `poll` that a desk has let through, the newest first. */
  approved(poll: string): readonly string[] {
    return this.#texts.get(`approved ${poll}`)?.top(TEXTS_SHOWN) ?? [];
  }
  /** Written answers that a desk holds. */
  desk(): readonly string[] {
    return [...this.#texts.values()].flatMap((ranking) => ranking.shown());
  }
  onDesk(id: string): boolean {
    return [...this.#texts.values()].some((ranking) => ranking.shows(id));
  }

  #take(state: ForumState, id: string, before: PollTextRow | undefined): void {
    const row = state.pollTexts.get(id);
    const poll = (row ?? before)?.poll ?? '';
    if (state.polls.get(poll)?.kind === 'cloud') {
      if (before && !row) this.#count(poll, before.text, -1);
      if (row && !before) this.#count(poll, row.text, 1);
      return;
    }
    const place: Place = { id, seq: (row ?? before)?.seq ?? 0 };
    for (const state of POLL_TEXT_STATES)
      this.#textsIn(state, poll).set(place, row?.state === state);
    const isSeen = row?.state === 'approved' || before?.state === 'approved';
    if (isSeen) this.#moved.pollTextsShown.add(poll);
  }

  /** The oldest to review first; of all others the newest. */
  #textsIn(state: PollTextState, poll: string): Ranking<Place> {
    const key = `${state} ${poll}`;
    const compare = state === 'submitted' ? byOldest : byNewest;
    const ranking = this.#texts.get(key) ?? new Ranking(compare, this.#held);
    this.#texts.set(key, ranking);
    return ranking;
  }

  #count(poll: string, ref: WordRef, by: 1 | -1): void {
    const text = this.#read(ref);
    if (text === '') return;
    const word = wordKey(text);
    const words = this.#spellings.get(poll) ?? new Map<string, Map<string, number>>();
    this.#spellings.set(poll, words);
    const spellings = words.get(word) ?? new Map<string, number>();
    words.set(word, spellings);
    const count = (spellings.get(text) ?? 0) + by;
    if (count > 0) spellings.set(text, count);
    else spellings.delete(text);
    const cloud =
      this.#clouds.get(poll) ?? new Ranking<Counted>(byCount, { shown: CLOUD_HELD, moved: null });
    this.#clouds.set(poll, cloud);
    const counted = this.#counted(poll, word);
    cloud.set(counted, counted.count > 0);
    if (counted.count === 0) words.delete(word);
  }

  #counted(poll: string, id: string): Counted {
    const spellings = [...(this.#spellings.get(poll)?.get(id) ?? [])];
    const [text, count] = spellings.reduce(
      (most, each) =>
        each[1] > most[1] || (each[1] === most[1] && each[0] < most[0]) ? each : most,
      ['', 0],
    );
    const sum = spellings.reduce((all, each) => all + each[1], 0);
    return { id, text, count: count === 0 ? 0 : sum, held: this.isHeld(text) };
  }
}

/** Texts that a desk should look at, by the forum's list; each is looked at once. */
function heldBy({ rudeWords }: ForumState): (text: string) => boolean {
  const needs = needsLooking(rudeWords.value ?? DEFAULT_RUDE_WORDS);
  const known = new Map<string, boolean>();
  return (text) => {
    const held = known.get(text) ?? needs(text);
    known.set(text, held);
    return held;
  };
}
