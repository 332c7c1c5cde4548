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
  #actions = $state.raw<readonly UndoableAction[]>([]);

  constructor(live: HubLink, role: StaffRole) {
    this.#live = live;
    this.#role = role;
  }

  /** Newest last. */
  get actions(): UndoableAction[] {
    return [...this.#actions];
  }

  /** Sends `command` and remembers how to take it back. */
  async submit(command: CommandInput): Promise<Ack> {
    const ack = await this.#live.submit(command);
    if (!ack.ok) return ack;
    if (command.type === 'undo') this.#forget(command.entry);
    else if (UNDOABLE.has(command.type) && ack.entry !== undefined) this.#keep(command.type, ack.entry);
    return ack;
  }

  #keep(command: string, entry: number): void {
    const by = { role: this.#role, id: this.#live.actor ?? '' };
    const action = { entry, command, by, at: this.#live.now(), question: null };
    this.#actions = [...this.#actions, action].slice(-KEEP);
  }

  #forget(entry: number): void {
    this.#actions = this.#actions.filter((action) => action.entry !== entry);
  }
}
