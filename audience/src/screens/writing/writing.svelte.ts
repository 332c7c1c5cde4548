/**
 * Words on their way from the first character to what the hub makes of them. The draft outlives reloads;
 * once sent it lies in the outbox, and here only so that it can come back should the hub refuse it.
 */
import { cleanWords } from '@wenzheng/shared/forum/people-words';
import type { CommandInput } from '@wenzheng/shared/forum/commands';
import type { Orphan } from '@wenzheng/shared/live/forum-link';
import type { OutboxStorage } from '@wenzheng/shared/live/outbox';
import type { Accepted, Mine, Refusal } from '@wenzheng/shared/wire/protocol';
import { refusalText } from '../../shell/refusals';
import type { Live } from '../../shell/live';
import type { Notices } from '../../shell/notices.svelte';
import { parseDraft, type Draft } from './draft';
import type { Problem } from './lengths';
import { SetAside, type Aside } from './set-aside.svelte';

/** What is written: a question or a statement. */
export interface Kind<D extends Draft, R> {
  /** Where the draft is kept, and what was set aside. */
  readonly key: string;
  readonly asideKey: string;
  readonly empty: D;
  readonly problemOf: (draft: D) => Problem | null;
  readonly command: (draft: D) => CommandInput & { readonly text: string };
  /** What was written to give `command`; null if it is of another kind. */
  readonly draftOf: (command: CommandInput) => D | null;
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
  readonly #aside: SetAside<D>;
  #draft: D;
  #problem = $state.raw<Problem | null>(null);
  #received = $state.raw<R | null>(null);
  /** True while the answer reaches this page; after a reload it is found among one's own instead. */
  #awaited = false;
  /** The form is before its writer's eyes. */
  #open = false;

  constructor(ports: WritingPorts, kind: Kind<D, R>) {
    this.#ports = ports;
    this.#kind = kind;
    this.#aside = new SetAside(ports.storage, kind.asideKey, kind.empty);
    this.#draft = $state.raw(parseDraft(ports.storage.get(kind.key), kind.empty));
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

  /** Words that wait to be taken up again or thrown away. */
  get aside(): readonly Aside<D>[] {
    return this.#aside.all;
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

  /** Puts what was set aside back into the form; other words there are set aside instead. */
  takeUp(aside: Aside<D>): void {
    const draft = this.#draft;
    this.#aside.drop(aside);
    if (!draft.sent && cleanWords(draft.text) !== '') this.#aside.put({ draft, refusal: null });
    this.another();
    this.#keep(aside.draft);
    if (aside.refusal) this.#problem = problemFrom(aside.refusal);
  }
  discard(aside: Aside<D>): void {
    this.#aside.drop(aside);
  }
  /** Takes back that it was thrown away. */
  restore(aside: Aside<D>): void {
    this.#aside.put(aside);
  }

  /** The sheet has opened. */
  enter(): void {
    this.#open = true;
  }
  /** The sheet has closed: what has been received was seen, and the next press begins anew. */
  leave(): void {
    this.#open = false;
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
    if (!ack.ok) this.#refused(sent, ack);
    else if (this.#draft === sent) this.#settle(this.#kind.received(ack) ?? null);
    else notices.say(this.#kind.taken());
  }

  /** The hub has refused what an earlier page of this device sent. */
  orphaned({ command, refusal }: Orphan): void {
    const draft = this.#kind.draftOf(command);
    if (!draft) return;
    const same = !this.#awaited && this.#draft.sent && this.#draft.text === draft.text;
    this.#refused(same ? this.#draft : draft, refusal);
  }

  /** After a reload: finds out what became of what an earlier page has sent. Call in an effect. */
  follow(): void {
    const { status, mine } = this.#ports.live;
    const draft = this.#draft;
    if (!draft.sent || this.#awaited || status !== 'live' || this.#isOnItsWay(draft)) return;
    const found = mine ? this.#kind.find(mine, cleanWords(draft.text)) : undefined;
    if (found) this.#settle(found);
    else this.#keep({ ...draft, sent: false });
  }

  #isOnItsWay(draft: D): boolean {
    const { type, text } = this.#kind.command(draft);
    return this.#ports.live.sending.some(
      (each) => each.type === type && 'text' in each && each.text === text,
    );
  }

  #settle(received: R | null): void {
    this.#awaited = false;
    this.#received = received;
    this.#keep(this.#kind.empty);
  }

  /** Back into the form if its writer still has it open; else to where they find it. */
  #refused(draft: D, refusal: Refusal): void {
    const current = this.#draft === draft;
    if (current) this.#awaited = false;
    if (current && this.#open) {
      this.#problem = problemFrom(refusal);
      this.#keep({ ...draft, sent: false });
      return;
    }
    this.#aside.put({ draft, refusal });
    if (current) this.#keep(this.#kind.empty);
    this.#ports.notices.say(this.#kind.unseen(refusalText(refusal)));
  }

  #keep(draft: D): void {
    const { storage } = this.#ports;
    this.#draft = draft;
    if (draft === this.#kind.empty) storage.remove(this.#kind.key);
    else storage.set(this.#kind.key, JSON.stringify(draft));
  }
}

const problemFrom = (refusal: Refusal): Problem => {
  const { field } = refusal;
  return { field: field === 'text' || field === 'name' ? field : null, text: refusalText(refusal) };
};
