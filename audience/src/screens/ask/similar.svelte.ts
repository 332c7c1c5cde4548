/**
 * Questions that can be supported instead of asking the same again: looked for a moment after the writer has
 * stopped, so that nothing moves while they type. Without an answer there is nothing to show, and asking goes on.
 */
import { cleanWords } from '@wenzheng/shared/forum/people-words';
import type { SimilarOnPhone } from '@wenzheng/shared/forum/desk';
import { m } from '@wenzheng/shared/paraglide/messages.js';
import { refusalText } from '../../shell/refusals';
import type { Live } from '../../shell/live';
import type { Notices } from '../../shell/notices.svelte';

const PAUSE_MS = 900;
/** What is shorter says too little. */
const LEAST_LENGTH = 6;

interface Instead {
  readonly question: SimilarOnPhone;
  /** The draft whose place it takes; what has been written since is another. */
  readonly draft: object;
}

export class Similar {
  readonly #live: Live;
  readonly #notices: Notices;
  readonly #forum: string;
  readonly #draft: () => object;
  #found = $state.raw<readonly SimilarOnPhone[]>([]);
  #instead = $state.raw<Instead | null>(null);
  #looked = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `draft`: what stands in the form, another object after every change. */
  constructor(live: Live, notices: Notices, forum: string, draft: () => object) {
    this.#live = live;
    this.#notices = notices;
    this.#forum = forum;
    this.#draft = draft;
  }

  get found(): readonly SimilarOnPhone[] {
    return this.#found;
  }
  /** Supported in place of the words that stand in the form; null once others stand there. */
  get supported(): SimilarOnPhone | null {
    return this.#instead?.draft === this.#draft() ? this.#instead.question : null;
  }

  /** What stands in the form now; call it as often as it changes. */
  written(text: string): void {
    clearTimeout(this.#timer);
    const words = cleanWords(text);
    if (words === this.#looked) return;
    if (words.length < LEAST_LENGTH) {
      this.#looked = '';
      this.#found = [];
      return;
    }
    this.#timer = setTimeout(() => void this.#look(words), PAUSE_MS);
  }

  /** The form is left. */
  stop(): void {
    clearTimeout(this.#timer);
  }

  isSupported({ id }: SimilarOnPhone): boolean {
    const { mine, view } = this.#live;
    const same = [id, ...(view?.collections.questions[id]?.with ?? [])];
    return same.some((each) => mine?.supports.includes(each) ?? false);
  }

  async support(question: SimilarOnPhone): Promise<void> {
    const draft = this.#draft();
    const ack = await this.#live.submit({
      type: 'supportQuestion',
      question: question.id,
      on: true,
    });
    const { number } = question;
    if (ack.ok) this.#instead = { question, draft };
    else this.#notices.say(m.audience_not_supported({ number, reason: refusalText(ack) }));
  }

  /** Back to what was written: it is another matter after all. */
  goOn(): void {
    this.#instead = null;
  }
  /** The words are given up for the question that was supported. */
  end(): void {
    this.#instead = null;
    this.#looked = '';
    this.#found = [];
  }

  async #look(text: string): Promise<void> {
    this.#looked = text;
    const found = await similarTo(this.#forum, text);
    if (found && this.#looked === text) this.#found = found;
  }
}

/** Null if the hub had no time or was not reached. */
async function similarTo(forum: string, text: string): Promise<readonly SimilarOnPhone[] | null> {
  try {
    const answer = await fetch(`/api/forums/${encodeURIComponent(forum)}/similar`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ text }),
    });
    const body: unknown = answer.ok ? await answer.json() : null;
    return isFound(body) ? body.questions : null;
  } catch {
    return null;
  }
}

/** Whether the hub sent what the screen reads; zod is too heavy for a phone. */
const isFound = (body: unknown): body is { questions: SimilarOnPhone[] } =>
  typeof body === 'object' &&
  body !== null &&
  'questions' in body &&
  Array.isArray(body.questions) &&
  body.questions.every(
    (each: unknown) =>
      typeof each === 'object' &&
      each !== null &&
      'id' in each &&
      'text' in each &&
      'number' in each &&
      'support' in each &&
      typeof each.id === 'string' &&
      typeof each.text === 'string' &&
      typeof each.number === 'number',
  );
