import { DeviceLimits } from '@wenzheng/server/src/live/limits';
import { instant } from '@wenzheng/shared/time/instant';
import { describe, expect, test } from 'vitest';

function limitsByHand() {
  let now = 0;
  const limits = new DeviceLimits({ now: () => instant(now), monotonic: () => now });
  const takeAll = (device: string): number => {
    let taken = 0;
    while (limits.take(device, 'ask')) taken += 1;
    return taken;
  };
  return { limits, takeAll, pass: (ms: number) => void (now += ms) };
}

describe('limits of a device', () => {
  test('end a burst and fill again by the clock', () => {
    const { takeAll, pass } = limitsByHand();
    expect(takeAll('a')).toBe(6);
    pass(10_000);
    expect(takeAll('a')).toBe(2);
    pass(3_600_000);
    expect(takeAll('a')).toBe(6);
  });

  test('are its own, and one for each purpose', () => {
    const { limits, takeAll } = limitsByHand();
    takeAll('a');
    expect(takeAll('b')).toBe(6);
    expect(limits.take('a', 'vote')).toBe(true);
  });

  test('hold however many other devices come and go', () => {
    const { limits, takeAll } = limitsByHand();
    takeAll('a');
    for (let other = 0; other < 5_000; other += 1) limits.take(`other ${other}`, 'ask');
    expect(limits.take('a', 'ask')).toBe(false);
  });
});
