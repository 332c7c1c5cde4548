/** Who is connected to one forum: how many of each kind, and which of the staff. Phones are counted and no more. */
import type { ConnectedView, PresenceView, SignInRole } from '@wenzheng/shared/forum/access';
import { STAFF_ROLES } from '@wenzheng/shared/forum/access';
import { isDisplay } from '@wenzheng/shared/forum/layouts';
import type { Identity } from './room';

type Device = ConnectedView['staff'][number];
/** What of the views has changed. */
export type AttendanceFact = 'presence' | 'connected';

const isStaff = (role: Identity['role']): role is SignInRole & Device['role'] =>
  STAFF_ROLES.some((each) => each === role);

export class Attendance {
  #counts: PresenceView = { displays: 0, phones: 0, staff: 0 };
  readonly #staff = new Map<string, Device>();
  #kiosks = 0;
  /** Phone → its connections. */
  readonly #phones = new Map<string, number>();
  /** Phones that are or were connected since `countAnew`. */
  #seen = new Set<string>();

  get counts(): PresenceView {
    return this.#counts;
  }

  /** Phones that were connected at some time since `countAnew`, each once however often it came back. */
  get present(): number {
    return this.#seen.size;
  }

  /** From now on, beside those who are connected, only who comes. */
  countAnew(): void {
    this.#seen = new Set(this.#phones.keys());
  }

  /** Staff by role and name; made anew each time that it is asked for. */
  get connected(): ConnectedView {
    const rank = ({ role }: Device): number => STAFF_ROLES.indexOf(role);
    const staff = [...this.#staff.values()].sort(
      (a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1),
    );
    return { staff, displays: this.#counts.displays, kiosks: this.#kiosks };
  }

  /** Somebody came (1) or left (-1). */
  count({ role, actor, name }: Identity, by: 1 | -1): readonly AttendanceFact[] {
    const kind = role === 'audience' ? 'phones' : isDisplay(role) ? 'displays' : 'staff';
    this.#counts = { ...this.#counts, [kind]: this.#counts[kind] + by };
    if (role === 'audience') {
      const connections = (this.#phones.get(actor) ?? 0) + by;
      if (connections > 0) this.#phones.set(actor, connections);
      else this.#phones.delete(actor);
      if (by === 1) this.#seen.add(actor);
      return ['presence'];
    }
    if (role === 'kiosk') this.#kiosks += by;
    if (isStaff(role)) {
      const connections = (this.#staff.get(actor)?.connections ?? 0) + by;
      if (connections > 0) this.#staff.set(actor, { id: actor, role, name, connections });
      else this.#staff.delete(actor);
    }
    return ['presence', 'connected'];
  }
}
