/**
 * The volunteer's entries: one form, sent at once or kept on the device until the network is back. What
 * the hub turns away comes back with the reason and can be put right.
 */
import type { CommandInput } from '@wenzheng/shared/forum/commands';
import type { MicNumber } from '@wenzheng/shared/forum/microphone';
import type { MyQuestion } from '@wenzheng/shared/forum/questions';
import { m } from '@wenzheng/shared/paraglide/messages.js';
import { refusalText } from '@wenzheng/shared/ui/refusals';
import type { Ack, Refusal } from '@wenzheng/shared/wire/protocol';
import { Draft } from '../../draft.svelte';
import type { HubLink } from '../../hub-link';
import { nextSerial } from './next-serial';

export type LogSource = 'paper' | 'mic';
export type LogField = 'serial' | 'text' | 'name';

export interface Entry {
  readonly key: number;
  readonly source: LogSource;
  readonly serial: string | null;
  readonly text: string;
  readonly name: string | null;
  readonly area: string | null;
  readonly department: string | null;
  /** Number of the person at the microphone. */
  readonly mic: number | null;
}
export interface Returned extends Entry {
  readonly why: string;
}
export interface Receipt {
  readonly serial: string | null;
  readonly question: MyQuestion;
}

/** From then on the person need not wait: the entry is kept on the device. */
const PATIENCE_MS = 1_200;

export class Logging {
  readonly #live: HubLink;
  readonly #submit: (command: CommandInput) => Promise<Ack>;
  readonly serial: Draft;
  readonly text: Draft;
  readonly name: Draft;
  /** One of the forum's areas and the id of a department; empty for none. */
  readonly area: Draft;
  readonly department: Draft;
  /** Digits of the number, beside the words: after a reload they still stand on it. */
  readonly #mic: Draft;
  #source = $state<LogSource>('paper');
  #count = 0;
  #inForm = $state.raw<Entry | null>(null);
  #problem = $state.raw<{ readonly field: LogField; readonly text: string } | null>(null);
  #receipts = $state.raw<readonly Receipt[]>([]);
  #returned = $state.raw<readonly Returned[]>([]);

  /** `forum` is the id of the forum. */
  constructor(live: HubLink, forum: string, submit: (command: CommandInput) => Promise<Ack>) {
    this.#live = live;
    this.serial = new Draft(forum, 'log.serial');
    this.text = new Draft(forum, 'log.text');
    this.name = new Draft(forum, 'log.name');
    this.area = new Draft(forum, 'log.area');
    this.department = new Draft(forum, 'log.department');
    this.#mic = new Draft(forum, 'log.mic');
    if (this.mic !== null) this.#source = 'mic';
    this.#submit = submit;
  }

  get source(): LogSource {
    return this.#source;
  }
  set source(source: LogSource) {
    if (source === this.#source) return;
    this.#source = source;
    this.#mic.text = '';
    this.#problem = null;
  }
  /** The number at the microphone on which the entry will stand. */
  get mic(): number | null {
    return Number.parseInt(this.#mic.text, 10) || null;
  }
  /**
   * Puts what is known of a person at the microphone into the form. Words that stand in it are another
   * person's: they are logged or cleared first.
   */
  take({ number, name, area, department }: MicNumber): void {
    if (this.mic === number || this.#isTaken()) return;
    this.source = 'mic';
    this.#mic.text = String(number);
    this.name.text = name ?? '';
    this.area.text = area ?? '';
    this.department.text = department ?? '';
  }
  /** True from the press until the hub answers or patience ends. */
  get busy(): boolean {
    return this.#inForm !== null;
  }
  get problem(): { readonly field: LogField; readonly text: string } | null {
    return this.#problem;
  }
  /** Newest first. */
  get receipts(): readonly Receipt[] {
    return this.#receipts;
  }
  get returned(): readonly Returned[] {
    return this.#returned;
  }
  /** Entries on this device that the hub has not answered yet, those of before a reload too. */
  get onDevice(): number {
    const sending = this.#live.sending.filter(({ type }) => type === 'logQuestion').length;
    return Math.max(0, sending - (this.busy ? 1 : 0));
  }

  /** Resolves true when the form is ready for the next entry. */
  async submit(): Promise<boolean> {
    if (this.busy) return false;
    const entry = this.#read();
    this.#problem = null;
    if (entry.source === 'paper' && entry.serial === null) {
      this.#problem = { field: 'serial', text: m.refusal_questions_serial_missing() };
      return false;
    }
    this.#inForm = entry;
    const { key: _, ...said } = entry;
    const answer = this.#submit({ type: 'logQuestion', ...said });
    const inTime = await Promise.race([answer, this.#patience()]);
    this.#inForm = null;
    if (inTime === 'late') {
      void answer.then((ack) => this.#arrived(entry, ack));
      this.#ready(entry);
      return true;
    }
    if (!inTime.ok) {
      this.#problem = { field: fieldOf(inTime), text: refusalText(inTime) };
      return false;
    }
    this.#arrived(entry, inTime);
    this.#ready(entry);
    return true;
  }

  /** Puts an entry that came back into the form again. */
  mend(entry: Returned): void {
    if (this.#isTaken()) return;
    this.#returned = this.#returned.filter(({ key }) => key !== entry.key);
    this.source = entry.source;
    this.serial.text = entry.serial ?? '';
    this.text.text = entry.text;
    this.name.text = entry.name ?? '';
    this.#mic.text = entry.mic === null ? '' : String(entry.mic);
    this.area.text = entry.area ?? '';
    this.department.text = entry.department ?? '';
  }

  /** Says so where the words stand. */
  #isTaken(): boolean {
    const isTaken = this.text.text.trim() !== '';
    this.#problem = isTaken ? { field: 'text', text: m.console_log_first() } : null;
    return isTaken;
  }

  #read(): Entry {
    const paper = this.#source === 'paper';
    return {
      key: (this.#count += 1),
      source: this.#source,
      serial: (paper && this.serial.text.trim()) || null,
      text: this.text.text,
      name: this.name.text.trim() || null,
      area: this.area.text || null,
      department: this.department.text || null,
      mic: this.#source === 'mic' ? this.mic : null,
    };
  }

  #patience(): Promise<'late'> {
    const ms = this.#live.status === 'live' ? PATIENCE_MS : 0;
    return new Promise((done) => setTimeout(() => done('late'), ms));
  }

  #arrived(entry: Entry, ack: Ack): void {
    if (!ack.ok) this.#returned = [...this.#returned, { ...entry, why: refusalText(ack) }];
    else if (ack.question) {
      this.#receipts = [{ serial: entry.serial, question: ack.question }, ...this.#receipts];
    }
  }

  #ready(entry: Entry): void {
    if (entry.serial !== null) this.serial.text = nextSerial(entry.serial);
    for (const draft of [this.text, this.name, this.area, this.department, this.#mic])
      draft.text = '';
    this.#problem = null;
  }
}

function fieldOf({ code, field }: Refusal): LogField {
  if (code === 'questions.serial_taken' || code === 'questions.serial_missing') return 'serial';
  return field === 'serial' || field === 'name' ? field : 'text';
}
