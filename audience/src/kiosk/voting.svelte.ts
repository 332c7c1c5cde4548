/** How one person votes at the kiosk with the code of their ticket or stub. Nothing of it is kept once they go. */
import type { PollVoters } from '@wenzheng/shared/forum/choices';
import type { BallotChoice } from '@wenzheng/shared/forum/poll-form';
import { m } from '@wenzheng/shared/paraglide/messages.js';
import { ballotRefusalText } from '../screens/polls/ballot-refusals';
import { toSend } from '../screens/polls/picks';
import type { CodeEntry } from './code-entry.svelte';
import type { KioskLive } from './live';

interface Cast {
  readonly poll: string;
  readonly ballot: BallotChoice;
  readonly state: 'sending' | 'counted' | 'again';
}

export class Voting {
  readonly entry: CodeEntry;
  readonly #live: Pick<KioskLive, 'submit'>;
  #cast = $state.raw<Cast | null>(null);

  constructor(live: Pick<KioskLive, 'submit'>, entry: CodeEntry) {
    this.#live = live;
    this.entry = entry;
  }

  /** Takes what was typed or scanned; where only tickets vote, a stub will not do. */
  async enter(text: string, who: PollVoters): Promise<void> {
    await this.entry.enter(text, ({ kind }) =>
      who === 'tickets' && kind !== 'ticket' ? m.refusal_polls_only_tickets() : '',
    );
  }

  /** What was cast in `poll` in this visit, or is on its way. */
  own(poll: string): BallotChoice | null {
    return this.#cast?.poll === poll ? this.#cast.ballot : null;
  }
  isSending(poll: string): boolean {
    return this.#cast?.poll === poll && this.#cast.state === 'sending';
  }
  /** It counts, and its voter has not begun to choose again. */
  isCounted(poll: string): boolean {
    return this.#cast?.poll === poll && this.#cast.state === 'counted';
  }
  again(): void {
    if (this.#cast) this.#cast = { ...this.#cast, state: 'again' };
  }

  async cast(poll: string, ballot: BallotChoice): Promise<boolean> {
    const { code } = this.entry;
    const before = this.#cast;
    if (code === null || before?.state === 'sending') return false;
    this.#cast = { poll, ballot, state: 'sending' };
    this.entry.problem = '';
    const ack = await this.#live.submit({
      ...{ type: 'castBallotByCode', poll, code },
      ballot: toSend(ballot),
    });
    this.#cast = ack.ok ? { poll, ballot, state: 'counted' } : before;
    if (!ack.ok) this.entry.problem = m.ballot_not_taken({ reason: ballotRefusalText(ack) });
    return ack.ok;
  }
}
