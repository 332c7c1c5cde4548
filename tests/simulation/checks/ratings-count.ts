/** Counts the ratings of answers from a journal alone, sharing nothing with the hub's own counting. */
import type { Entry } from '@wenzheng/server/src/journal/entry';
import type { Faces, RatedTotals } from '@wenzheng/shared/forum/ratings';

interface Rated {
  readonly voter: string;
  readonly answer: string;
  readonly face: keyof Faces;
  readonly part: 'hall' | 'online';
}
export type Ratings = Readonly<Record<string, Readonly<Record<Rated['part'], Faces>>>>;

const none = (): Record<Rated['part'], Faces> => ({
  hall: { satisfied: 0, partly: 0, not: 0 },
  online: { satisfied: 0, partly: 0, not: 0 },
});

export const NOT_RATED = none();

/** Answer → what was said of it; answers of which nothing stands are left out. */
export function countRatings(entries: readonly Entry[]): Ratings {
  const last = new Map<string, Rated>();
  for (const entry of entries) {
    if (entry.type !== 'answerRated') continue;
    const { voter, stream, answer, face, hall } = entry.data;
    for (const [key, rated] of stream === undefined ? [] : [...last]) {
      if (rated.voter !== stream) continue;
      last.delete(key);
      const own = `${voter} ${rated.answer}`;
      if (!last.has(own)) last.set(own, { ...rated, voter });
    }
    last.set(`${voter} ${answer}`, { voter, answer, face, part: hall ? 'hall' : 'online' });
  }
  const ratings: Record<string, Record<Rated['part'], Faces>> = {};
  for (const { answer, face, part } of last.values()) {
    const tally = (ratings[answer] ??= none());
    tally[part] = { ...tally[part], [face]: tally[part][face] + 1 };
  }
  return ratings;
}

/** Follows which answers have been given, and which of them is being rated; what was undone is left out. */
class AnswersGiven {
  readonly #given = new Set<string>();
  #rated: string | null = null;
  #question: string | null = null;
  #exchange: string | null = null;

  take({ seq, type, data }: Entry): void {
    switch (type) {
      case 'questionPicked':
        this.#question = data.question;
        break;
      case 'questionDeflected':
        this.#question = null;
        break;
      case 'questionAnswered':
        this.#given.add((this.#rated = `q${data.question}`));
        this.#question = null;
        break;
      case 'turnEnded':
        if (String(data.turn) !== this.#exchange) break;
        this.#rated = `x${this.#exchange}`;
        this.#endExchange();
        break;
      case 'ratingSet':
        this.#rated = data.open ? data.answer : null;
        break;
      case 'floorGiven':
        this.#endExchange();
        break;
      case 'talkStarted':
      case 'exchangeStarted':
        this.#endAll();
        if (type === 'exchangeStarted') this.#exchange = String(seq);
        break;
      case 'agendaItemStarted':
      case 'forumClosed':
        this.#endAll();
        this.#rated = null;
        break;
      default:
    }
  }

  /** Its ratings are told. */
  isTold(answer: string): boolean {
    return this.#given.has(answer) && answer !== this.#rated;
  }

  #endAll(): void {
    if (this.#question !== null) this.#given.add(`q${this.#question}`);
    this.#question = null;
    this.#endExchange();
  }
  #endExchange(): void {
    if (this.#exchange !== null) this.#given.add(`x${this.#exchange}`);
    this.#exchange = null;
  }
}

/** How all answers were found together; `kept` are the entries of what was not undone. */
export function countRated(entries: readonly Entry[], kept: readonly Entry[]): RatedTotals {
  const given = new AnswersGiven();
  for (const entry of kept) given.take(entry);
  const totals = { answers: 0, faces: { satisfied: 0, partly: 0, not: 0 } };
  for (const [answer, { hall, online }] of Object.entries(countRatings(entries))) {
    if (!given.isTold(answer)) continue;
    totals.answers += 1;
    for (const face of ['satisfied', 'partly', 'not'] as const)
      totals.faces[face] += hall[face] + online[face];
  }
  return totals;
}
