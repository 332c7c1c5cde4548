/**
 * The readiness check 开场检查: what is measured when somebody asks for it, kept nowhere, and what is to be done about
 * it. Every row is good, or says what to do; a note is worth knowing and stands in nobody's way.
 */
import { z } from 'zod';
import { duration, hours, minutes, seconds } from '../time/instant';
import { roleSchema } from './access';
import { durationSchema, instantSchema } from './words';

/** What a screen answers the hub that measures it; a page that answers anything else counts as silent. */
export const deviceReport = z.strictObject({
  /** Its own clock, milliseconds since 1970. */
  wallClock: z.int().min(0).max(8_640_000_000_000_000),
  /** Minutes by which its time of day is ahead of UTC. */
  utcOffset: z.int().min(-1_440).max(1_440),
  /** Whether its screen is kept from going dark. */
  awake: z.boolean(),
});
export type DeviceReport = z.infer<typeof deviceReport>;

const measuredDevice = z.strictObject({
  id: z.string(),
  role: roleSchema,
  name: z.string(),
  /** Null if nothing came back in time. */
  answer: z
    .strictObject({
      roundTrip: durationSchema,
      /** By how much its clock is ahead of the hub's time. */
      clockAhead: durationSchema,
      utcOffset: z.int(),
      awake: z.boolean(),
    })
    .nullable(),
});
export type MeasuredDevice = z.infer<typeof measuredDevice>;

export const readinessView = z.strictObject({
  at: instantSchema,
  /** By how much the clock of the hub's machine is ahead of the time that the hub counts by. */
  machineAhead: durationSchema,
  storage: z.enum(['ok', 'full', 'failed', 'damaged']),
  database: z.enum(['ok', 'damaged', 'too_large', 'unread']),
  /** Bytes on the disk of the data folder; null where the system does not say. */
  freeBytes: z.number().nullable(),
  /** When a backup of this hub was last taken; null if none is known of. */
  backupAt: instantSchema.nullable(),
  /** People's phones come in over TLS. */
  secure: z.boolean(),
  devices: z.array(measuredDevice),
});
export type ReadinessView = z.infer<typeof readinessView>;

/** So many devices are measured at most. */
export const DEVICES_LIMIT = 200;

const CLOCK_TOLERANCE = seconds(3);
const SLOW = duration(400);
const LEAST_FREE = 2 * 1024 ** 3;
const BACKUP_AGE = hours(24);
/** The forum's time of day is China's. */
const FORUM_OFFSET = minutes(8 * 60) / minutes(1);

export const ROW_KINDS = [
  'storage',
  'database',
  'disk',
  'backup',
  'machine_clock',
  'secure',
  'host',
  'displays',
  'kiosks',
] as const;
export type RowKind = (typeof ROW_KINDS)[number];
export type RowState = 'good' | 'note' | 'mend';
export interface ReadinessRow {
  readonly kind: RowKind;
  readonly state: RowState;
}

/** What is the matter with a device, the gravest first. */
export type DeviceProblem = 'silent' | 'clock' | 'time_zone' | 'slow' | 'asleep';
export interface DeviceRow {
  readonly device: MeasuredDevice;
  readonly state: RowState;
  readonly problems: readonly DeviceProblem[];
}

export function judgeHub(view: ReadinessView): ReadinessRow[] {
  const { storage, database, freeBytes, backupAt, at, machineAhead, secure, devices } = view;
  const count = (role: MeasuredDevice['role']): number =>
    devices.filter((device) => device.role === role).length;
  const mendIf = (bad: boolean): RowState => (bad ? 'mend' : 'good');
  const noteIf = (odd: boolean): RowState => (odd ? 'note' : 'good');
  const states: Readonly<Record<RowKind, RowState>> = {
    storage: mendIf(storage !== 'ok'),
    database: database === 'ok' ? 'good' : database === 'too_large' ? 'note' : 'mend',
    disk: freeBytes === null ? 'note' : mendIf(freeBytes < LEAST_FREE),
    backup: mendIf(backupAt === null || at - backupAt > BACKUP_AGE),
    machine_clock: mendIf(Math.abs(machineAhead) > CLOCK_TOLERANCE),
    secure: noteIf(!secure),
    host: mendIf(count('host') === 0),
    displays: mendIf(count('display') === 0),
    kiosks: noteIf(count('kiosk') === 0),
  };
  return ROW_KINDS.map((kind) => ({ kind, state: states[kind] }));
}

/** A clock that is wrong moves no figure on a screen, but misleads whoever reads the time off the device. */
export function judgeDevice(device: MeasuredDevice): DeviceRow {
  const { answer } = device;
  if (!answer) return { device, state: 'mend', problems: ['silent'] };
  const found: Readonly<Record<Exclude<DeviceProblem, 'silent'>, boolean>> = {
    clock: Math.abs(answer.clockAhead) > CLOCK_TOLERANCE + answer.roundTrip,
    time_zone: answer.utcOffset !== FORUM_OFFSET,
    slow: answer.roundTrip > SLOW,
    asleep: !answer.awake,
  };
  const problems = (['clock', 'time_zone', 'slow', 'asleep'] as const).filter(
    (each) => found[each],
  );
  return { device, state: problems.length > 0 ? 'mend' : 'good', problems };
}
