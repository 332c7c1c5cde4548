/** The moderator's work in hand: which question is selected, what department it gets, what is declined or edited. */
import type { DeclineReason, DeskQuestion } from '@wenzheng/shared/forum/questions';
import { m } from '@wenzheng/shared/paraglide/messages.js';
import type { Draft } from '../../draft.svelte';
import type { Desk } from '../../hub-link';
import type { Presses } from '../../presses.svelte';
import { isUnseen } from './desk-view';
import { SteadyList } from './steady-list.svelte';

export interface DeskEntry extends DeskQuestion {
  readonly id: string;
}

const oldestFirst = (desk: Desk, belongs: (question: DeskQuestion) => boolean): DeskEntry[] =>
  Object.entries(desk)
    .filter(([, question]) => belongs(question))
    .map(([id, question]) => ({ ...question, id }))
    .sort((a, b) => a.askedAt - b.askedAt || a.number - b.number);

export class Screening {
  readonly #desk: () => Desk;
  readonly #presses: Presses;
  readonly list: SteadyList<DeskEntry>;
  #selected = $state<string | null>(null);
  #declining = $state<string | null>(null);
  #editing = $state<string | null>(null);
  #departments = $state.raw<Readonly<Record<string, string>>>({});

  constructor(desk: () => Desk, presses: Presses) {
    this.#desk = desk;
    this.#presses = presses;
    this.list = new SteadyList(() => this.waiting);
  }

  /** What nobody has looked at yet, whether or not it has joined the queue. */
  get waiting(): DeskEntry[] {
    return oldestFirst(this.#desk(), isUnseen);
  }
  get withoutNotes(): DeskEntry[] {
    return oldestFirst(
      this.#desk(),
      ({ state, notesToCome }) => state === 'answered' && notesToCome,
    );
  }

  /** The selected question; the oldest one if none was selected or it has left the desk. */
  get selected(): DeskEntry | null {
    const { waiting } = this;
    return waiting.find(({ id }) => id === this.#selected) ?? waiting[0] ?? null;
  }
  get declining(): string | null {
    return this.#declining;
  }

  departmentOf(question: DeskEntry): string | null {
    return this.#departments[question.id] ?? question.department ?? question.suggestedDepartment;
  }
  choose(question: DeskEntry, department: string): void {
    this.#departments = { ...this.#departments, [question.id]: department };
  }
  select(id: string): void {
    this.#selected = id;
  }
  /** Moves the selection by `step` rows; the element that shows it has to be brought into view. */
  move(step: number): void {
    const { waiting } = this;
    const at = waiting.findIndex(({ id }) => id === this.selected?.id);
    const next = waiting[Math.min(waiting.length - 1, Math.max(0, at + step))];
    if (next) this.#selected = next.id;
  }
  get editing(): string | null {
    return this.#editing;
  }
  openDecline(id: string | null): void {
    this.#declining = id;
    this.#editing = null;
    if (id !== null) this.#selected = id;
  }
  openEdit(id: string | null): void {
    this.#editing = id;
    this.#declining = null;
    if (id !== null) this.#selected = id;
  }

  approve(question: DeskEntry): void {
    void this.#presses.send({
      key: `screen.${question.id}`,
      what: question.reviewToCome
        ? m.desk_confirm_number({ number: question.number })
        : m.console_approve_number({ number: question.number }),
      command: {
        type: 'screenQuestion',
        question: question.id,
        department: this.departmentOf(question),
      },
    });
  }

  async edit(question: DeskEntry, words: Draft): Promise<void> {
    const ack = await this.#presses.send({
      key: `screen.${question.id}`,
      what: m.desk_edit_number({ number: question.number }),
      command: {
        type: 'editQuestion',
        question: question.id,
        text: words.text,
        from: question.revision,
      },
    });
    if (!ack?.ok) return;
    words.text = '';
    if (this.#editing === question.id) this.#editing = null;
  }

  async decline(question: DeskEntry, reason: DeclineReason, note: Draft): Promise<void> {
    const ack = await this.#presses.send({
      key: `screen.${question.id}`,
      what: m.console_decline_number({ number: question.number }),
      command: {
        type: 'declineQuestion',
        question: question.id,
        reason,
        note: note.text.trim() || null,
      },
    });
    if (!ack?.ok) return;
    note.text = '';
    if (this.#declining === question.id) this.#declining = null;
  }
}
