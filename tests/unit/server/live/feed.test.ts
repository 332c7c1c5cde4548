import { BuiltViews } from '@wenzheng/server/src/live/built-views';
import { Feed, type FeedSpec } from '@wenzheng/server/src/live/feed';
import { documentView, ownKey, type Sight } from '@wenzheng/server/src/engine/views';
import type { Json, Patch } from '@wenzheng/shared/wire/protocol';
import { describe, expect, test } from 'vitest';
import { given } from '../../../support/given';
import { roomWithForum, type TestRoom } from '../../../support/room';

/** A feed over tables that are plain maps: `scene` is a document, `counts` a tally. */
function feedOfMaps(tallyBytes: number | null = null) {
  const scene = { value: 'a' };
  const counts = new Map<string, number>([['1', 1]]);
  let window = ['1', '2'];
  const view = <T>(build: () => T) => documentView<T>({ reads: ['scene'], build });
  const spec: FeedSpec = {
    documents: {
      scene: view<Json>(() => scene.value),
      total: documentView<Json>({
        reads: [],
        tallies: ['counts'],
        build: () => [...counts.values()].length,
      }),
    },
    collections: {
      counts: {
        reads: {},
        tallies: { counts: ownKey },
        window: () => window,
        all: () => window,
        build: (_, id) => counts.get(id),
      },
    },
    tallyEvery: 500,
    tallyBytes,
  };
  const sent: { patch: Patch; tallies: boolean }[] = [];
  const timers: (() => void)[] = [];
  const built = new BuiltViews(() => ({ state: given() }) as unknown as Sight);
  const feed = new Feed(spec, {
    epoch: 'e',
    built,
    later: (_, run) => {
      timers.push(run);
      return () => void timers.splice(timers.indexOf(run), 1);
    },
    send: (patch, tallies) => void sent.push({ patch, tallies }),
  });
  const change = (table: string, ...keys: string[]): void => {
    built.forget();
    feed.changed(new Map([[table, new Map(keys.map((key) => [key, undefined]))]]));
  };
  return {
    ...{ feed, scene, counts, sent, timers, change },
    moveWindow: (ids: string[]) => (window = ids),
  };
}

