import {
  deviceReport,
  judgeDevice,
  judgeHub,
  type MeasuredDevice,
  type ReadinessView,
} from '@wenzheng/shared/forum/readiness';
import { duration, hours, instant, seconds } from '@wenzheng/shared/time/instant';
import { describe, expect, test } from 'vitest';

const AT = instant(1_800_000_000_000);
const GOOD = {
  ...{ roundTrip: duration(20), clockAhead: duration(-40) },
  ...{ utcOffset: 480, awake: true },
};
const device = (role: MeasuredDevice['role'], answer: object | null = {}): MeasuredDevice => ({
  ...{ id: role, role, name: role },
  answer: answer && { ...GOOD, ...answer },
});
const READY: ReadinessView = {
  ...{ at: AT, machineAhead: duration(2), storage: 'ok', database: 'ok', freeBytes: 9e9 },
  ...{ backupAt: instant(AT - hours(3)), secure: true },
  devices: [device('host'), device('display'), device('kiosk')],
};
/** Rows that are not good. */
const found = (fields: Partial<ReadinessView>) =>
  judgeHub({ ...READY, ...fields }).flatMap(({ kind, state }) =>
    state === 'good' ? [] : [`${kind}: ${state}`],
  );

describe('the hub', () => {
  test.each<[string, Partial<ReadinessView>, string[]]>([
    ['all is well', {}, []],
    ['nothing can be saved', { storage: 'full' }, ['storage: mend']],
    ['a damaged database', { database: 'damaged' }, ['database: mend']],
    ['one that cannot be read', { database: 'unread' }, ['database: mend']],
    ['one too large to read', { database: 'too_large' }, ['database: note']],
    ['a disk that is nearly full', { freeBytes: 1e9 }, ['disk: mend']],
    ['a disk that says nothing', { freeBytes: null }, ['disk: note']],
    ['no backup', { backupAt: null }, ['backup: mend']],
    ['an old backup', { backupAt: instant(AT - hours(25)) }, ['backup: mend']],
    ['a clock that was set', { machineAhead: seconds(-9) }, ['machine_clock: mend']],
    ['no TLS', { secure: false }, ['secure: note']],
    ['nobody there', { devices: [] }, ['host: mend', 'displays: mend', 'kiosks: note']],
  ])('%s', (_, fields, rows) => {
    expect(found(fields)).toEqual(rows);
  });
});

describe('a device', () => {
  test.each<[string, object | null, string[]]>([
    ['in order', {}, []],
    ['silent', null, ['silent']],
    ['with a fast clock', { clockAhead: seconds(4) }, ['clock']],
    ['with a slow clock', { clockAhead: seconds(-4) }, ['clock']],
    [
      'of which a slow network leaves the clock in doubt',
      { clockAhead: seconds(4), roundTrip: seconds(2) },
      ['slow'],
    ],
    ['from another country', { utcOffset: 0 }, ['time_zone']],
    ['far from the router', { roundTrip: duration(500) }, ['slow']],
    ['about to go dark', { awake: false }, ['asleep']],
    [
      'with everything',
      { clockAhead: seconds(99), utcOffset: 60, awake: false },
      ['clock', 'time_zone', 'asleep'],
    ],
  ])('%s', (_, answer, problems) => {
    const row = judgeDevice(device('host', answer));
    expect(row.problems).toEqual(problems);
    expect(row.state).toBe(problems.length === 0 ? 'good' : 'mend');
  });

  test.each([
    ['nothing', undefined],
    ['a text', 'now'],
    ['no number', { wallClock: null, utcOffset: 480, awake: true }],
    ['a year far off', { wallClock: 1e17, utcOffset: 480, awake: true }],
    ['a day of offset and more', { wallClock: AT, utcOffset: 1_441, awake: true }],
    ['more than was asked for', { wallClock: AT, utcOffset: 480, awake: true, name: 'x' }],
  ])('that reports %s is not believed', (_, report) => {
    expect(deviceReport.safeParse(report).success).toBe(false);
  });
});
