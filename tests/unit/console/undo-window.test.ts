import { describe, expect, it } from 'vitest';
import { instant } from '@wenzheng/shared/time/instant';
import { newestOf, type UndoableAction } from '../../../console/src/undo-window.svelte';

const action = (entry: number, id: string): UndoableAction => ({
  entry,
  command: 'showScene',
  by: { role: 'host', id },
  at: instant(entry),
  question: null,
});

describe('what can be taken back', () => {
  it('is one’s own newest, whatever others do after it', () => {
    const { own, other } = newestOf([action(1, 'me'), action(2, 'me'), action(3, 'desk')], 'me');
    expect([own?.entry, other?.entry]).toEqual([2, 3]);
  });
  it('shows what others did when there is nothing of one’s own, and the other way round', () => {
    expect(newestOf([action(1, 'desk')], 'me')).toMatchObject({ own: null, other: { entry: 1 } });
    expect(newestOf([action(1, 'me')], 'me')).toMatchObject({ own: { entry: 1 }, other: null });
  });
});
