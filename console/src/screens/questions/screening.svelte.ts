/** The desk's work in hand: which question is selected, which are marked, and what is open at one of them. */
import type { SimilarAtDesk } from '@wenzheng/shared/forum/desk';
import type { DeclineReason, IncludedQuestion } from '@wenzheng/shared/forum/questions';
import type { CommandInput } from '@wenzheng/shared/forum/commands';
import { m } from '@wenzheng/shared/paraglide/messages.js';
import type { Ack } from '@wenzheng/shared/wire/protocol';
import type { Draft } from '../../draft.svelte';
import { SETTLE_MS, type Presses } from '../../presses.svelte';
import type { DeskEntry } from './desk-search.svelte';
import { isUnseen, isWaiting } from './desk-view';
import type { EditDraft } from './edit-draft.svelte';
import { SteadyList } from './steady-list.svelte';

/** What can be open at a question, one at a time. */
export type Panel = 'decline' | 'edit' | 'merge';

export class Screening {
  readonly #found: () => readonly DeskEntry[];
  readonly #topicsOfForum: () => readonly string[];
  readonly #presses: Presses;
  readonly #lookAgain: () => void;
  readonly list: SteadyList<DeskEntry>;
  #selected = $state<string | null>(null);
  /** What was found, in its order, when the selected question was last there. */
  #around = $state.raw<readonly string[]>([]);
  /** What was sent from here and may leave by it. */
  #dealtWith: readonly string[] = [];
  /** A finger sees what it selects: nothing moves under it. */
  #byKeys = $state(false);
  #open = $state.raw<{ readonly id: string; readonly panel: Panel } | null>(null);
  #marked = $state.raw<readonly string[]>([]);
  #departments = $state.raw<Readonly<Record<string, string>>>({});
  #topics = $state.raw<Readonly<Record<string, string | null>>>({});

  /**
   * `found` are the questions that the desk looks at, in their order; `topics` those of the forum; `lookAgain` has them
   * found anew.
   */
  constructor(
    found: () => readonly DeskEntry[],
    topics: () => readonly string[],
    presses: Presses,
    lookAgain: () => void,
  ) {
    this.#found = found;
    this.#topicsOfForum = topics;
    this.#presses = presses;
    this.#lookAgain = lookAgain;
    this.list = new SteadyList(() => this.#found());
  }

  /** The selected question; what stands in its place once it has left, and the first one if none was selected. */
  get selected(): DeskEntry | null {
    const found = this.#found();
    const at = Math.max(0, this.#around.indexOf(this.#selected ?? ''));
    const after = this.#around.slice(at);
    const before = this.#around.slice(0, at).reverse();
    for (const wanted of [this.#selected, ...after, ...before]) {
      const there = found.find(({ id }) => id === wanted);
      if (there) return there;
    }
    return found[0] ?? null;
  }
  /** Keeps the selection; call it whenever the list has changed. `isUnseen` tells of one that is not listed any more. */
  follow(isUnseen: (id: string) => boolean): void {
    const { selected } = this;
    const left = this.#selected;
    this.#around = this.#found().map(({ id }) => id);
    this.#selected = selected?.id ?? null;
    if (!selected || left === null || left === selected.id) return;
    const isOwn = this.#dealtWith.includes(left);
    this.#forget(left);
    if (!isOwn && !isUnseen(left)) this.#presses.hold(keyOf(selected), SETTLE_MS);
  }
  /** False while an answer is awaited, or when others have just taken away what was selected. */
  get isSettled(): boolean {
    const { selected } = this;
    return selected !== null && this.#presses.stateOf(keyOf(selected)) === 'ready';
  }
  /** By pointer. */
  select(id: string): void {
    if (!this.#found().some((each) => each.id === id)) return;
    this.#byKeys = false;
    this.#selected = id;
  }
  /** Whether what is selected was selected by keys, and has to be brought into view. */
  get byKeys(): boolean {
    return this.#byKeys;
  }
  /** By keys, `step` rows further. */
  move(step: number): void {
    const found = this.#found();
    const at = found.findIndex(({ id }) => id === this.selected?.id);
    const next = found[Math.min(found.length - 1, Math.max(0, at + step))];
    if (!next) return;
    this.#byKeys = true;
    this.#selected = next.id;
  }

  /** What is open at `id`. */
  panelAt(id: string): Panel | null {
    return this.#open?.id === id ? this.#open.panel : null;
  }
  open(panel: Panel, { id }: DeskEntry): void {
    this.#open = { id, panel };
    this.#selected = id;
  }
  close(): void {
    this.#open = null;
  }

  departmentOf(question: DeskEntry): string | null {
    return this.#departments[question.id] ?? question.department ?? question.suggestedDepartment;
  }
  choose({ id }: DeskEntry, department: string): void {
    this.#departments = { ...this.#departments, [id]: department };
  }

  /** The organisers may have taken off their list what was said or suggested. */
  topicOf(question: DeskEntry): string | null {
    const chosen = this.#topics[question.id];
    const topic = chosen === undefined ? (question.topic ?? question.suggestedTopic) : chosen;
    return topic !== null && this.#topicsOfForum().includes(topic) ? topic : null;
  }
  chooseTopic({ id }: DeskEntry, topic: string | null): void {
    this.#topics = { ...this.#topics, [id]: topic };
  }

  /** Marked ones that are still there. */
  get marked(): readonly DeskEntry[] {
    return this.#found().filter(({ id }) => this.#marked.includes(id));
  }
  isMarked(id: string): boolean {
    return this.#marked.includes(id);
  }
  mark({ id }: DeskEntry, on: boolean): void {
    const others = this.#marked.filter((each) => each !== id);
    this.#marked = on ? [...others, id] : others;
  }
  /** By keys; of what has no box to tick there is nothing to mark. */
  markSelected(): void {
    const { selected } = this;
    if (selected && isWaiting(selected)) this.mark(selected, !this.isMarked(selected.id));
  }
  unmarkAll(): void {
    this.#marked = [];
  }

  async approve(question: DeskEntry): Promise<void> {
    if (!isUnseen(question)) return;
    const what = question.reviewToCome
      ? m.desk_confirm_number({ number: question.number })
      : m.console_approve_number({ number: question.number });
    await this.#send(question, what, {
      type: 'screenQuestion',
      question: question.id,
      department: this.departmentOf(question),
      topic: this.topicOf(question),
    });
  }

  async edit(question: DeskEntry, draft: EditDraft): Promise<void> {
    const what = m.desk_edit_number({ number: question.number });
    const { id } = question;
    const ack = await this.#send(question, what, {
      ...{ type: 'editQuestion', question: id, text: draft.words.text, from: draft.from },
    });
    if (ack && !ack.ok && ack.code === 'questions.moved') this.#lookAgain();
    if (!ack?.ok) return;
    draft.discard();
    this.#done(id, 'edit', null);
  }

