import {
  formatSeconds,
  pauseClock,
  readClock,
  resumeClock,
  startClock,
  type Clock,
} from '@wenzheng/shared/time/countdown';
import { after, duration, instant, minutes, seconds } from '@wenzheng/shared/time/instant';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const START = instant(1_000_000);
const at = (ms: number) => instant(START + ms);
const clock = startClock(minutes(2), START);

describe('what a clock of two minutes shows', () => {
  test.each([
    { at: 0, shown: 120, phase: 'running', flipsIn: 1_000 },
    { at: 1, shown: 120, phase: 'running', flipsIn: 999 },
    { at: 999, shown: 120, phase: 'running', flipsIn: 1 },
    { at: 1_000, shown: 119, phase: 'running', flipsIn: 1_000 },
    { at: 95_999, shown: 25, phase: 'running', flipsIn: 1 },
    { at: 96_000, shown: 24, phase: 'warning', flipsIn: 1_000 },
    { at: 109_999, shown: 11, phase: 'warning', flipsIn: 1 },
    { at: 110_000, shown: 10, phase: 'final', flipsIn: 1_000 },
    { at: 119_999, shown: 1, phase: 'final', flipsIn: 1 },
    { at: 120_000, shown: 0, phase: 'overtime', flipsIn: 1_000 },
    { at: 120_999, shown: 0, phase: 'overtime', flipsIn: 1 },
    { at: 121_000, shown: 1, phase: 'overtime', flipsIn: 1_000 },
    { at: 3_720_000, shown: 3_600, phase: 'overtime', flipsIn: 1_000 },
  ])('after $at ms is $shown, $phase', ({ at: ms, shown, phase, flipsIn }) => {
    const reading = readClock(clock, at(ms));
    expect(reading).toMatchObject({ shownSeconds: shown, phase, paused: false });
    expect(reading.nextFlip).toBe(at(ms + flipsIn));
    expect(reading.spent + reading.remaining).toBe(120_000);
  });

  test('is the whole limit for a screen whose time lies before the start', () => {
    const early = readClock(clock, at(-400));
    expect(early).toMatchObject({ shownSeconds: 120, spent: 0, fraction: 1 });
    expect(early.nextFlip).toBe(at(1_000));
  });

  test('flips by one exactly at nextFlip, and not a millisecond before', () => {
    const clocks = fc.record({
      limit: fc.integer({ min: 10_000, max: 600_000 }),
      now: fc.integer({ min: 0, max: 900_000 }),
    });
    fc.assert(
      fc.property(clocks, ({ limit, now }) => {
        const running = startClock(duration(limit), START);
        const { nextFlip, shownSeconds, phase } = readClock(running, at(now));
        if (nextFlip === null) throw new Error('it runs');
        const last = readClock(running, instant(nextFlip - 1));
        const next = readClock(running, nextFlip);
        expect([last.shownSeconds, last.phase === 'overtime']).toEqual([
          shownSeconds,
          phase === 'overtime',
        ]);
        expect(next.shownSeconds).toBe(phase === 'overtime' ? shownSeconds + 1 : shownSeconds - 1);
      }),
    );
  });
});

describe('a pause', () => {
  const paused = pauseClock(clock, at(30_500));
  test('stops the figure where it is', () => {
    expect(readClock(paused, at(90_000))).toMatchObject({
      spent: 30_500,
      shownSeconds: 90,
      paused: true,
      nextFlip: null,
    });
  });
  test('is left where it was entered', () => {
    const resumed = resumeClock(paused, at(50_000));
    expect(readClock(resumed, at(50_000))).toMatchObject({ spent: 30_500, paused: false });
    expect(readClock(resumed, at(50_500)).shownSeconds).toBe(89);
  });
  test('is entered and left once', () => {
    expect(pauseClock(paused, at(40_000))).toBe(paused);
    expect(resumeClock(clock, at(40_000))).toBe(clock);
  });
  test('never costs or gives time, however often', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(9_999), fc.nat(9_999))), (spells) => {
        let [running, now, spent]: [Clock, number, number] = [clock, 0, 0];
        for (const [runs, rests] of spells) {
          spent += runs;
          running = pauseClock(running, at((now += runs)));
          running = resumeClock(running, at((now += rests)));
        }
        expect(readClock(running, at(now)).spent).toBe(spent);
      }),
    );
  });
});

test.each([
  [0, '0:00'],
  [9, '0:09'],
  [60, '1:00'],
  [3_599, '59:59'],
  [3_600, '1:00:00'],
  [36_061, '10:01:01'],
])('%i seconds are written %s', (total, text) => {
  expect(formatSeconds(total)).toBe(text);
});

test('the usual thresholds fit short and long limits', () => {
  expect(startClock(minutes(10), START).thresholds).toEqual({ warning: 60_000, final: 10_000 });
  expect(startClock(seconds(50), START).thresholds).toEqual({ warning: 10_000, final: 5_000 });
  expect(readClock(startClock(duration(0), START), after(START, duration(0))).fraction).toBe(0);
});
