/**
 * What this person just did, for roles that are not shown the forum's list of undoable actions: the
 * hub's answer names the entry, and that is all an undo needs.
 */
import type { StaffRole } from '@wenzheng/shared/forum/access';
import type { CommandInput } from '@wenzheng/shared/forum/commands';
import type { Ack } from '@wenzheng/shared/wire/protocol';
import type { HubLink } from './hub-link';
import type { UndoableAction } from './undo-window.svelte';

const UNDOABLE: ReadonlySet<string> = new Set(['screenQuestion', 'declineQuestion']);
const KEEP = 4;

export class OwnActions {
  readonly #live: HubLink;
  readonly #role: StaffRole;
  readonly #numberOf: (question: string) => number | null;
  #actions = $state.raw<readonly UndoableAction[]>([]);

  /** `numberOf` tells the number of a question that is still on the desk. */
  constructor(live: HubLink, role: StaffRole, numberOf: (question: string) => number | null) {
    this.#live = live;
    this.#numberOf = numberOf;
    this.#role = role;
  }

  /** Newest last. */
  get actions(): UndoableAction[] {
    return [...this.#actions];
  }

  /** Sends `command` and remembers how to take it back. */
  async submit(command: CommandInput): Promise<Ack> {
    const question = 'question' in command ? this.#aboutQuestion(command.question) : null;
    const ack = await this.#live.submit(command);
    if (!ack.ok) return ack;
    if (command.type === 'undo') this.#forget(command.entry);
    else if (UNDOABLE.has(command.type) && ack.entry !== undefined)
      this.#keep(command.type, ack.entry, question);
    return ack;
  }

  #aboutQuestion(id: string): UndoableAction['question'] {
    const number = this.#numberOf(id);
    return number === null ? null : { id, number };
  }

  #keep(command: string, entry: number, question: UndoableAction['question']): void {
    const by = { role: this.#role, id: this.#live.actor ?? '' };
    const action = { entry, command, by, at: this.#live.now(), question };
    this.#actions = [...this.#actions, action].slice(-KEEP);
  }

  #forget(entry: number): void {
    this.#actions = this.#actions.filter((action) => action.entry !== entry);
  }
}
