import { measureDevices, type Measurable } from '@wenzheng/server/src/live/measure';
import type { Identity } from '@wenzheng/server/src/live/room';
import { DEVICES_LIMIT } from '@wenzheng/shared/forum/readiness';
import { instant } from '@wenzheng/shared/time/instant';
import { describe, expect, test } from 'vitest';

const NOW = 1_800_000_000_000;
/** Each look at the clock takes it on by 50 ms. */
const clock = () => {
  let looks = 0;
  return { now: () => instant(NOW + 50 * (looks += 1)), monotonic: () => 0 };
};
const screen = (
  role: Identity['role'],
  ask: Measurable['ask'],
  name: string = role,
): Measurable => ({ id: `${role}-${name}`, identity: { role, actor: role, name }, ask });
const report =
  (fields: object = {}) =>
  async () => ({
    ...{ wallClock: NOW + 75, utcOffset: 480, awake: true },
    ...fields,
  });

describe('screens are measured', () => {
  test('by half of the way there and back', async () => {
    const [measured] = await measureDevices([screen('host', report())], clock());
    expect(measured).toEqual({
      ...{ id: 'host-host', role: 'host', name: 'host' },
      answer: { roundTrip: 50, clockAhead: 0, utcOffset: 480, awake: true },
    });
    const fast = screen('host', report({ wallClock: NOW + 75 + 300_000 }));
    expect((await measureDevices([fast], clock()))[0]?.answer?.clockAhead).toBe(300_000);
  });

  test('and are silent if they do not answer, or not sensibly', async () => {
    const none = screen('kiosk', () => Promise.reject(new Error('timeout')));
    const odd = screen('kiosk', report({ wallClock: 'now' }), 'odd');
    const measured = await measureDevices([none, odd], clock());
    expect(measured.map(({ answer }) => answer)).toEqual([null, null]);
  });

  test('by role, and no more than so many', async () => {
    const all = (['kiosk', 'volunteer', 'admin', 'display', 'host', 'moderator'] as const).map(
      (role) => screen(role, report()),
    );
    const measured = await measureDevices(all, clock());
    expect(measured.map(({ role }) => role)).toEqual([
      ...['host', 'display', 'admin', 'moderator', 'volunteer', 'kiosk'],
    ]);
    const many = Array.from({ length: 300 }, () => screen('display', report()));
    expect(await measureDevices(many, clock())).toHaveLength(DEVICES_LIMIT);
  });
});
