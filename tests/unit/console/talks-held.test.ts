import { describe, expect, it } from 'vitest';
import type { FloorView } from '@wenzheng/shared/forum/floor';
import type { UndoView } from '@wenzheng/shared/forum/undo';
import { memoryStorage } from '@wenzheng/shared/live/storage';
import { startClock } from '@wenzheng/shared/time/countdown';
import { instant, minutes } from '@wenzheng/shared/time/instant';
import { TalksHeld } from '../../../console/src/screens/floor/talks-held';

const agenda = { items: [], current: 'talks' };
const talk = (index: number, turn: number): FloorView => ({
  turn,
  kind: 'talk',
  phase: 'speaking',
  speaker: null,
  position: { index, of: 6 },
  topic: null,
  clock: startClock(minutes(5), instant(0)),
  next: null,
});
const nothing: UndoView = { actions: [] };
const ended = (entry: number): UndoView => ({
  actions: [
    { entry, command: 'endTurn', by: { role: 'host', id: 'h' }, at: instant(0), question: null },
  ],
});

describe('talks held', () => {
  it('counts the talk that runs', () => {
    expect(new TalksHeld(memoryStorage()).read(agenda, talk(2, 10), nothing)).toBe(2);
  });

  it('keeps the count when the turn was ended, also after the undo window', () => {
    const talks = new TalksHeld(memoryStorage());
    talks.read(agenda, talk(2, 10), nothing);
    expect(talks.read(agenda, null, ended(11))).toBe(2);
    expect(talks.read(agenda, null, nothing)).toBe(2);
  });

  it('goes back when the start of the talk was taken back', () => {
    const talks = new TalksHeld(memoryStorage());
    talks.read(agenda, talk(1, 10), nothing);
    expect(talks.read(agenda, null, nothing)).toBe(0);
    expect(talks.read(agenda, null, nothing)).toBe(0);
  });

  it('comes back when the end was taken back', () => {
    const talks = new TalksHeld(memoryStorage());
    talks.read(agenda, talk(2, 10), nothing);
    talks.read(agenda, null, ended(11));
    expect(talks.read(agenda, talk(2, 10), nothing)).toBe(2);
  });

  it('outlives a reload, and ends with its item', () => {
    const storage = memoryStorage();
    const before = new TalksHeld(storage);
    before.read(agenda, talk(3, 10), nothing);
    before.read(agenda, null, ended(11));
    const after = new TalksHeld(storage);
    expect(after.read(agenda, null, nothing)).toBe(3);
    expect(after.read({ items: [], current: 'other' }, null, nothing)).toBe(0);
  });
});
