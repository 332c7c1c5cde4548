/**
 * A question on its way from the first word to its tracking code. The draft outlives reloads; once sent it
 * lies in the outbox, and here only so that it can come back should the hub refuse it.
 */
import { cleanWords, NAME_LIMIT, WORDS_LIMIT } from '@wenzheng/shared/forum/people-words';
import type { MyQuestion } from '@wenzheng/shared/forum/questions';
import type { OutboxStorage } from '@wenzheng/shared/live/outbox';
import { m } from '@wenzheng/shared/paraglide/messages.js';
import { refusalText } from '../../shell/refusals';
import type { Ack } from '@wenzheng/shared/wire/protocol';
import type { Live } from '../../shell/live';
import type { Notices } from '../../shell/notices.svelte';
import { EMPTY, parseDraft, type Draft } from './draft';

export interface Problem {
  readonly field: 'text' | 'name' | null;
  readonly text: string;
}

export class Asking {
  readonly #live: Live;
  readonly #storage: OutboxStorage;
  readonly #notices: Notices;
  readonly #key: string;
  #draft = $state.raw<Draft>(EMPTY);
  #problem = $state.raw<Problem | null>(null);
  #received = $state.raw<MyQuestion | null>(null);
  /** True while the answer reaches this page; after a reload it is found among one's own questions instead. */
  #awaited = false;

  constructor(live: Live, storage: OutboxStorage, notices: Notices, forum: string) {
    this.#live = live;
    this.#storage = storage;
    this.#notices = notices;
    this.#key = `wz.draft.${forum}`;
    this.#draft = parseDraft(storage.get(this.#key));
  }

  get draft(): Draft {
    return this.#draft;
  }
  get problem(): Problem | null {
    return this.#problem;
  }
  get sending(): boolean {
    return this.#draft.sent;
  }
  /** The question once the hub has it, until another is begun. */
  get received(): MyQuestion | null {
    return this.#received;
  }

  write(change: Partial<Draft>): void {
    this.#keep({ ...this.#draft, ...change });
    this.#problem = null;
  }

  /** Begins with an empty field; what is being sent goes on being sent. */
  another(): void {
    this.#awaited = false;
    this.#received = null;
    this.write(EMPTY);
  }

  /** The sheet has closed: what has been received was seen, and the next press begins anew. */
  leave(): void {
    if (this.#received) this.another();
  }

  async send(): Promise<void> {
    const draft = this.#draft;
    this.#problem = problemOf(draft);
    if (this.#problem || draft.sent) return;
    const sent = { ...draft, sent: true };
    this.#keep(sent);
    this.#awaited = true;
    const ack = await this.#live.submit({
      type: 'askQuestion',
      text: draft.text,
      name: cleanWords(draft.name) || null,
      department: draft.department || null,
    });
    if (this.#draft === sent) this.#answered(ack);
    else this.#notices.say(ack.ok ? m.audience_ask_taken() : unseen(ack));
  }

  /** After a reload: finds out what became of a question that an earlier page has sent. Call in an effect. */
  follow(): void {
    const { text, sent } = this.#draft;
    if (!sent || this.#awaited || this.#live.status !== 'live' || this.#isOnItsWay(text)) return;
    const question = this.#live.mine?.questions.find((each) => each.text === cleanWords(text));
    this.#received = question ?? null;
    this.#keep(question ? EMPTY : { ...this.#draft, sent: false });
  }

  #isOnItsWay(text: string): boolean {
    return this.#live.sending.some((each) => each.type === 'askQuestion' && each.text === text);
  }

  #answered(ack: Ack): void {
    this.#awaited = false;
    if (ack.ok) {
      this.#received = ack.question ?? null;
      this.#keep(EMPTY);
      return;
    }
    const field = ack.field === 'text' || ack.field === 'name' ? ack.field : null;
    this.#problem = { field, text: refusalText(ack) };
    this.#keep({ ...this.#draft, sent: false });
  }

  #keep(draft: Draft): void {
    this.#draft = draft;
    if (draft === EMPTY) this.#storage.remove(this.#key);
    else this.#storage.set(this.#key, JSON.stringify(draft));
  }
}

const unseen = (ack: Ack & { ok: false }): string =>
  m.audience_ask_unseen({ reason: refusalText(ack) });

function problemOf({ text, name }: Draft): Problem | null {
  const words = cleanWords(text);
  if (words === '') return { field: 'text', text: m.refusal_empty() };
  if ([...words].length > WORDS_LIMIT) return { field: 'text', text: m.refusal_too_long() };
  if ([...cleanWords(name)].length > NAME_LIMIT)
    return { field: 'name', text: m.refusal_too_long() };
  return null;
}
