/**
 * The form that gives numbers to people who want to speak, and the number that was given last, as the hub has
 * acknowledged it: other desks give numbers too.
 */
import type { CommandInput } from '@wenzheng/shared/forum/commands';
import { refusalText } from '@wenzheng/shared/ui/refusals';
import type { Ack } from '@wenzheng/shared/wire/protocol';
import { Draft } from '../../draft.svelte';

export class Giving {
  readonly #submit: (command: CommandInput) => Promise<Ack>;
  readonly name: Draft;
  /** One of the forum's areas and the id of a department; empty for none. */
  readonly area: Draft;
  readonly department: Draft;
  /** Empty unless they have spoken today already. */
  readonly #again: Draft;
  #busy = $state(false);
  #problem = $state('');
  #given = $state<number | null>(null);

  /** `forum` is the id of the forum. */
  constructor(forum: string, submit: (command: CommandInput) => Promise<Ack>) {
    this.name = new Draft(forum, 'mic.name');
    this.area = new Draft(forum, 'mic.area');
    this.department = new Draft(forum, 'mic.department');
    this.#again = new Draft(forum, 'mic.again');
    this.#submit = submit;
  }

  get again(): boolean {
    return this.#again.text !== '';
  }
  set again(again: boolean) {
    this.#again.text = again ? 'again' : '';
  }
  get busy(): boolean {
    return this.#busy;
  }
  get problem(): string {
    return this.#problem;
  }
  /** To be said to whoever stands at the desk; null until the hub has given one. */
  get given(): number | null {
    return this.#given;
  }

  async give(): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    this.#problem = '';
    this.#given = null;
    const drafts = [this.name, this.area, this.department, this.#again];
    const said = drafts.map(({ text }) => text);
    const ack = await this.#submit({
      ...{ type: 'giveMicNumber', name: this.name.text.trim() || null, again: this.again },
      ...{ area: this.area.text || null, department: this.department.text || null },
    });
    this.#busy = false;
    if (!ack.ok) return void (this.#problem = refusalText(ack));
    this.#given = ack.micNumber ?? null;
    // Meanwhile the next person may have said something.
    drafts.forEach((draft, index) => draft.forget(said[index] ?? ''));
  }
}
