/** What was measured, in words: good, or what to do. */
import type {
  DeviceProblem,
  DeviceRow,
  MeasuredDevice,
  ReadinessRow,
  ReadinessView,
  RowKind,
} from '@wenzheng/shared/forum/readiness';
import { m } from '@wenzheng/shared/paraglide/messages.js';
import { table } from '@wenzheng/shared/ui/name-table';
import { dayTimeText } from '@wenzheng/shared/ui/day-times';
import { roleName } from '@wenzheng/shared/ui/names';

export const rowName = table<RowKind>({
  storage: m.ready_storage,
  database: m.ready_database,
  disk: m.ready_disk,
  backup: m.ready_backup,
  machine_clock: m.ready_machine_clock,
  secure: m.ready_secure,
  host: m.ready_host,
  displays: m.ready_displays,
  kiosks: m.ready_kiosks,
});

const secondsIn = (ms: number): string => (ms / 1_000).toFixed(Math.abs(ms) < 10_000 ? 1 : 0);
const gigabytesIn = (bytes: number | null): string => ((bytes ?? 0) / 1024 ** 3).toFixed(1);

/** The sentence of a row that is good, and of one that is not. */
type Sentences = readonly [good: (view: ReadinessView) => string, other: Sentence];
type Sentence = (view: ReadinessView) => string;

const count = ({ devices }: ReadinessView, role: MeasuredDevice['role']): number =>
  devices.filter((device) => device.role === role).length;

const SENTENCES: Readonly<Record<RowKind, Sentences>> = {
  storage: [() => m.ready_storage_good(), () => m.ready_storage_mend()],
  database: [
    () => m.ready_database_good(),
    ({ database }) =>
      database === 'too_large'
        ? m.ready_database_large()
        : database === 'damaged'
          ? m.ready_database_damaged()
          : m.ready_database_unread(),
  ],
  disk: [
    ({ freeBytes }) => m.ready_disk_good({ free: gigabytesIn(freeBytes) }),
    ({ freeBytes }) =>
      freeBytes === null
        ? m.ready_disk_unknown()
        : m.ready_disk_mend({ free: gigabytesIn(freeBytes) }),
  ],
  backup: [
    ({ backupAt, at }) => m.ready_backup_good({ moment: dayTimeText(backupAt ?? at) }),
    ({ backupAt }) =>
      backupAt === null
        ? m.ready_backup_none()
        : m.ready_backup_old({ moment: dayTimeText(backupAt) }),
  ],
  machine_clock: [
    () => m.ready_machine_clock_good(),
    ({ machineAhead }) => m.ready_machine_clock_mend({ seconds: secondsIn(machineAhead) }),
  ],
  secure: [() => m.ready_secure_good(), () => m.ready_secure_note()],
  host: [(view) => m.ready_host_good({ count: count(view, 'host') }), () => m.ready_host_mend()],
  displays: [
    (view) => m.ready_displays_good({ count: count(view, 'display') }),
    () => m.ready_displays_mend(),
  ],
  kiosks: [
    (view) => m.ready_kiosks_good({ count: count(view, 'kiosk') }),
    () => m.ready_kiosks_note(),
  ],
};

export const rowText = (view: ReadinessView, { kind, state }: ReadinessRow): string =>
  SENTENCES[kind][state === 'good' ? 0 : 1](view);

/** Displays have no name: they are told apart by their number in the list. */
export function deviceName(device: MeasuredDevice, devices: readonly MeasuredDevice[]): string {
  if (device.name !== '') return device.name;
  const alike = devices.filter(({ role, name }) => role === device.role && name === '');
  return m.ready_nameless({ role: roleName(device.role), number: alike.indexOf(device) + 1 });
}

const PROBLEMS: Readonly<Record<DeviceProblem, (device: MeasuredDevice) => string>> = {
  silent: () => m.ready_device_silent(),
  clock: ({ answer }) => {
    const ahead = answer?.clockAhead ?? 0;
    const text = ahead > 0 ? m.ready_device_clock_fast : m.ready_device_clock_slow;
    return text({ seconds: secondsIn(Math.abs(ahead)) });
  },
  time_zone: () => m.ready_device_time_zone(),
  slow: ({ answer }) => m.ready_device_slow({ milliseconds: answer?.roundTrip ?? 0 }),
  asleep: () => m.ready_device_asleep(),
};

export function deviceTexts({ device, problems }: DeviceRow): string[] {
  if (problems.length > 0) return problems.map((problem) => PROBLEMS[problem](device));
  return [m.ready_device_good({ milliseconds: device.answer?.roundTrip ?? 0 })];
}
