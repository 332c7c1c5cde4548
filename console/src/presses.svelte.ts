/**
 * What happens between a press and the hub's answer: the pressed control is held so that a second press
 * does nothing, is marked when the answer takes longer than a glance, and a refusal says what did not happen.
 */
import type { CommandInput } from '@wenzheng/shared/forum/commands';
import { UNDO_MS } from '@wenzheng/shared/forum/undo';
import { refusalText } from '@wenzheng/shared/ui/refusals';
import type { Ack } from '@wenzheng/shared/wire/protocol';
import type { Draft } from './draft.svelte';

export type PressState = 'ready' | 'sent' | 'slow';

export interface Press {
  /** Controls with the same key are held together. */
  readonly key: string;
  /** What will be done, as the person reads it. */
  readonly what: string;
  readonly command: CommandInput;
  /** What was written for it: forgotten once it can no longer come back to be written again. */
  readonly words?: readonly Draft[];
}

export interface Notice {
  readonly id: number;
  /** What did not happen. */
  readonly what: string;
  readonly why: string;
}

const SLOW_MS = 300;
/** A double press is one press, even when the hub is quicker than the finger. */
const HOLD_MS = 400;
/** As long as it takes to see that a button has changed. */
export const SETTLE_MS = 700;
const NOTICE_MS = 9_000;

const wait = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

export class Presses {
  readonly #submit: (command: CommandInput) => Promise<Ack>;
  readonly #stands: (entry: number) => boolean;
  /** Of each control that is held, what it still waits for: an answer, or to be seen as it is now. */
  readonly #waits: Record<string, number | undefined> = {};
  /** Of the controls that are held. */
  #states = $state.raw<Readonly<Record<string, PressState>>>({});
  #notices = $state.raw<readonly Notice[]>([]);
  #count = 0;

  /** `stands` tells whether what was done as `entry` has not been taken back. */
  constructor(submit: (command: CommandInput) => Promise<Ack>, stands: (entry: number) => boolean) {
    this.#submit = submit;
    this.#stands = stands;
  }

  get notices(): readonly Notice[] {
    return this.#notices;
  }
  /** How many presses wait for an answer longer than a glance. */
  get slow(): number {
    return Object.values(this.#states).filter((state) => state === 'slow').length;
  }

  stateOf(key: string): PressState {
    return this.#states[key] ?? 'ready';
  }

  /** Sends and tells of a refusal by itself; null when the same control is still held. */
  async send({ what, ...press }: Press): Promise<Ack | null> {
    const ack = await this.ask(press);
    if (ack && !ack.ok) this.#tell(what, refusalText(ack));
    return ack;
  }

  /** Sends and leaves it to the caller to tell of a refusal. */
  async ask({ key, command, words = [] }: Omit<Press, 'what'>): Promise<Ack | null> {
    if (this.stateOf(key) !== 'ready') return null;
    this.#set(key, 'sent');
    const slow = setTimeout(() => this.#set(key, 'slow'), SLOW_MS);
    const held = wait(HOLD_MS);
    const sent = words.map((draft) => ({ draft, text: draft.text }));
    const answer = this.#submit(command);
    const over = answer.then(() => held);
    this.#keep(key, over);
    const ack = await answer;
    clearTimeout(slow);
    if (this.stateOf(key) === 'slow') this.#set(key, 'sent');
    if (ack.ok) {
      void wait(UNDO_MS).then(() => {
        if (ack.entry !== undefined && !this.#stands(ack.entry)) return;
        for (const { draft, text } of sent) draft.forget(text);
      });
    }
    return ack;
  }

  /** Makes a control wait, answered or not, because what it would do has just changed under the finger. */
  hold(key: string, ms: number): void {
    if (this.stateOf(key) === 'ready') this.#set(key, 'sent');
    this.#keep(key, wait(ms));
  }

  dismiss(id: number): void {
    this.#notices = this.#notices.filter((notice) => notice.id !== id);
  }

  /** Says what did not happen until somebody dismisses it: the words stand nowhere else. */
  report(what: string, why: string): void {
    const id = (this.#count += 1);
    this.#notices = [...this.#notices, { id, what, why }];
  }

  #tell(what: string, why: string): void {
    this.report(what, why);
    const id = this.#count;
    setTimeout(() => this.dismiss(id), NOTICE_MS);
  }

  /** Holds a control until `over`, and until everything else that holds it is over. */
  #keep(key: string, over: Promise<void>): void {
    this.#waits[key] = (this.#waits[key] ?? 0) + 1;
    void over.then(() => {
      const left = (this.#waits[key] ?? 1) - 1;
      if (left > 0) return void (this.#waits[key] = left);
      delete this.#waits[key];
      this.#set(key, 'ready');
    });
  }

  #set(key: string, state: PressState): void {
    const { [key]: _, ...others } = this.#states;
    this.#states = state === 'ready' ? others : { ...others, [key]: state };
  }
}
