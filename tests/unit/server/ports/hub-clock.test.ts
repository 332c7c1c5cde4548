import { startHubClock, type TimeSources } from '@wenzheng/server/src/ports/hub-clock';
import { makeHubClock } from '@wenzheng/server/src/ports/system';
import { instant } from '@wenzheng/shared/time/instant';
import { describe, expect, test } from 'vitest';

function machine(state: { wall: number; monotonic: number; bootId: string }) {
  const sources: TimeSources = {
    wall: () => state.wall,
    monotonic: () => state.monotonic,
    get bootId() {
      return state.bootId;
    },
  };
  return { state, sources };
}

describe('the hub’s time', () => {
  test('starts at the wall clock and follows the monotonic one', () => {
    const { state, sources } = machine({ wall: 1_000_000, monotonic: 50, bootId: 'a' });
    const clock = startHubClock(sources, null, null);
    expect(clock.now()).toBe(1_000_000);
    state.monotonic += 1_234.4;
    expect(clock.now()).toBe(1_001_234);
    expect(clock.monotonic()).toBe(1_284.4);
  });

  test.each([+300_000, -300_000])('does not move when the wall clock steps by %i ms', (step) => {
    const { state, sources } = machine({ wall: 1_000_000, monotonic: 50, bootId: 'a' });
    const clock = startHubClock(sources, null, null);
    state.wall += step;
    state.monotonic += 10;
    expect(clock.now()).toBe(1_000_010);
  });

  test('goes on exactly within one boot, whatever the wall clock says', () => {
    const { state, sources } = machine({ wall: 1_000_000, monotonic: 50.25, bootId: 'a' });
    const saved = startHubClock(sources, null, null).anchor();
    state.monotonic += 2_500;
    state.wall = 5;
    const again = startHubClock(sources, saved, instant(1_000_000));
    expect(again.now()).toBe(1_002_500);
    expect(again.anchor()).toEqual({ bootId: 'a', monotonicMs: 2_550.25, hubMs: 1_002_500 });
  });

  test('does not drift over many restarts', () => {
    const { state, sources } = machine({ wall: 1_000_000, monotonic: 0.3, bootId: 'a' });
    let saved = startHubClock(sources, null, null).anchor();
    for (let i = 0; i < 1_000; i += 1) {
      state.monotonic += 0.6;
      saved = startHubClock(sources, saved, null).anchor();
    }
    expect(startHubClock(sources, saved, null).now()).toBe(1_000_600);
  });

  test.each([
    { what: 'the wall clock', wall: 2_000_000, last: 1_500_000, now: 2_000_000 },
    { what: 'the last entry', wall: 1_000, last: 1_500_000, now: 1_500_000 },
  ])('is $what after a reboot if that is later', ({ wall, last, now }) => {
    const { sources } = machine({ wall, monotonic: 7, bootId: 'b' });
    const saved = { bootId: 'a', monotonicMs: 5, hubMs: 9_000_000 };
    expect(startHubClock(sources, saved, instant(last)).now()).toBe(now);
  });

  test('takes a monotonic clock that went back for a reboot', () => {
    const { sources } = machine({ wall: 2_000_000, monotonic: 7, bootId: 'a' });
    const saved = { bootId: 'a', monotonicMs: 8, hubMs: 9_000_000 };
    expect(startHubClock(sources, saved, null).now()).toBe(2_000_000);
  });

  test('on this machine goes on over two clocks of one boot', () => {
    const saved = { ...makeHubClock(null, null).anchor(), hubMs: 1_000 };
    const now = makeHubClock(saved, null).now();
    expect(now).toBeGreaterThanOrEqual(1_000);
    expect(now).toBeLessThan(1_000 + 10_000);
  });
});
