/**
 * "I did not follow", counted from the journal alone: no name twice within a minute, only while somebody explains
 * something, and as many as the hub counts in the turn.
 */
import type { ForumState } from '@wenzheng/server/src/engine/state';
import type { Entry } from '@wenzheng/server/src/journal/entry';

const MINUTE = 60_000;
const EXPLAINED = new Set(['speaking', 'answering', 'official']);

export class PlainnessWatch {
  readonly #last = new Map<string, number>();
  readonly #counts = new Map<number, number>();

  /** Just after `entries` were taken in: what is wrong, in words; null if nothing is. */
  take({ floor, unclear }: ForumState, entries: readonly Entry[]): string | null {
    for (const entry of entries) {
      if (entry.type !== 'unclearMarked') continue;
      const { turn, voter, stream = voter } = entry.data;
      for (const name of new Set([voter, stream])) {
        const last = this.#last.get(name);
        if (last !== undefined && entry.at - last < MINUTE) return `${name} said so twice a minute`;
      }
      this.#last.set(voter, entry.at);
      this.#counts.set(turn, (this.#counts.get(turn) ?? 0) + 1);
      const running = floor.value;
      if (running?.turn !== turn || !EXPLAINED.has(running.phase))
        return `turn ${turn} was not followed, and nobody explained anything in it`;
    }
    const counted = unclear.value;
    if (!counted || this.#counts.get(counted.turn) === counted.count) return null;
    return `of turn ${counted.turn} ${counted.count} are counted`;
  }
}
