/** The queue beyond what a desk holds of it, and where askers say they live. */
import { lookUpQueue, QuestionRanks } from '@wenzheng/server/src/forum/questions/index';
import { DESK_HOLDS } from '@wenzheng/server/src/forum/questions/ranks';
import type { Sight } from '@wenzheng/server/src/engine/views';
import type { QueueWish } from '@wenzheng/shared/forum/picking';
import { describe, expect, test } from 'vitest';
import { asked, done, given, PHONE, when, type Done } from '../../../support/given';
import { roomWithForum } from '../../../support/room';

const ASK = { type: 'askQuestion', text: 'why?', name: null, department: null } as const;

describe('an area', () => {
  test('is one of the list', () => {
    expect(when(given(), { ...ASK, area: 'North' }, { by: PHONE })).toBe('questions.unknown_area');
    expect(when(given(), { ...ASK, area: 'West' }, { by: PHONE })).toMatchObject([
      { data: { area: 'West' } },
    ]);
  });
  test('need not be said', () => {
    expect(when(given(), ASK, { by: PHONE })).toMatchObject([{ data: { area: null } }]);
  });
  test('is told to those who see the queue and to nobody else', async () => {
    const room = await roomWithForum();
    await room.enter('admin').does({ type: 'editForum', fields: { areas: ['Far Village'] } });
    await room.enter('volunteer').does({
      ...{ type: 'logQuestion', source: 'mic', serial: null, text: 'why?', name: null },
      ...{ department: null, area: 'Far Village' },
    });
    for (const role of ['host', 'moderator', 'admin'] as const)
      expect(room.seat.room.feed(role).snapshot().collections['queue']).toMatchObject({
        1: { area: 'Far Village' },
      });
    for (const role of ['audience', 'display', 'kiosk'] as const)
      expect(JSON.stringify(room.seat.room.feed(role).snapshot().collections)).not.toContain('Far');
  });
});

/** Every tenth from the far village, every seventh on a slip, supported by as many as its last digit says. */
const MANY = 2_600;
const many: Done[] = Array.from({ length: MANY }, (_, index) => index + 1).map((number) =>
  done(
    1,
    'logQuestion',
    asked(number, {
      area: number % 10 === 0 ? 'West' : null,
      source: number % 7 === 0 ? 'paper' : 'phone',
      department: number % 2 === 0 ? 'water' : null,
      asker: null,
    }),
    { type: 'questionQueued', data: { question: String(number) } },
  ),
);

describe('looking up', () => {
  const state = given(...many);
  for (const question of [2_510, 2_590]) state.counts.put(String(question), question);
  const masks = { text: () => 'words', name: () => 'words' };
  const sight = { state, ranks: new QuestionRanks(state), words: () => 'words', masks };
  let turns = 0;
  const found = async (wish: Partial<QueueWish>) => {
    const whole = {
      order: 'support',
      source: null,
      area: null,
      topic: null,
      department: null,
      ...wish,
    } as const;
    // Of a sight it needs no more than these.
    const { questions, more } = await lookUpQueue(sight as unknown as Sight, whole, async () => {
      turns += 1;
    });
    return { numbers: questions.map(({ number }) => number), more };
  };

  test('finds what lies beyond what a desk holds, the most supported first', async () => {
    const { numbers, more } = await found({ area: 'West', source: 'paper' });
    const all = Array.from({ length: MANY / 70 }, (_, index) => (index + 1) * 70);
    expect(MANY).toBeGreaterThan(DESK_HOLDS);
    expect([...numbers].sort((a, b) => a - b)).toEqual(all);
    expect(numbers[0]).toBe(2_590);
    expect(more).toBe(false);
  });
  test('tells that there are others', async () => {
    const { numbers, more } = await found({ area: 'West', order: 'waiting' });
    expect([numbers.length, numbers[0], more]).toEqual([100, 10, true]);
  });
  test('finds what has none', async () => {
    const { numbers } = await found({ area: '', department: '' });
    expect(numbers.every((number) => number % 2 === 1)).toBe(true);
  });
  test('lets others have their turn', async () => {
    turns = 0;
    await found({ area: 'East' });
    expect(turns).toBe(2);
  });
});