  async decline(question: DeskEntry, reason: DeclineReason, note: Draft): Promise<void> {
    const ack = await this.#decline(question, reason, note.text.trim() || null);
    if (ack?.ok) this.#done(question.id, 'decline', note);
  }

  async merge(question: DeskEntry, into: Pick<SimilarAtDesk, 'id' | 'number'>): Promise<void> {
    const what = m.moderation_merge_number({ number: question.number });
    const command = { type: 'mergeQuestion', question: question.id, into: into.id } as const;
    const ack = await this.#send(question, what, command);
    if (ack?.ok) this.#done(question.id, 'merge', null);
  }
  async separate(question: Pick<IncludedQuestion, 'id' | 'number'>): Promise<void> {
    const what = m.moderation_separate_number({ number: question.number });
    await this.#send(question, what, { type: 'separateQuestion', question: question.id });
  }
  async mask(question: DeskEntry, on: boolean): Promise<void> {
    const { id, number } = question;
    const what = on ? m.moderation_cover_number({ number }) : m.moderation_show_number({ number });
    await this.#send(question, what, { type: 'maskQuestion', question: id, on });
  }

  async approveMarked(): Promise<void> {
    for (const question of this.#takeMarked()) await this.approve(question);
  }
  async declineMarked(reason: DeclineReason): Promise<void> {
    for (const question of this.#takeMarked())
      if (isWaiting(question)) await this.#decline(question, reason, null);
  }
  /** Into the one that most support; of equals into the one asked first. */
  async mergeMarked(): Promise<void> {
    const marked = this.#takeMarked().filter(isWaiting);
    const [into, ...others] = [...marked].sort(
      (a, b) => b.support - a.support || a.number - b.number,
    );
    if (into) for (const question of others) await this.merge(question, into);
  }
  assignMarked(department: string): void {
    for (const question of this.marked) this.choose(question, department);
  }

  /** One that is held just now stays marked. */
  #takeMarked(): readonly DeskEntry[] {
    const taken = this.marked.filter((each) => this.#presses.stateOf(keyOf(each)) === 'ready');
    for (const each of taken) this.mark(each, false);
    return taken;
  }

  #decline(question: DeskEntry, reason: DeclineReason, note: string | null): Promise<Ack | null> {
    const what = m.console_decline_number({ number: question.number });
    return this.#send(question, what, {
      ...{ type: 'declineQuestion', question: question.id, reason, note },
    });
  }

  async #send(question: { id: string }, what: string, command: CommandInput): Promise<Ack | null> {
    const mayLeave = command.type !== 'editQuestion' && command.type !== 'maskQuestion';
    if (mayLeave) this.#dealtWith = [...this.#dealtWith, question.id];
    const ack = await this.#presses.send({ key: keyOf(question), what, command });
    if (!ack?.ok) this.#forget(question.id);
    return ack;
  }

  #forget(id: string): void {
    this.#dealtWith = this.#dealtWith.filter((each) => each !== id);
  }
  #done(id: string, panel: Panel, words: Draft | null): void {
    if (words) words.text = '';
    if (this.panelAt(id) === panel) this.close();
  }
}

/** What is done with one question waits for one answer at a time. */
const keyOf = ({ id }: { id: string }): string => `screen.${id}`;
