import { instant } from '@wenzheng/shared/time/instant';
import { ServerTime } from '@wenzheng/shared/time/server-time';
import { describe, expect, test } from 'vitest';
import { Dice } from '../../../support/dice';

/** A client whose own clock is off by `error`, against a hub that is at `true time`. */
function client(error: number) {
  let real = 1_700_000_000_000;
  const time = new ServerTime(() => real + error);
  return {
    time,
    pass: (ms: number) => (real += ms),
    /** One probe whose ways there and back take so long. */
    probe: (there: number, back: number) => {
      const sentAt = real + error;
      const hub = instant(real + there);
      real += there + back;
      time.addProbe(sentAt, hub, real + error);
    },
    off: () => time.now() - real,
    real: () => real,
  };
}

describe('the estimate of the hub’s time', () => {
  test.each([0, -300_000, 300_000, -1_700_000_000_000])(
    'is right for a clock that is %i ms wrong',
    (error) => {
      const { time, probe, off } = client(error);
      expect(time.known).toBe(false);
      probe(20, 20);
      expect(time.known).toBe(true);
      expect(off()).toBe(0);
    },
  );

  test('goes by the probe with the smallest round trip', () => {
    const { probe, off, pass } = client(1_234);
    probe(800, 10);
    for (const [there, back] of [
      [300, 30],
      [12, 8],
      [10, 500],
    ] as const)
      probe(there, back);
    pass(60_000);
    expect(Math.abs(off())).toBeLessThanOrEqual(2);
  });

  test('comes within 50 ms on a network with 100 ms of jitter', () => {
    for (let seed = 1; seed <= 50; seed += 1) {
      const dice = new Dice(seed);
      const { probe, pass, off } = client(dice.between(-300_000, 300_000));
      for (let i = 0; i < 5; i += 1) {
        probe(dice.between(1, 101), dice.between(1, 101));
        pass(150);
      }
      pass(5_000);
      expect(Math.abs(off())).toBeLessThanOrEqual(50);
    }
  });

  test('slews a correction: never back, never a jump', () => {
    const { probe, pass, off, time } = client(0);
    probe(900, 0);
    expect(off()).toBe(450);
    probe(5, 5);
    let before = time.now();
    for (let i = 0; i < 120; i += 1) {
      pass(100);
      const step = time.now() - before;
      expect(step).toBeGreaterThanOrEqual(94);
      expect(step).toBeLessThanOrEqual(106);
      before = time.now();
    }
    expect(off()).toBe(0);
  });

  test('jumps over more than two seconds, as after the hub was changed', () => {
    const { time, real, off } = client(0);
    const probeOfAnother = (ahead: number) =>
      time.addProbe(real(), instant(real() + ahead), real());
    probeOfAnother(0);
    time.restart();
    probeOfAnother(10_000);
    expect(off()).toBe(10_000);
  });

  test('goes on counting over a reconnection', () => {
    const { probe, pass, time, off } = client(7);
    probe(10, 10);
    time.restart();
    pass(5_000);
    expect([time.known, off()]).toEqual([true, 0]);
  });

  test('tells how long it is until a moment, and no less than nothing', () => {
    const { probe, time, real } = client(99_999);
    probe(10, 10);
    expect(time.until(instant(real() + 1_500))).toBe(1_500);
    expect(time.until(instant(real() - 1_500))).toBe(0);
  });
});
