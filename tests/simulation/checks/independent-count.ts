/**
 * Counts a forum's figures from its journal alone, sharing nothing with the hub's own counting. A command
 * that was undone is left out: nothing that came between may have touched what it did.
 */
import type { Entry, EntryOf } from '@wenzheng/server/src/journal/entry';
import type { ResultsView } from '@wenzheng/shared/forum/followup';
import type { TopAskedView } from '@wenzheng/shared/forum/picking';
import type { Tally } from '@wenzheng/shared/forum/opinions';
import {
  DEFLECTION_REASONS,
  QUESTION_STATES,
  SOURCES,
  type DeflectionReason,
  type QuestionState,
  type Source,
} from '@wenzheng/shared/forum/questions';
import { countRated } from './ratings-count';

interface Question {
  readonly number: number;
  readonly source: Source;
  state: QuestionState;
  /** It was in the queue, for everyone to see. */
  seen: boolean;
  /** It was brought to the floor. */
  picked: boolean;
  reason: DeflectionReason | null;
  promised: Promised | null;
  /** The question that it counts for, and what it was before. */
  merged: { readonly into: string; readonly from: QuestionState } | null;
}
interface Promised {
  readonly department: string;
  readonly due: string;
}

/** Figures without words, in an order that both counts can be put into. */
export type Figures = Omit<ResultsView, 'mostSupported' | 'commitments'> & {
  readonly mostSupported: readonly string[];
  readonly commitments: readonly string[];
};

const topLine = (id: string, support: number, asked: boolean): string =>
  `${id} ${support} ${asked ? 'asked' : 'not asked'}`;
export const topAskedIn = ({ questions }: TopAskedView): string[] =>
  questions.map(({ id, support, asked }) => topLine(id, support, asked));

export const NOBODY: Tally = { agree: 0, disagree: 0, pass: 0 };
const PUBLIC = new Set<QuestionState>(['screened', 'queued', 'on_floor', 'answered', 'deflected']);
const OPEN = new Set<QuestionState>(['submitted', 'screened', 'queued']);

const promiseOf = (
  question: number | null,
  exchange: number | null,
  { department, due }: Promised,
): string => JSON.stringify({ question, exchange, department, due });

export const figuresIn = ({ mostSupported, commitments, ...results }: ResultsView): Figures => ({
  ...results,
  mostSupported: mostSupported.map(({ id, support, state }) => `${id} ${support} ${state}`),
  commitments: commitments.map((each) => promiseOf(each.question, each.exchange, each)).sort(),
});

interface Votes {
  readonly supports: ReadonlyMap<string, number>;
  /** How many of them are in the hall. */
  readonly inHall: ReadonlyMap<string, number>;
  readonly tallies: ReadonlyMap<string, Tally>;
}
const sum = (counts: ReadonlyMap<string, number>): number =>
  [...counts.values()].reduce((total, count) => total + count, 0);

export function countForum(entries: readonly Entry[]): Votes & {
  readonly results: Figures;
  readonly opinions: { readonly people: number; readonly answers: number; readonly total: number };
  /** The ten most supported, and whether each was asked. */
  readonly topAsked: readonly string[];
} {
  const count = new Count();
  const undone = undoneIn(entries);
  const kept = entries.filter(({ first }) => !undone.has(first));
  for (const entry of kept) count.take(entry);
  return {
    ...count.votes(),
    results: { ...count.results(), rated: countRated(entries, kept) },
    opinions: count.opinions(),
    topAsked: count.topAsked(),
  };
}

/** First entries of commands whose undo has put everything back. */
export const undoneIn = (entries: readonly Entry[]): ReadonlySet<number> =>
  new Set(
    entries.flatMap((entry) =>
      entry.type === 'actionUndone' && entry.data.restore.length > 0 ? [entry.data.entry] : [],
    ),
  );

class Count {
  readonly #questions = new Map<string, Question>();
  readonly #exchanges = new Map<string, { readonly number: number; promised: Promised | null }>();
  readonly #statements = new Map<string, string>();
  /** Question → voters who support it by its own name. */
  readonly #supports = new Map<string, Set<string>>();
  /** Voter → whether they were in the hall when they last supported something. */
  readonly #inHall = new Map<string, boolean>();
  /** Voter and statement → the last that was recorded. */
  readonly #answers = new Map<
    string,
    { readonly voter: string; readonly statement: string; readonly answer: keyof Tally | null }
  >();

