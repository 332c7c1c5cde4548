/** This phone's ballot in one poll: it counts at once, and falls back by itself when the hub refuses it. */
import type { BallotChoice } from '@wenzheng/shared/forum/poll-form';
import type { Refusal } from '@wenzheng/shared/wire/protocol';
import type { Live } from '../../shell/live';
import { ballotRefusalText } from './ballot-refusals';
import { toSend } from './picks';

export class Casting {
  readonly #live: Pick<Live, 'mine' | 'sending' | 'submit'>;
  readonly #poll: string;
  #refusal = $state.raw<Refusal | null>(null);

  constructor(live: Pick<Live, 'mine' | 'sending' | 'submit'>, poll: string) {
    this.#live = live;
    this.#poll = poll;
  }

  get own(): BallotChoice | null {
    return this.#onItsWay === undefined
      ? (this.#live.mine?.ballots[this.#poll] ?? null)
      : this.#onItsWay;
  }
  get isOnItsWay(): boolean {
    return this.#onItsWay !== undefined;
  }
  /** Why the last ballot was not taken; empty if it was. */
  get problem(): string {
    return this.#refusal ? ballotRefusalText(this.#refusal) : '';
  }

  /** Sets the ballot, or with null takes it back; true once the hub has taken it. */
  readonly cast = async (ballot: BallotChoice | null): Promise<boolean> => {
    this.#refusal = null;
    const sent = ballot && toSend(ballot);
    const ack = await this.#live.submit({ type: 'castBallot', poll: this.#poll, ballot: sent });
    if (!ack.ok) this.#refusal = ack;
    return ack.ok;
  };

  /** The last one that the hub has not answered yet; undefined if there is none. */
  get #onItsWay(): BallotChoice | null | undefined {
    let ballot: BallotChoice | null | undefined;
    for (const command of this.#live.sending)
      if (command.type === 'castBallot' && command.poll === this.#poll) ballot = command.ballot;
    return ballot;
  }
}
