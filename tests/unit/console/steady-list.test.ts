import { describe, expect, it, vi } from 'vitest';
import { SteadyList } from '../../../console/src/screens/questions/steady-list.svelte';

const entry = (number: number) => ({ id: `q${number}`, number });
const shown = (list: SteadyList<{ id: string; number: number }>): string =>
  list.rows.map(({ entry: { number }, gone }) => (gone ? `(${number})` : String(number))).join(' ');

describe('a list under a finger', () => {
  it('follows when nobody touches it', () => {
    let fresh = [entry(1), entry(2)];
    const list = new SteadyList(() => fresh);
    fresh = [entry(2), entry(1)];
    expect(shown(list)).toBe('2 1');
    expect(list.outdated).toBe(false);
  });

  it('keeps every place while touched, adds at the end, and says that it is outdated', () => {
    let fresh = [entry(1), entry(2), entry(3)];
    const list = new SteadyList(() => fresh);
    list.keep();
    fresh = [entry(5), entry(3), entry(1), entry(4)];
    expect(shown(list)).toBe('1 (2) 3 4 5');
    expect(list.arrived).toBe(2);
    expect(list.outdated).toBe(true);
  });

  it('does not let what came change places, numbered or not', () => {
    const word = (id: string) => ({ id, number: 0 });
    let fresh = [word('bus')];
    const list = new SteadyList(() => fresh);
    list.keep();
    const order = (): string => list.rows.map(({ entry: { id } }) => id).join(' ');
    fresh = [word('tram'), word('lift'), word('bus')];
    expect(order()).toBe('bus lift tram');
    fresh = [word('lift'), word('tram'), word('bus')];
    expect(order()).toBe('bus lift tram');
  });

  it('takes in everything when asked, and stays kept', () => {
    let fresh = [entry(1), entry(2)];
    const list = new SteadyList(() => fresh);
    list.keep();
    fresh = [entry(2), entry(3)];
    list.update();
    expect(shown(list)).toBe('2 3');
    expect(list.outdated).toBe(false);
    fresh = [entry(3)];
    expect(shown(list)).toBe('(2) 3');
  });

  it('lets go a while after the touch, unless touched again', () => {
    vi.useFakeTimers();
    let fresh = [entry(1), entry(2)];
    const list = new SteadyList(() => fresh);
    list.keep();
    list.release(1_500);
    vi.advanceTimersByTime(1_000);
    list.keep();
    fresh = [entry(2)];
    vi.advanceTimersByTime(2_000);
    expect(shown(list)).toBe('(1) 2');
    list.release(1_500);
    vi.advanceTimersByTime(1_500);
    expect(shown(list)).toBe('2');
    vi.useRealTimers();
  });
});
