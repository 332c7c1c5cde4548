/** What was being answered and gives way to something else can be rated like any other answer. */
import type { ForumState } from '@wenzheng/server/src/engine/state';
import type { Entry } from '@wenzheng/server/src/journal/entry';
import { readClock } from '@wenzheng/shared/time/countdown';

const TAKES_THE_FLOOR: ReadonlySet<Entry['type']> = new Set<Entry['type']>([
  'talkStarted',
  'exchangeStarted',
  'questionPicked',
]);

export class PushedOffWatch {
  /** What the hall would rate if something else took the floor now. */
  #answer: string | null = null;

  /** What is wrong once `entries`, of one command, are recorded in `state`; null if nothing is. */
  take(
    { rating, floor, questions, currentQuestion }: ForumState,
    entries: readonly Entry[],
  ): string | null {
    const left = this.#answer;
    const onFloor = questions.get(currentQuestion.value ?? '');
    const { exchange = null, phase } = floor.value ?? {};
    if (exchange) {
      const { resting } = exchange;
      const heard = phase === 'official' || readClock(resting, resting.startedAt).spent > 0;
      this.#answer = heard ? `x${exchange.id}` : null;
    } else if (onFloor?.state === 'on_floor' && onFloor.answerers.length > 0)
      this.#answer = `q${onFloor.id}`;
    else this.#answer = null;
    if (left === null || !entries.some(({ type }) => TAKES_THE_FLOOR.has(type))) return null;
    const rated = rating.value?.open ? rating.value.answer : null;
    return rated === left ? null : `${left} gave way, and ${rated ?? 'nothing'} is rated`;
  }
}