  take(entry: Entry): void {
    switch (entry.type) {
      case 'questionAsked': {
        const { question, number, source } = entry.data;
        const fields = { state: 'submitted', seen: false, picked: false, merged: null } as const;
        this.#questions.set(question, { number, source, ...fields, reason: null, promised: null });
        break;
      }
      case 'questionScreened':
        return this.#move(entry.data.question, 'screened');
      case 'questionQueued':
        return this.#move(entry.data.question, 'queued');
      case 'questionDeclined':
        return this.#move(entry.data.question, 'declined');
      case 'questionWithdrawn':
        return this.#move(entry.data.question, 'withdrawn');
      case 'questionMerged': {
        const { question, into } = entry.data;
        const from = this.#questions.get(question)?.state ?? 'submitted';
        return this.#change(question, { state: 'merged', merged: { into, from } });
      }
      case 'questionSeparated': {
        const from = this.#questions.get(entry.data.question)?.merged?.from ?? 'submitted';
        return this.#change(entry.data.question, { state: from, merged: null });
      }
      case 'questionPicked':
        this.#change(entry.data.question, { picked: true });
        return this.#move(entry.data.question, 'on_floor');
      case 'questionAnswered':
        return this.#move(entry.data.question, 'answered');
      case 'notesCompleted':
        return this.#change(entry.data.question, { promised: entry.data.commitment });
      case 'questionDeflected':
        this.#move(entry.data.question, 'deflected');
        return this.#change(entry.data.question, { reason: entry.data.reason });
      case 'deflectionAmended':
        return this.#change(entry.data.question, { reason: entry.data.reason });
      case 'agendaItemStarted':
      case 'talkStarted':
        return this.#moveAll((state) => state === 'on_floor', 'answered');
      case 'forumClosed':
        return this.#moveAll((state) => OPEN.has(state), 'deferred');
      case 'exchangeStarted':
        this.#exchanges.set(String(entry.seq), { number: entry.data.number, promised: null });
        return this.#moveAll((state) => state === 'on_floor', 'answered');
      case 'outcomeRecorded': {
        const exchange = this.#exchanges.get(entry.data.exchange);
        if (exchange) exchange.promised = entry.data.outcome.commitment;
        break;
      }
      default:
        this.#takeOpinion(entry);
    }
  }

