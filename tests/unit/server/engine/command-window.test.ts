import {
  EMPTY_WINDOW,
  mark,
  markVote,
  NOTHING_MADE,
  recall,
  remember,
  sight,
  voteWindow,
  WINDOW,
  type CounterWindow,
  type VoteWindow,
} from '@wenzheng/server/src/engine/command-window';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const seen = (...counters: number[]): CounterWindow =>
  counters.reduce<CounterWindow>(mark, EMPTY_WINDOW);

describe('the window of command ids', () => {
  test.each([
    { what: 'the first', window: seen(), counter: 1, is: 'new' },
    { what: 'the next', window: seen(1, 2), counter: 3, is: 'new' },
    { what: 'one that came before', window: seen(1, 2), counter: 1, is: 'seen' },
    { what: 'one left out so far', window: seen(1, 5), counter: 3, is: 'new' },
    { what: 'one left out that came late', window: seen(1, 5, 3), counter: 3, is: 'seen' },
    { what: 'the oldest it knows of', window: seen(1, 65), counter: 2, is: 'new' },
    { what: 'one too old to know of', window: seen(1, 66), counter: 2, is: 'stale' },
    { what: 'one far ahead', window: seen(1), counter: 2 ** 40, is: 'new' },
  ])('takes $what for $is', ({ window, counter, is }) => {
    expect(sight(window, counter)).toBe(is);
  });

  test('gives every counter one effect, as a set that never forgets would, or none', () => {
    const counters = fc.array(
      fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 300 })),
    );
    fc.assert(
      fc.property(counters, (arriving) => {
        const all = new Set<number>();
        let window: CounterWindow = EMPTY_WINDOW;
        let kept: VoteWindow | undefined;
        for (const counter of arriving) {
          const is = sight(window, counter);
          if (all.has(counter)) expect(is).not.toBe('new');
          else if (counter > Math.max(0, ...all) - WINDOW) expect(is).toBe('new');
          else expect(is).toBe('stale');
          if (is !== 'new') continue;
          window = mark(window, counter);
          kept = markVote(kept, counter);
          all.add(counter);
        }
        expect(window.missing.length).toBeLessThan(WINDOW);
        const { high, missing } = window;
        expect(voteWindow(kept)).toEqual(kept === undefined ? EMPTY_WINDOW : { high, missing });
        expect(typeof kept === 'object').toBe(missing.length > 0);
      }),
    );
  });

  test('remembers the answers of the last 64 commands', () => {
    let window = EMPTY_WINDOW;
    for (let counter = 1; counter <= 100; counter += 1) {
      window = remember(window, counter, {
        ...NOTHING_MADE,
        entry: counter * 10,
      });
    }
    expect(recall(window, 100)).toEqual({ ...NOTHING_MADE, entry: 1_000 });
    expect(recall(window, 37)).toEqual({ ...NOTHING_MADE, entry: 370 });
    expect(recall(window, 36)).toBeNull();
  });
});
