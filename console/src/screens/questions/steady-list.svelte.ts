/**
 * A list that never moves under a finger: while a pointer is over it, and for a moment after a touch,
 * it keeps its order and its places. What leaves keeps its place, what comes is added at the end, and
 * the new order waits until the person asks for it.
 */
import type { Attachment } from 'svelte/attachments';

export interface Row<T> {
  readonly entry: T;
  /** No longer part of the list; keeps its place until the next update. */
  readonly gone: boolean;
}

const AFTER_TOUCH_MS = 1_500;

const byIdOf = <T extends { readonly id: string }>(
  entries: readonly T[],
): Record<string, T | undefined> => Object.fromEntries(entries.map((entry) => [entry.id, entry]));

export class SteadyList<T extends { readonly id: string; readonly number: number }> {
  readonly #fresh: () => readonly T[];
  #kept = $state.raw<readonly T[] | null>(null);
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(fresh: () => readonly T[]) {
    this.#fresh = fresh;
  }

  get rows(): Row<T>[] {
    const fresh = this.#fresh();
    if (!this.#kept) return fresh.map((entry) => ({ entry, gone: false }));
    const byId = byIdOf(fresh);
    const rows = this.#kept.map((kept) => ({
      entry: byId[kept.id] ?? kept,
      gone: byId[kept.id] === undefined,
    }));
    return [...rows, ...this.#arrivals().map((entry) => ({ entry, gone: false }))];
  }

  /** How many came while the list was kept. */
  get arrived(): number {
    return this.#arrivals().length;
  }

  /** True if the list would look different now. */
  get outdated(): boolean {
    const fresh = this.#fresh();
    const rows = this.rows;
    return rows.length !== fresh.length || rows.some(({ entry }, at) => entry.id !== fresh[at]?.id);
  }

  keep(): void {
    clearTimeout(this.#timer);
    this.#kept ??= this.#fresh();
  }

  release(after: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => (this.#kept = null), after);
  }

  /** Takes in everything at once, as the person asked for. */
  update(): void {
    if (this.#kept) this.#kept = this.#fresh();
  }

  /** By number, of equals by id, so that they do not change places among themselves. */
  #arrivals(): T[] {
    if (!this.#kept) return [];
    const kept = byIdOf(this.#kept);
    return this.#fresh()
      .filter(({ id }) => kept[id] === undefined)
      .sort((a, b) => a.number - b.number || (a.id < b.id ? -1 : 1));
  }

  /** For the element whose rows must not move. */
  readonly hold: Attachment<HTMLElement> = (element) => {
    const isMouse = (event: PointerEvent): boolean => event.pointerType === 'mouse';
    const listeners: [string, (event: PointerEvent) => void][] = [
      ['pointerenter', () => this.keep()],
      ['pointerdown', () => this.keep()],
      ['pointerleave', (event) => this.release(isMouse(event) ? 0 : AFTER_TOUCH_MS)],
      ['pointerup', (event) => !isMouse(event) && this.release(AFTER_TOUCH_MS)],
      ['pointercancel', () => this.release(AFTER_TOUCH_MS)],
    ];
    const scrolled = (): void => {
      if (element.matches(':hover') && matchMedia('(hover: hover)').matches) return;
      this.keep();
      this.release(AFTER_TOUCH_MS);
    };
    for (const [name, run] of listeners) element.addEventListener(name, run as EventListener);
    element.addEventListener('scroll', scrolled, { passive: true });
    return () => {
      clearTimeout(this.#timer);
      for (const [name, run] of listeners) element.removeEventListener(name, run as EventListener);
      element.removeEventListener('scroll', scrolled);
    };
  };
}
