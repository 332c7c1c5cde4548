/**
 * What this device just did: the hub's answer names the entry, and that is all an undo needs. Roles that
 * are not shown the forum's list of undoable actions undo from here.
 */
import type { StaffRole } from '@wenzheng/shared/forum/access';
import { HELD_COMMANDS, type CommandInput } from '@wenzheng/shared/forum/commands';
import { UNDO_MS } from '@wenzheng/shared/forum/undo';
import type { Accepted, Ack } from '@wenzheng/shared/wire/protocol';
import type { HubLink } from './hub-link';
import type { UndoableAction } from './undo-window.svelte';

const KEEP = 12;

type Link = Pick<HubLink, 'submit' | 'actor' | 'now'>;
interface OwnAction {
  readonly action: UndoableAction;
  readonly command: CommandInput;
}

export class OwnActions {
  readonly #live: Link;
  readonly #role: StaffRole;
  #done = $state.raw<readonly OwnAction[]>([]);
  /** Entries that the hub listed last. */
  #listed: readonly number[] = [];

  constructor(live: Link, role: StaffRole) {
    this.#live = live;
    this.#role = role;
  }

  /** Newest last. */
  get actions(): UndoableAction[] {
    return this.#done.map(({ action }) => action);
  }

  /** What was asked that led to `entry`; null if it was not this device, or long ago. */
  sent(entry: number): CommandInput | null {
    return this.#done.find(({ action }) => action.entry === entry)?.command ?? null;
  }

  /** Sends `command` and remembers how to take it back. */
  async submit(command: CommandInput): Promise<Ack> {
    const ack = await this.#live.submit(command);
    if (ack.ok) this.note(command, ack);
    return ack;
  }

  /** Remembers how to take `command` back, however it was sent. */
  note(command: CommandInput, ack: Accepted): void {
    if (command.type === 'undo') this.#forget(command.entry);
    else if (!HELD_COMMANDS.includes(command.type)) this.#keep(command, ack);
  }

  /** True while nobody is known to have taken `entry` back. */
  stands(entry: number): boolean {
    return this.#done.some(({ action }) => action.entry === entry);
  }

  /** Takes note of what the hub lists: whatever leaves the list before its time was taken back elsewhere. */
  heard(listed: readonly UndoableAction[]): void {
    const entries = listed.map(({ entry }) => entry);
    const early = this.#listed.filter((entry) => !entries.includes(entry));
    this.#listed = entries;
    const since = this.#live.now() - UNDO_MS;
    for (const { action } of this.#done) {
      if (early.includes(action.entry) && action.at > since) this.#forget(action.entry);
    }
  }

  #keep(command: CommandInput, { entry, question }: Accepted): void {
    if (entry === undefined) return;
    const action = {
      entry,
      command: command.type,
      by: { role: this.#role, id: this.#live.actor ?? '' },
      at: this.#live.now(),
      question: question ? { id: question.id, number: question.number } : null,
    };
    this.#done = [...this.#done, { action, command }].slice(-KEEP);
  }

  #forget(entry: number): void {
    this.#done = this.#done.filter(({ action }) => action.entry !== entry);
  }
}
