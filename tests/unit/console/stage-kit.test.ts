import { duration, instant, seconds } from '@wenzheng/shared/time/instant';
import type { Medium } from '@wenzheng/shared/forum/media';
import { readClock } from '@wenzheng/shared/time/countdown';
import { describe, expect, test } from 'vitest';
import { filmClock, filmStands } from '../../../console/src/screens/scenes/film-stands';
import { stageKit, type KitSight } from '../../../console/src/screens/scenes/stage-kit';

const medium = (id: string, kind: Medium['kind'] = 'clip'): Medium => ({
  ...{ id, kind, type: 'video/mp4', name: id, bytes: 1 },
  ...{ length: seconds(60), pages: null, addedAt: instant(0) },
});
const item = (id: string) => ({
  ...{ id, stage: 'qa' as const, title: id, plannedStart: instant(0) },
  ...{ plannedDuration: duration(1), startedAt: null, endedAt: null },
  ...{ reopened: null, talks: [] },
});
const sight = (over: Partial<KitSight> = {}): KitSight => ({
  agenda: { items: [item('a'), item('b'), item('c')], current: 'a' },
  media: {
    media: [medium('one'), medium('two'), medium('deck', 'slides')],
    items: [{ item: 'b', clip: 'two', slides: 'deck' }],
  },
  scene: { kind: 'agenda', since: instant(0) },
  film: null,
  slidesShown: null,
  ...over,
});
const ids = (kit: ReturnType<typeof stageKit>) => [
  kit.near.map(({ id }) => id),
  kit.others.map(({ id }) => id),
];

describe('films and slides in reach', () => {
  test('are those of the item that runs, or else of the next', () => {
    expect(ids(stageKit(sight()))).toEqual([['two', 'deck'], ['one']]);
    const later = { items: sight().agenda.items, current: 'b' };
    expect(ids(stageKit(sight({ agenda: later })))).toEqual([['two', 'deck'], ['one']]);
    const last = { items: sight().agenda.items, current: 'c' };
    expect(ids(stageKit(sight({ agenda: last })))).toEqual([[], ['one', 'two', 'deck']]);
  });
  test('begin with what the hall sees', () => {
    const film = { clip: 'one', length: seconds(60), startedAt: null, position: seconds(0) };
    const scene = { kind: 'clip' as const, since: instant(0) };
    expect(ids(stageKit(sight({ film, scene })))).toEqual([['one', 'two', 'deck'], []]);
    expect(ids(stageKit(sight({ film })))).toEqual([['two', 'deck'], ['one']]);
  });
});

describe('where a film stands', () => {
  const film = { clip: 'one', length: seconds(60), position: seconds(10) };
  const at = (startedAt: number | null, now: number, shown = true) => {
    const view = { ...film, startedAt: startedAt === null ? null : instant(startedAt) };
    return filmStands(view, readClock(filmClock(view), instant(now)), shown);
  };
  test.each([
    [at(null, 99_000), { state: 'paused', position: 10_000 }],
    [at(1_000, 6_000), { state: 'playing', position: 15_000 }],
    [at(1_000, 900), { state: 'playing', position: 10_000 }],
    [at(1_000, 99_000), { state: 'ended', position: 60_000 }],
    [at(1_000, 99_000, false), { state: 'fresh', position: 60_000 }],
    [filmStands(null, null, false), { state: 'fresh', position: 0 }],
  ])('%j', (stands, expected) => {
    expect(stands).toEqual(expected);
  });
});
