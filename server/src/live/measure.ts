/** Measures the screens of one forum, all at once: how long an answer takes, and what their clocks say. */
import { ROLES, type Role } from '@wenzheng/shared/forum/access';
import { deviceReport, DEVICES_LIMIT, type MeasuredDevice } from '@wenzheng/shared/forum/readiness';
import { between, duration } from '@wenzheng/shared/time/instant';
import type { Clock } from '../ports/ports';
import type { Identity } from './room';

/** Whoever has not answered by then is called silent (ms). */
const PATIENCE_MS = 3_000;

/** One connection, asked once. */
export interface Measurable {
  readonly id: string;
  readonly identity: Identity;
  /** Rejects if nothing comes back within `ms`. What comes back may be anything. */
  ask(ms: number): Promise<unknown>;
}

/** By role, as staff think of them. */
const ORDER: readonly Role[] = [
  ...(['host', 'display', 'stage', 'lobby', 'overlay'] as const),
  ...(['admin', 'moderator', 'volunteer', 'kiosk'] as const),
];
const rank = ({ role }: MeasuredDevice): number => (ORDER.indexOf(role) + ROLES.length) % 100;

export async function measureDevices(
  connections: readonly Measurable[],
  clock: Clock,
): Promise<MeasuredDevice[]> {
  const measured = await Promise.all(
    connections.slice(0, DEVICES_LIMIT).map((each) => measure(each, clock)),
  );
  return measured.sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name));
}

async function measure(
  { id, identity: { role, name }, ask }: Measurable,
  clock: Clock,
): Promise<MeasuredDevice> {
  const asked = clock.now();
  const answer = await ask(PATIENCE_MS).then(
    (raw) => deviceReport.safeParse(raw),
    () => null,
  );
  const roundTrip = between(asked, clock.now());
  if (!answer?.success) return { id, role, name, answer: null };
  const { wallClock, utcOffset, awake } = answer.data;
  // On its way the answer was half of the time; closer nobody can tell from one question.
  const clockAhead = duration(wallClock - (asked + roundTrip / 2));
  return { id, role, name, answer: { roundTrip, clockAhead, utcOffset, awake } };
}