describe('a feed', () => {
  test('sends what people act on at once', () => {
    const { scene, sent, change } = feedOfMaps();
    scene.value = 'b';
    change('scene', '');
    expect(sent).toEqual([
      { patch: { base: 1, revision: 2, documents: { scene: 'b' } }, tallies: false },
    ]);
  });

  test('sends nothing when nothing looks different', () => {
    const { sent, change } = feedOfMaps();
    change('scene', '');
    change('agenda', '');
    expect(sent).toEqual([]);
  });

  test('gathers tallies, each once', () => {
    const { counts, sent, timers, change } = feedOfMaps();
    for (const count of [2, 3, 4]) {
      counts.set('1', count).set('2', count);
      change('counts', '1', '2');
    }
    expect(sent).toEqual([]);
    expect(timers).toHaveLength(1);
    timers[0]?.();
    const patch = {
      base: 1,
      revision: 2,
      documents: { total: 2 },
      put: { counts: { 1: 4, 2: 4 } },
    };
    expect(sent).toEqual([{ patch, tallies: true }]);
    expect(timers).toEqual([]);
  });

  test('takes out what leaves the window and puts in what enters it', () => {
    const { counts, sent, feed, change, moveWindow } = feedOfMaps();
    counts.set('3', 9);
    moveWindow(['2', '3']);
    change('counts', '3');
    feed.flush();
    expect(sent[0]?.patch).toMatchObject({ put: { counts: { 3: 9 } }, remove: { counts: ['1'] } });
    expect(feed.snapshot().collections).toEqual({ counts: { 3: 9 } });
  });

  test('sends no more tallies at once than they may weigh, and the rest in turn', () => {
    const { counts, sent, timers, change, feed } = feedOfMaps(8);
    const gathered = (): void => timers[0]?.();
    for (const count of [100, 200, 300]) {
      counts.set('1', count).set('2', count);
      change('counts', '1', '2');
      gathered();
    }
    for (let more = 0; timers.length > 0 && more < 9; more += 1) gathered();
    const items = sent.map(({ patch }) => Object.keys(patch.put?.['counts'] ?? {}).length);
    expect(Math.max(...items)).toBe(1);
    expect(feed.snapshot().collections).toEqual({ counts: { 1: 300, 2: 300 } });
    expect(timers).toEqual([]);
  });

  test('lets counts through beside a document that changes all the time and weighs too much', () => {
    const { counts, sent, timers, change } = feedOfMaps(8);
    counts.set('1', 7);
    change('counts', '1');
    for (let round = 0; round < 8; round += 1) {
      counts.set(`more-${round}`, 1);
      change('counts', `more-${round}`);
      timers[0]?.();
    }
    expect(sent.some(({ patch }) => patch.put?.['counts']?.['1'] === 7)).toBe(true);
    const totals = sent.filter(({ patch }) => patch.documents?.['total'] !== undefined);
    expect(totals.length).toBeGreaterThan(2);
  });

  test('tells since when it knows, or that a snapshot is needed', () => {
    const { feed, scene, change } = feedOfMaps();
    for (let i = 0; i < 300; i += 1) {
      scene.value = `scene ${i}`;
      change('scene', '');
    }
    const since = (revision: number, epoch = 'e') =>
      feed.since({ epoch, revision })?.length ?? null;
    expect(since(301)).toBe(0);
    expect(since(300)).toBe(1);
    expect(since(200)).toBe(101);
    expect(since(1)).toBeNull();
    expect(since(302)).toBeNull();
    expect(since(301, 'older')).toBeNull();
  });

  test('answers the same snapshot until something changes', () => {
    const { feed, scene, change } = feedOfMaps();
    const before = feed.snapshot();
    expect(feed.snapshot()).toBe(before);
    scene.value = 'b';
    change('scene', '');
    expect(feed.snapshot()).not.toBe(before);
    expect(before.documents['scene']).toBe('a');
  });

  test('is silent once it is closed', () => {
    const { feed, timers, change } = feedOfMaps();
    change('counts', '1');
    feed.close();
    expect(timers).toEqual([]);
  });
});

/** 80 questions from the microphone, all open. */
async function fullHouse(): Promise<TestRoom> {
  const room = await roomWithForum();
  const volunteers = ['a', 'b', 'c'].map((name) => room.enter('volunteer', name));
  for (let number = 1; number <= 80; number += 1) {
    const text = `question ${number}`;
    await volunteers[number % 3]?.does({
      type: 'logQuestion',
      source: 'mic',
      serial: null,
      text,
      name: null,
      department: null,
    });
  }
  room.runTimers();
  return room;
}
const shown = (room: TestRoom, name: 'questions' | 'counts'): string[] =>
  Object.keys(room.seat.room.feed('audience').snapshot().collections[name] ?? {});

describe('the list that phones share', () => {
  test('holds the 50 most supported and the 20 newest', async () => {
    const room = await fullHouse();
    expect(shown(room, 'questions')).toHaveLength(70);
    expect(shown(room, 'questions')).not.toContain('51');
    expect(shown(room, 'counts').sort()).toEqual(shown(room, 'questions').sort());
    await room.enter('audience').does({ type: 'supportQuestion', question: '55', on: true });
    room.runTimers();
    expect(shown(room, 'questions')).toContain('55');
    expect(shown(room, 'questions')).not.toContain('50');
  });

  test('holds the current question, and lets it go when the agenda moves on', async () => {
    const room = await fullHouse();
    const host = room.enter('host');
    const deflection = { reason: 'out_of_scope', department: 'water', due: '2027-01-22' } as const;
    await host.does({ type: 'pickQuestion', question: '1', from: null });
    await host.press({
      type: 'deflectQuestion',
      question: '1',
      ...deflection,
      due: deflection.due as never,
    });
    room.runTimers();
    expect(shown(room, 'questions')).toContain('1');
    await host.does({ type: 'startAgendaItem', item: 'closing', from: null });
    room.runTimers();
    expect(shown(room, 'questions')).not.toContain('1');
    expect(shown(room, 'counts')).not.toContain('1');
  });
});
