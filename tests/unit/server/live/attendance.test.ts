import { Attendance } from '@wenzheng/server/src/live/attendance';
import type { Identity } from '@wenzheng/server/src/live/room';
import { describe, expect, test } from 'vitest';

const who = (role: Identity['role'], actor: string = role, name = actor): Identity => ({
  ...{ role, actor, name },
});

describe('who is connected', () => {
  test('is known of staff by role and name, and counted of screens', () => {
    const attendance = new Attendance();
    for (const each of [
      ...[who('volunteer', 'v2', 'West'), who('host'), who('volunteer', 'v1', 'East')],
      ...[who('display'), who('display'), who('kiosk'), who('host'), who('audience', 'p')],
    ])
      attendance.count(each, 1);
    expect(attendance.counts).toEqual({ displays: 2, phones: 1, staff: 5 });
    expect(attendance.connected).toEqual({
      staff: [
        { id: 'host', role: 'host', name: 'host', connections: 2 },
        { id: 'v1', role: 'volunteer', name: 'East', connections: 1 },
        { id: 'v2', role: 'volunteer', name: 'West', connections: 1 },
      ],
      ...{ displays: 2, kiosks: 1 },
    });
  });

  test('is nobody once they have all left', () => {
    const attendance = new Attendance();
    const all = [who('host'), who('host'), who('kiosk'), who('display'), who('audience')];
    for (const each of all) attendance.count(each, 1);
    for (const each of all) attendance.count(each, -1);
    expect(attendance.counts).toEqual({ displays: 0, phones: 0, staff: 0 });
    expect(attendance.connected).toEqual({ staff: [], displays: 0, kiosks: 0 });
  });

  test('says nothing of phones but how many', () => {
    const attendance = new Attendance();
    expect(attendance.count(who('audience', 'secret-device'), 1)).toEqual(['presence']);
    expect(attendance.count(who('display'), 1)).toEqual(['presence', 'connected']);
    expect(JSON.stringify([attendance.counts, attendance.connected])).not.toContain('secret');
  });
});
