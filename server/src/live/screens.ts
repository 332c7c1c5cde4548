/** Which displays are open, and which were since the hub started: no fact of the forum, and gone with the hub. */

/** A display as the room has seen it. */
export interface SeenDisplay {
  readonly id: string;
  readonly connected: boolean;
}

/** Displays sign in nowhere: whoever opens their address under ever new names must not fill the list. */
const MOST = 60;

export class Screens {
  /** Id → its connections; one that has gone has none. */
  readonly #connections = new Map<string, number>();

  /** Somebody came (1) or left (-1); answers what that changed. */
  count({ display }: { readonly display?: string }, by: 1 | -1): readonly 'screens'[] {
    if (display === undefined) return [];
    if (by > 0) this.came(display);
    else this.left(display);
    return ['screens'];
  }

  came(id: string): void {
    const before = this.#connections.get(id);
    if (before === undefined && this.#connections.size >= MOST && !this.#forgetOne()) return;
    this.#connections.set(id, (before ?? 0) + 1);
  }

  left(id: string): void {
    const before = this.#connections.get(id);
    if (before !== undefined && before > 0) this.#connections.set(id, before - 1);
  }

  /** In the order in which they first came. */
  list(): readonly SeenDisplay[] {
    return [...this.#connections].map(([id, connections]) => ({ id, connected: connections > 0 }));
  }

  /** Makes room by the one that was first to go; false if all are there. */
  #forgetOne(): boolean {
    const gone = [...this.#connections].find(([, connections]) => connections === 0);
    return gone !== undefined && this.#connections.delete(gone[0]);
  }
}
