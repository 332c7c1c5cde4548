/**
 * A field that saves by itself when it is left. It follows what the hub holds, except while somebody is in
 * it or has written what is not saved yet: such words stay until they are saved or given up.
 */
import { m } from '@wenzheng/shared/paraglide/messages.js';
import { refusalText } from '@wenzheng/shared/ui/refusals';
import type { Ack, Refusal } from '@wenzheng/shared/wire/protocol';
import type { FieldText, Misreading } from './field-texts';

export type Mark = 'none' | 'saving' | 'saved';

export interface FieldPorts<V> {
  /** What the hub holds. */
  readonly stored: () => V;
  readonly texts: FieldText<V>;
  readonly save: (value: V) => Promise<Ack>;
  /** Keeps unsaved words through a reload; empty for none. */
  readonly draft: { text: string };
}

const SAVED_MS = 2_500;

const misreadings: Record<Misreading, () => string> = {
  not_a_date: m.setup_not_a_moment,
  not_minutes: m.setup_not_minutes,
  not_days: m.task_not_days,
};

/** The sentence of a refusal; for one line of several it says which. */
export function fieldProblem(refusal: Refusal): string {
  const text = refusalText(refusal);
  const line = refusal.code === 'malformed' && /^\d+$/.test(refusal.field ?? '');
  return line ? m.setup_line_problem({ line: Number(refusal.field) + 1, problem: text }) : text;
}

export class SavedField<V> {
  readonly #ports: FieldPorts<V>;
  #text = $state('');
  /** What the hub held when the text was taken over from it. */
  #base = $state('');
  #focused = $state(false);
  #edited = $state(false);
  #mark = $state<Mark>('none');
  #problem = $state<string | null>(null);
  #fading: ReturnType<typeof setTimeout> | undefined;

  constructor(ports: FieldPorts<V>) {
    this.#ports = ports;
    this.#take();
    const left = ports.draft.text;
    if (left === '' || left === this.#text) return;
    this.#text = left;
    this.#edited = true;
    this.#problem = m.setup_left_unsaved();
  }

  get text(): string {
    return this.#edited || this.#focused ? this.#text : this.#stored();
  }
  get mark(): Mark {
    return this.#mark;
  }
  /** Why it is not saved. */
  get problem(): string | null {
    return this.#problem;
  }
  /** What somebody else has written here meanwhile. */
  get others(): string | null {
    if (!this.#edited && !this.#focused) return null;
    const stored = this.#stored();
    return stored === this.#base || stored === this.#text ? null : stored;
  }

  enter(): void {
    if (!this.#edited) this.#take();
    this.#focused = true;
  }

  type(text: string): void {
    this.#text = text;
    this.#edited = true;
    if (this.#mark === 'saved') this.#mark = 'none';
    this.#ports.draft.text = text;
  }

  /** Whoever was in it is at its own buttons now, which say what becomes of the words. */
  turnToButtons(): void {
    this.#focused = false;
  }

  /** Saves and follows the hub again. */
  async leave(): Promise<void> {
    this.#focused = false;
    await this.save();
  }

  /** Saves what was typed; once more after a refusal. */
  async save(): Promise<void> {
    if (!this.#edited || this.#mark === 'saving') return;
    const { texts, save } = this.#ports;
    const reading = texts.read(this.#text);
    if (!reading.ok) {
      this.#problem = misreadings[reading.problem]();
      return;
    }
    const typed = this.#text;
    const text = texts.write(reading.value);
    if (text === this.#stored()) return this.giveUp();
    this.#problem = null;
    this.#mark = 'saving';
    const ack = await save(reading.value);
    this.#mark = ack.ok ? 'saved' : 'none';
    this.#problem = ack.ok ? null : fieldProblem(ack);
    if (!ack.ok) return;
    this.#base = text;
    this.#fade();
    if (this.#text !== typed) {
      if (!this.#focused) await this.#again();
      return;
    }
    this.#text = text;
    this.#clean();
  }

  /** Drops what was typed and shows what the hub holds. */
  giveUp(): void {
    this.#take();
    this.#clean();
    this.#problem = null;
    this.#mark = 'none';
  }

  #again(): Promise<void> {
    this.#mark = 'none';
    return this.save();
  }
  #stored(): string {
    return this.#ports.texts.write(this.#ports.stored());
  }
  #take(): void {
    this.#text = this.#base = this.#stored();
  }
  #clean(): void {
    this.#edited = false;
    this.#ports.draft.text = '';
  }
  #fade(): void {
    clearTimeout(this.#fading);
    this.#fading = setTimeout(() => {
      if (this.#mark === 'saved') this.#mark = 'none';
    }, SAVED_MS);
  }
}
