/**
 * Words on their way from the first character to what the hub makes of them. The draft outlives reloads;
 * once sent it lies in the outbox, and here only so that it can come back should the hub refuse it.
 */
import { cleanWords } from '@wenzheng/shared/forum/people-words';
import type { CommandInput } from '@wenzheng/shared/forum/commands';
import type { OutboxStorage } from '@wenzheng/shared/live/outbox';
import type { Ack, Accepted, Mine } from '@wenzheng/shared/wire/protocol';
import { refusalText } from '../../shell/refusals';
import type { Live } from '../../shell/live';
import type { Notices } from '../../shell/notices.svelte';
import type { Problem } from './lengths';

interface Draft {
  readonly text: string;
  /** True once it lies in the outbox. */
  readonly sent: boolean;
}

/** What is written: a question or a statement. */
export interface Kind<D extends Draft, R> {
  /** Where the draft is kept. */
  readonly key: string;
  readonly empty: D;
  readonly parse: (kept: string | null) => D;
  readonly problemOf: (draft: D) => Problem | null;
  readonly command: (draft: D) => CommandInput & { readonly text: string };
  readonly received: (ack: Accepted) => R | undefined;
  /** The one among what the hub has of this device that was written as `text`. */
  readonly find: (mine: Mine, text: string) => R | undefined;
  /** Said when the page has gone on to something else in the meantime. */
  readonly taken: () => string;
  readonly unseen: (reason: string) => string;
}

export interface WritingPorts {
  readonly live: Live;
  readonly storage: OutboxStorage;
  readonly notices: Notices;
}

export class Writing<D extends Draft, R> {
  readonly #ports: WritingPorts;
  readonly #kind: Kind<D, R>;
  #draft: D;
  #problem = $state.raw<Problem | null>(null);
  #received = $state.raw<R | null>(null);
  /** True while the answer reaches this page; after a reload it is found among one's own instead. */
  #awaited = false;

  constructor(ports: WritingPorts, kind: Kind<D, R>) {
    this.#ports = ports;
    this.#kind = kind;
    this.#draft = $state.raw(kind.parse(ports.storage.get(kind.key)));
  }

  get draft(): D {
    return this.#draft;
  }
  get problem(): Problem | null {
    return this.#problem;
  }
  get sending(): boolean {
    return this.#draft.sent;
  }
  /** What the hub has made of it, until another is begun. */
  get received(): R | null {
    return this.#received;
  }

  write(change: Partial<D>): void {
    this.#keep({ ...this.#draft, ...change });
    this.#problem = null;
  }

  /** Begins with an empty field; what is being sent goes on being sent. */
  another(): void {
    this.#awaited = false;
    this.#received = null;
    this.write(this.#kind.empty);
  }

  /** The sheet has closed: what has been received was seen, and the next press begins anew. */
  leave(): void {
    if (this.#received) this.another();
  }

  async send(): Promise<void> {
    const { live, notices } = this.#ports;
    const draft = this.#draft;
    this.#problem = this.#kind.problemOf(draft);
    if (this.#problem || draft.sent) return;
    const sent = { ...draft, sent: true };
    this.#keep(sent);
    this.#awaited = true;
    const ack = await live.submit(this.#kind.command(draft));
    if (this.#draft === sent) this.#answered(ack);
    else notices.say(ack.ok ? this.#kind.taken() : this.#kind.unseen(refusalText(ack)));
  }

  /** After a reload: finds out what became of what an earlier page has sent. Call in an effect. */
  follow(): void {
    const { status, mine } = this.#ports.live;
    const draft = this.#draft;
    if (!draft.sent || this.#awaited || status !== 'live' || this.#isOnItsWay(draft)) return;
    const found = mine ? this.#kind.find(mine, cleanWords(draft.text)) : undefined;
    this.#received = found ?? null;
    this.#keep(found ? this.#kind.empty : { ...draft, sent: false });
  }

  #isOnItsWay(draft: D): boolean {
    const { type, text } = this.#kind.command(draft);
    return this.#ports.live.sending.some(
      (each) => each.type === type && 'text' in each && each.text === text,
    );
  }

  #answered(ack: Ack): void {
    this.#awaited = false;
    if (ack.ok) {
      this.#received = this.#kind.received(ack) ?? null;
      this.#keep(this.#kind.empty);
      return;
    }
    const field = ack.field === 'text' || ack.field === 'name' ? ack.field : null;
    this.#problem = { field, text: refusalText(ack) };
    this.#keep({ ...this.#draft, sent: false });
  }

  #keep(draft: D): void {
    const { storage } = this.#ports;
    this.#draft = draft;
    if (draft === this.#kind.empty) storage.remove(this.#kind.key);
    else storage.set(this.#kind.key, JSON.stringify(draft));
  }
}
