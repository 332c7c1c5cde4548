/**
 * What holds after every single step of the hub, looked at cheaply: only what the step has touched. The
 * whole is held against a fresh one at intervals; see `Rules`.
 */
import type { RoomSeat } from '@wenzheng/server/src/engine/open-room';
import { settle, type ForumState } from '@wenzheng/server/src/engine/state';
import { ROLES, type Role } from '@wenzheng/shared/forum/access';
import { ViewStore, type HeldView } from '@wenzheng/shared/live/view-store';
import type { Patch } from '@wenzheng/shared/wire/protocol';
import type { Findings } from './findings';
import { sameJson } from './same-json';

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
  /** What a client sees that is told everything. */
  readonly #shadows = new Map<Role, ViewStore>();

  constructor(ports: StepPorts) {
    this.#ports = ports;
  }

  /** The hub sends a patch to all of a role. */
  published(role: Role, patch: Patch): void {
    const outcome = this.#shadows.get(role)?.apply(patch) ?? 'applied';
    this.#ports.findings.check(
      outcome === 'applied',
      () => `patch ${patch.base}→${patch.revision} for ${role} does not fit: ${outcome}`,
    );
  }

  /** A step is over. */
  look(seat: RoomSeat | null): void {
    if (seat !== this.#seat) this.#follow(seat);
    if (!seat) return;
    for (const [role, { held }] of this.#shadows) {
      const { revision } = seat.room.feed(role);
      if (held?.revision !== revision)
        this.#ports.findings.fail(`${role} was sent ${held?.revision} of ${revision} patches`);
    }
    this.#compareRows(seat);
  }

  /** Snapshot and patches make what a new snapshot is; values are replaced whole, never changed. */
  compareViews(): void {
    for (const [role, { held }] of this.#shadows) {
      const now = this.#seat?.room.feed(role).snapshot();
      const wrong = held && now && unlike(held, now);
      if (wrong) this.#ports.findings.fail(`the patches for ${role} do not add up: ${wrong}`);
    }
  }

  #follow(seat: RoomSeat | null): void {
    this.#seat = seat;
    this.#shadows.clear();
    for (const role of seat ? ROLES : []) {
      const shadow = new ViewStore();
      const view = seat?.room.feed(role).snapshot();
      if (view) shadow.replace(view);
      this.#shadows.set(role, shadow);
    }
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
        if (!sameJson(live, told)) findings.fail(`${table}/${key} is not what the entries say`);
      }
    }
  }
}

/** The first name under which two views hold different values; null if there is none. */
function unlike(a: HeldView, b: HeldView): string | null {
  const document = unlikeName(a.documents, b.documents);
  if (document !== null) return document;
  for (const name of Object.keys(b.collections)) {
    const item = unlikeName(a.collections[name] ?? {}, b.collections[name] ?? {});
    if (item !== null) return `${name}/${item}`;
  }
  return null;
}
type Named = Readonly<Record<string, unknown>>;
function unlikeName(a: Named, b: Named): string | null {
  for (const name in b) if (a[name] !== b[name]) return name;
  for (const name in a) if (!Object.hasOwn(b, name)) return name;
  return null;
}
