/**
 * What holds after every single step of the hub, looked at cheaply: only what the step has touched. The
 * whole is held against a fresh one at intervals; see `Rules`.
 */
import type { RoomSeat } from '@wenzheng/server/src/engine/open-room';
import { settle, type ForumState } from '@wenzheng/server/src/engine/state';
import { ROLES, type Role } from '@wenzheng/shared/forum/access';
import type { Patch } from '@wenzheng/shared/wire/protocol';
import type { Findings } from './findings';
import { sameJson, type KnownSame } from './same-json';
import { Shadow } from './shadow';

export interface StepPorts {
  readonly findings: Findings;
  /** The fold of everything that is durable. */
  readonly truth: ForumState;
  /** Number of the last durable entry. */
  readonly written: () => number;
}

export class StepWatch {
  readonly #ports: StepPorts;
  #seat: RoomSeat | null = null;
  /** Number of the entry up to which rows have been compared. */
  #compared = 0;
  readonly #known: KnownSame = new Map();
  /** What a client sees that is told everything. */
  readonly #shadows = new Map<Role, Shadow>();

  constructor(ports: StepPorts) {
    this.#ports = ports;
  }

  /** The hub sends a patch to all of a role. */
  published(role: Role, patch: Patch): void {
    const wrong = this.#shadows.get(role)?.take(patch) ?? null;
    if (wrong !== null) this.#ports.findings.fail(wrong);
  }

  /** A step is over. */
  look(seat: RoomSeat | null): void {
    if (seat !== this.#seat) this.#follow(seat);
    if (!seat) return;
    for (const shadow of this.#shadows.values()) {
      const wrong = shadow.missing();
      if (wrong !== null) this.#ports.findings.fail(wrong);
    }
    this.#compareRows(seat);
  }

  /** Snapshot and patches make what a new snapshot is; values are replaced whole, never changed. */
  compareViews(): void {
    for (const [role, shadow] of this.#shadows) {
      const wrong = shadow.unlikeFeed();
      if (wrong !== null)
        this.#ports.findings.fail(`the patches for ${role} do not add up: ${wrong}`);
    }
  }

  #follow(seat: RoomSeat | null): void {
    this.#seat = seat;
    this.#shadows.clear();
    if (!seat) return;
    for (const role of ROLES) this.#shadows.set(role, new Shadow(role, seat.room.feed(role)));
  }

  /** Between two commits: what the entries have touched is in the head state as they say. */
  #compareRows({ engine }: RoomSeat): void {
    const { truth, written, findings } = this.#ports;
    if (this.#compared === written()) return;
    let settled = false;
    engine.afterCommit(() => (settled = true));
    // What was written all the same by a write that failed is taken in with the next.
    if (!settled || engine.head !== written()) return;
    this.#compared = engine.head;
    for (const [table, touched] of settle(truth)) {
      for (const key of touched.keys()) {
        const [live, told] = [engine.state, truth].map(({ all }) => all.get(table)?.get(key));
        if (!sameJson(live, told, this.#known))
          findings.fail(`${table}/${key} is not what the entries say`);
      }
    }
  }
}
