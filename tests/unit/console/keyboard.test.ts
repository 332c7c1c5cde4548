/** Which key presses are meant for the screen. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { isForScreen, pageStep, wishOf } from '../../../console/src/keyboard';
import type { DeskEntry } from '../../../console/src/screens/questions/desk-search.svelte';
import { deskKeys } from '../../../console/src/screens/questions/desk-keys';
import type { Panel, Screening } from '../../../console/src/screens/questions/screening.svelte';

let covered: boolean;
const press = (key: string): KeyboardEvent =>
  ({ key, target: null, preventDefault: () => undefined }) as unknown as KeyboardEvent;

beforeEach(() => {
  covered = false;
  vi.stubGlobal('Element', EventTarget);
  vi.stubGlobal('document', { querySelector: () => (covered ? {} : null) });
  return () => vi.unstubAllGlobals();
});

describe('a key of the screen', () => {
  it('does nothing under a dialog', () => {
    const all = () => [isForScreen(press('j')), wishOf(press(' ')), pageStep(press('PageDown'))];
    expect(all()).toEqual([true, 'primary', 1]);
    covered = true;
    expect(all()).toEqual([false, null, null]);
  });
});

describe('a key of the desk', () => {
  let panel: Panel | null;
  let isSettled: boolean;
  let done: string[];
  const selected = { id: '1', state: 'submitted', reviewToCome: false } as DeskEntry;
  const keyed = (...keys: readonly string[]): string[] => {
    done = [];
    const screening = {
      ...{ selected, isSettled, panelAt: () => panel, markSelected: () => done.push('mark') },
      ...{ approve: () => done.push('accept'), open: (which: Panel) => done.push(which) },
      close: () => done.push('close'),
    } as unknown as Screening;
    const nothing = (): void => undefined;
    const pressed = deskKeys(() => screening, { search: nothing, help: nothing, undo: nothing });
    for (const key of keys) pressed(press(key));
    return done;
  };

  beforeEach(() => {
    panel = null;
    isSettled = true;
  });

  it('accepts what is selected', () => {
    expect(keyed('Enter', 'A')).toEqual(['accept', 'accept']);
  });
  it.each(['decline', 'edit', 'merge'] as const)(
    'accepts nothing while %s is open there',
    (open) => {
      panel = open;
      expect(keyed('Enter', 'a', 'Escape')).toEqual(['close']);
    },
  );
  it('does nothing to what has just come in the place of another', () => {
    isSettled = false;
    expect(keyed('Enter', 'a', 'd', 'e', 'm', 'x')).toEqual([]);
  });
});
