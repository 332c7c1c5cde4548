/** Which displays are open, and which were since the hub started: no fact of the forum, and gone with the hub. */

/** A display as the room has seen it. */
export interface SeenDisplay {
  readonly id: string;
  readonly connected: boolean;
  /** Films and slides that it says it could show at once; none once it has gone. */
  readonly holds: readonly string[];
}

interface Row {
  readonly connections: number;
  readonly holds: readonly string[];
}

/** Displays sign in nowhere: whoever opens their address under ever new names must not fill the list. */
const MOST = 60;

export class Screens {
  /** By id; one that has gone has no connections. */
  readonly #rows = new Map<string, Row>();

  /** Somebody came (1) or left (-1); answers what that changed. */
  count({ display }: { readonly display?: string }, by: 1 | -1): readonly 'screens'[] {
    if (display === undefined) return [];
    if (by > 0) this.came(display);
    else this.left(display);
    return ['screens'];
  }

  came(id: string): void {
    const before = this.#rows.get(id);
    if (before === undefined && this.#rows.size >= MOST && !this.#forgetOne()) return;
    this.#rows.set(id, {
      connections: (before?.connections ?? 0) + 1,
      holds: before?.holds ?? [],
    });
  }

  left(id: string): void {
    const before = this.#rows.get(id);
    if (before === undefined || before.connections === 0) return;
    const connections = before.connections - 1;
    this.#rows.set(id, { connections, holds: connections > 0 ? before.holds : [] });
  }

  /** A display says what it holds ready; answers what that changed. */
  hold({ display }: { readonly display?: string }, holds: readonly string[]): readonly 'screens'[] {
    const row = display === undefined ? undefined : this.#rows.get(display);
    if (display === undefined || row === undefined || row.connections === 0) return [];
    if (row.holds.join() === holds.join()) return [];
    this.#rows.set(display, { ...row, holds });
    return ['screens'];
  }

  /** In the order in which they first came. */
  list(): readonly SeenDisplay[] {
    return [...this.#rows].map(([id, { connections, holds }]) => ({
      ...{ id, connected: connections > 0 },
      holds,
    }));
  }

  /** Makes room by the one that was first to go; false if all are there. */
  #forgetOne(): boolean {
    const gone = [...this.#rows].find(([, { connections }]) => connections === 0);
    return gone !== undefined && this.#rows.delete(gone[0]);
  }
}