  #takeOpinion(entry: Entry): void {
    switch (entry.type) {
      case 'questionSupported':
        this.#support(entry.data);
        break;
      case 'statementSubmitted':
        this.#statements.set(entry.data.statement, 'submitted');
        break;
      case 'statementApproved':
        this.#statements.set(entry.data.statement, 'approved');
        break;
      case 'statementDeclined':
      case 'statementWithdrawn':
        this.#statements.set(entry.data.statement, 'gone');
        break;
      case 'statementAnswered':
        this.#carryAnswers(entry.data);
        this.#answers.set(`${entry.data.voter} ${entry.data.statement}`, entry.data);
        break;
      default:
    }
  }

  #carryAnswers({ voter, stream }: { readonly voter: string; readonly stream?: string }): void {
    for (const [key, earlier] of stream === undefined ? [] : this.#answers) {
      if (earlier.voter !== stream) continue;
      this.#answers.delete(key);
      const own = this.#answers.get(`${voter} ${earlier.statement}`);
      if (!own?.answer) this.#answers.set(`${voter} ${earlier.statement}`, { ...earlier, voter });
    }
  }

  #support({ question, voter, stream, hall, on }: EntryOf<'questionSupported'>['data']): void {
    // A phone that came by a ticket votes as the ticket; what it supported before goes over with it.
    for (const voters of stream === undefined ? [] : this.#supports.values())
      if (voters.delete(stream ?? '')) voters.add(voter);
    this.#inHall.set(voter, hall ?? false);
    const own = this.#supports.get(question) ?? new Set();
    this.#supports.set(question, own);
    if (on) own.add(voter);
    else
      for (const [id, voters] of this.#supports)
        if (this.#countsFor(id) === this.#countsFor(question)) voters.delete(voter);
  }
  #countsFor(id: string): string {
    const into = this.#questions.get(id)?.merged?.into;
    return into === undefined ? id : this.#countsFor(into);
  }

  #change(id: string, fields: Partial<Question>): void {
    const question = this.#questions.get(id);
    if (question) Object.assign(question, fields);
  }
  #move(id: string, state: QuestionState): void {
    this.#change(id, { state, ...(PUBLIC.has(state) && { seen: true }) });
  }
  #moveAll(which: (state: QuestionState) => boolean, to: QuestionState): void {
    for (const [id, { state }] of this.#questions) if (which(state)) this.#move(id, to);
  }

  votes(): Votes {
    const united = new Map<string, Set<string>>();
    for (const [id, voters] of this.#supports) {
      const root = this.#countsFor(id);
      united.set(root, new Set([...(united.get(root) ?? []), ...voters]));
    }
    const [supports, inHall] = [new Map<string, number>(), new Map<string, number>()];
    for (const [id, voters] of united) {
      supports.set(id, voters.size);
      inHall.set(id, [...voters].filter((voter) => this.#inHall.get(voter)).length);
    }
    const tallies = new Map<string, Tally>();
    for (const { statement, answer } of this.#answers.values()) {
      const tally = tallies.get(statement) ?? NOBODY;
      if (answer) tallies.set(statement, { ...tally, [answer]: tally[answer] + 1 });
    }
    return { supports, inHall, tallies };
  }

  opinions(): { people: number; answers: number; total: number } {
    const given = [...this.#answers.values()].filter(({ answer }) => answer !== null);
    return {
      people: new Set(given.map(({ voter }) => voter)).size,
      answers: given.length,
      total: [...this.#statements.values()].filter((state) => state === 'approved').length,
    };
  }

  results(): Omit<Figures, 'rated'> {
    const all = [...this.#questions.values()];
    const cameIn = all.filter(({ state }) => state !== 'withdrawn');
    const each = <K extends string>(keys: readonly K[], of: (key: K) => number) =>
      Object.fromEntries(keys.map((key) => [key, of(key)])) as Record<K, number>;
    const { total, answers } = this.opinions();
    const { supports, inHall } = this.votes();
    return {
      asked: cameIn.length,
      bySource: each(SOURCES, (key) => cameIn.filter(({ source }) => source === key).length),
      byState: each(QUESTION_STATES, (key) => all.filter(({ state }) => state === key).length),
      deflected: each(
        DEFLECTION_REASONS,
        (key) => all.filter(({ state, reason }) => state === 'deflected' && reason === key).length,
      ),
      supportsInHall: sum(inHall),
      supports: sum(supports),
      mostSupported: this.#mostSupported(),
      commitments: this.#commitments(),
      exchanges: this.#exchanges.size,
      statements: total,
      answers,
    };
  }

  topAsked(): string[] {
    return this.#supported(10).map(({ id, support, picked }) => topLine(id, support, picked));
  }
  #mostSupported(): string[] {
    return this.#supported(3).map(({ id, support, state }) => `${id} ${support} ${state}`);
  }

  #supported(most: number): readonly (Question & { id: string; support: number })[] {
    const { supports } = this.votes();
    return [...this.#questions]
      .filter(([, { state, seen }]) => PUBLIC.has(state) || (state === 'deferred' && seen))
      .map(([id, question]) => ({ id, ...question, support: supports.get(id) ?? 0 }))
      .filter(({ support }) => support > 0)
      .sort((a, b) => b.support - a.support || a.number - b.number)
      .slice(0, most);
  }

  #commitments(): string[] {
    const promises = [
      ...[...this.#questions.values()].map(
        ({ number, promised }) => promised && promiseOf(number, null, promised),
      ),
      ...[...this.#exchanges.values()].map(
        ({ number, promised }) => promised && promiseOf(null, number, promised),
      ),
    ];
    return promises.filter((promise) => promise !== null).sort();
  }
}
