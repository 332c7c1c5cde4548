import { describe, expect, it } from 'vitest';
import { CheckTurn } from '../../../console/src/screens/slips/check-turn.svelte';

/** A desk before which these wait; `now` says what others do. */
function atDesk(first: readonly string[]) {
  let waiting = first;
  const turn = new CheckTurn(() => waiting);
  turn.keep();
  return { turn, now: (next: readonly string[]) => (waiting = next) };
}

describe('the entry that is compared', () => {
  it('stays when a slip with a lower number is entered', () => {
    const { turn, now } = atDesk(['b', 'c']);
    now(['a', 'b', 'c']);
    expect([turn.current, turn.keep()]).toEqual(['b', null]);
  });

  it('gives way once it is checked, and says what came in its place', () => {
    const { turn, now } = atDesk(['a', 'b']);
    now(['b']);
    expect([turn.current, turn.keep(), turn.keep()]).toEqual(['b', 'b', null]);
    now([]);
    expect([turn.current, turn.keep()]).toEqual([null, null]);
    now(['c']);
    expect([turn.current, turn.keep()]).toEqual(['c', null]);
  });

  it('is passed over until all were, each once', () => {
    const { turn } = atDesk(['a', 'b', 'c']);
    const shown = Array.from({ length: 5 }, () => {
      const { current } = turn;
      turn.skip();
      expect(turn.keep()).toBeNull();
      return current;
    });
    expect(shown).toEqual(['a', 'b', 'c', 'a', 'b']);
  });

  it('stays when it is the only one', () => {
    const { turn } = atDesk(['a']);
    turn.skip();
    expect(turn.current).toBe('a');
  });
});
