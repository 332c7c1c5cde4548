/**
 * The forum's figures, kept up as it goes on so that no command has to count. They are derived after the
 * commit and belong to the views; decide never reads them.
 */
import {
  DEFLECTION_REASONS,
  QUESTION_STATES,
  SOURCES,
  type DeflectionReason,
  type QuestionState,
  type Source,
} from '@wenzheng/shared/forum/questions';
import type { Instant } from '@wenzheng/shared/time/instant';
import { Ranking } from '../../engine/ranking';
import type { ForumState } from '../../engine/state';
import type { Changes } from '../../engine/store';
import type { CommitmentRow, ExchangeRow } from '../floor';
import type { QuestionRow } from '../questions';
import { exchangeHoldsClosing, questionHoldsClosing } from './to-come';

/** A promise, and the question or exchange in which it was made. */
export interface Promised {
  readonly id: string;
  readonly at: Instant;
  readonly commitment: CommitmentRow;
  readonly question: number | null;
  readonly exchange: number | null;
}

const LAST = Number.MAX_SAFE_INTEGER;
/** Of what was promised at the same moment, questions first. */
const oldestFirst = (a: Promised, b: Promised): number =>
  a.at - b.at ||
  (a.question ?? LAST) - (b.question ?? LAST) ||
  (a.exchange ?? 0) - (b.exchange ?? 0);

interface Picked {
  readonly id: string;
  readonly entry: number;
}
const newestFirst = (a: Picked, b: Picked): number => b.entry - a.entry;
/** Of the picks so many are told. */
const PICKS_SHOWN = 100;

type Tally<K extends string> = Record<K, number>;
const tallyOf = <K extends string>(keys: readonly K[]): Tally<K> =>
  Object.fromEntries(keys.map((key) => [key, 0])) as Tally<K>;

export class Figures {
  readonly bySource: Tally<Source> = tallyOf(SOURCES);
  readonly byState: Tally<QuestionState> = tallyOf(QUESTION_STATES);
  readonly deflected: Tally<DeflectionReason> = tallyOf(DEFLECTION_REASONS);
  notesToCome = 0;
  outcomesToCome = 0;
  readonly #picks = new Ranking(newestFirst, { shown: PICKS_SHOWN, moved: null });
  /** Rows as they have been counted. */
  readonly #questions = new Map<string, QuestionRow>();
  readonly #exchanges = new Map<string, ExchangeRow>();
  readonly #promised = new Ranking(oldestFirst, { shown: 0, moved: null });

  constructor(state: ForumState) {
    for (const [id] of state.questions.entries()) this.#lookAtQuestion(state, id);
    for (const [id] of state.exchanges.entries()) this.#lookAtExchange(state, id);
    for (const [id] of state.picks.entries()) this.#lookAtPick(state, id);
  }

  update(state: ForumState, changes: Changes): void {
    for (const id of changes.get('questions')?.keys() ?? []) this.#lookAtQuestion(state, id);
    for (const id of changes.get('exchanges')?.keys() ?? []) this.#lookAtExchange(state, id);
    for (const id of changes.get('picks')?.keys() ?? []) this.#lookAtPick(state, id);
  }

  /** Questions that came in; what was withdrawn again did not. */
  get asked(): number {
    return this.#questions.size - this.byState.withdrawn;
  }
  /** Questions that were picked. */
  get picked(): number {
    return this.#picks.size;
  }
  /** The last of them, the newest first. */
  lastPicked(): readonly string[] {
    return this.#picks.shown();
  }
  get exchanges(): number {
    return this.#exchanges.size;
  }
  /** Oldest first. */
  commitments(): readonly Promised[] {
    return this.#promised.all;
  }

  #lookAtQuestion(state: ForumState, id: string): void {
    const row = state.questions.get(id);
    const before = this.#questions.get(id);
    if (before) this.#countQuestion(before, -1);
    this.#questions.delete(id);
    if (row) {
      this.#countQuestion(row, 1);
      this.#questions.set(id, row);
    }
    this.#promise(before && promisedIn(before), row && promisedIn(row));
  }

  #countQuestion(row: QuestionRow, by: 1 | -1): void {
    this.byState[row.state] += by;
    if (row.state !== 'withdrawn') this.bySource[row.source] += by;
    if (row.state === 'deflected' && row.deflection) this.deflected[row.deflection.reason] += by;
    if (questionHoldsClosing(row)) this.notesToCome += by;
  }

  #lookAtExchange(state: ForumState, id: string): void {
    const row = state.exchanges.get(id);
    const before = this.#exchanges.get(id);
    if (before && exchangeHoldsClosing(before)) this.outcomesToCome -= 1;
    this.#exchanges.delete(id);
    if (row) {
      if (exchangeHoldsClosing(row)) this.outcomesToCome += 1;
      this.#exchanges.set(id, row);
    }
    this.#promise(before && promisedInExchange(before), row && promisedInExchange(row));
  }

  #lookAtPick(state: ForumState, id: string): void {
    const pick = state.picks.get(id);
    this.#picks.set({ id, entry: pick?.entry ?? 0 }, pick !== undefined);
  }

  #promise(before: Promised | null | undefined, after: Promised | null | undefined): void {
    if (before) this.#promised.set(before, false);
    if (after) this.#promised.set(after, true);
  }
}

function promisedIn({ id, commitment, number, history }: QuestionRow): Promised | null {
  if (!commitment) return null;
  const at = history.findLast(({ state }) => state === 'answered')?.at;
  if (at === undefined) return null;
  return { id: `question/${id}`, at, commitment, question: number, exchange: null };
}

function promisedInExchange({ outcome, number, startedAt: at }: ExchangeRow): Promised | null {
  const commitment = outcome?.commitment;
  if (!commitment) return null;
  return { id: `exchange/${number}`, at, commitment, question: null, exchange: number };
}
