/** Work per command does not grow with the forum: counted in rows that are looked at, not in time. */
import { Ranking } from '@wenzheng/server/src/engine/ranking';
import { Table } from '@wenzheng/server/src/engine/store';
import { emptyState, type ForumState } from '@wenzheng/server/src/engine/state';
import { evolveCommand } from '@wenzheng/server/src/engine/evolve';
import { STAFF_ROLES } from '@wenzheng/shared/forum/access';
import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { done, forumMade, numbered, PHONE, type Done } from '../../support/given';
import { roomWithForum, TestRoom } from '../../support/room';
import { MemoryJournal } from '../../support/memory-journal';

const words = { id: 'w', commitment: 'w' };

/** Asked, and two of three taken into the queue; each supported once. */
const asked = (number: number): Done[] => {
  const question = String(number);
  const entry = {
    type: 'questionAsked',
    data: {
      ...{ question, number, text: words, name: null, serial: null, department: null },
      ...{
        source: number % 5 === 0 ? ('mic' as const) : ('phone' as const),
        suggestedDepartment: null,
      },
      ...{ tracking: `T-${number}`, asker: null },
    },
  } as const;
  const asking: Done = { at: 1, type: 'askQuestion', by: PHONE, entries: [entry] };
  if (number % 3 === 0) return [asking];
  const vote = { question, voter: `v${number}`, counter: 1, on: true };
  return [
    asking,
    done(
      1,
      'screenQuestion',
      { type: 'questionScreened', data: { question, department: null } },
      { type: 'questionQueued', data: { question } },
    ),
    { at: 1, type: null, by: null, entries: [{ type: 'questionSupported', data: vote }] },
  ];
};

function forumOf(questions: number): { state: ForumState; head: number } {
  const entries = numbered([
    forumMade,
    ...Array.from({ length: questions }, (_, index) => asked(index + 1)).flat(),
  ]);
  const state = emptyState();
  for (let start = 0, end = 1; end <= entries.length; end += 1) {
    if (entries[end]?.first === entries[start]?.first) continue;
    evolveCommand(state, entries.slice(start, end));
    start = end;
  }
  return { state, head: entries.length };
}

/** Opens a room with so many questions in it. */
async function bigRoom(questions: number): Promise<TestRoom> {
  const { state, head } = forumOf(questions);
  const room = new TestRoom(new MemoryJournal());
  const journal = room.journal;
  const shifted = {
    head: async () => head + (await journal.head()),
    read: () => Promise.resolve([]),
    erasePicturesBut: () => Promise.resolve(),
    append: (...[entries, kept, expected]: Parameters<MemoryJournal['append']>) =>
      journal.append(entries, kept, expected - head),
  };
  await room.open({ journal: shifted, start: { state, head } });
  return room;
}

/** What every kind of command, and the tallies after it, looked at in a forum of that size. */
async function touchedBy(questions: number): Promise<number> {
  const room = await bigRoom(questions);
  const host = room.enter('host');
  const phone = room.enter('audience');
  room.runTimers();
  let touched = 0;
  const { get } = Table.prototype;
  const { entries } = Table.prototype;
  vi.spyOn(Table.prototype, 'get').mockImplementation(function (this: Table<unknown>, key) {
    touched += 1;
    return get.call(this, key);
  });
  vi.spyOn(Table.prototype, 'entries').mockImplementation(function (this: Table<unknown>) {
    touched += this.size;
    return entries.call(this);
  });
  await host.does({ type: 'startAgendaItem', item: 'qa', from: null });
  await phone.does({ type: 'askQuestion', text: 'why?', name: null, department: null });
  await phone.does({ type: 'supportQuestion', question: '2', on: true });
  await host.does({ type: 'screenQuestion', question: '3', department: null });
  await host.does({ type: 'pickQuestion', question: '4', from: null });
  room.runTimers();
  vi.restoreAllMocks();
  return touched;
}

describe('a forum that has grown', () => {
  afterEach(() => void vi.restoreAllMocks());

  test('costs a command no more than a small one', async () => {
    const [small, large] = [await touchedBy(1_000), await touchedBy(8_000)];
    expect(small).toBeGreaterThan(0);
    expect(large).toBeLessThan(small * 1.1);
  });

  test.each(STAFF_ROLES)('sends %s no more than a small one', async (role) => {
    const sizeFor = async (questions: number): Promise<number> => {
      const room = await bigRoom(questions);
      return JSON.stringify(room.seat.room.feed(role).snapshot()).length;
    };
    expect(await sizeFor(9_000)).toBeLessThan((await sizeFor(4_000)) * 1.1);
  });

  test('counts its votes as one that counts them all anew', async () => {
    const room = await roomWithForum();
    const [a, b] = [room.enter('audience', 'a'), room.enter('audience', 'b')];
    const desk = room.enter('host');
    const log = { type: 'logQuestion', source: 'mic', serial: null, name: null } as const;
    for (const text of ['1', '2', '3', '4']) await desk.does({ ...log, text, department: null });
    await a.does({ type: 'supportQuestion', question: '2', on: true });
    await b.does({ type: 'supportQuestion', question: '2', on: true });
    await b.does({ type: 'supportQuestion', question: '4', on: true });
    expect(room.seat.engine.state.votes.now()).toEqual({
      supports: 3,
      supportsInHall: 0,
      answers: 0,
      rated: { answers: 0, faces: { satisfied: 0, partly: 0, not: 0 } },
      mostSupported: [
        { question: '2', support: 2 },
        { question: '4', support: 1 },
      ],
    });
    await b.does({ type: 'supportQuestion', question: '2', on: false });
    await b.does({ type: 'supportQuestion', question: '4', on: false });
    expect(room.seat.engine.state.votes.now()).toMatchObject({
      supports: 1,
      mostSupported: [{ question: '2', support: 1 }],
    });
  });
});

describe('a ranking', () => {
  test('is in order and tells what its window shows, whatever came and went', () => {
    const change = fc.record({ id: fc.nat(2_000), value: fc.nat(50), member: fc.boolean() });
    fc.assert(
      fc.property(fc.array(change, { minLength: 500, maxLength: 3_000 }), (changes) => {
        const moved = new Set<string>();
        const compare = (a: Placed, b: Placed): number => a.value - b.value || a.number - b.number;
        const ranking = new Ranking<Placed>(compare, { shown: 20, moved });
        const model = new Map<string, Placed>();
        let before: readonly string[] = [];
        for (const { id, value, member } of changes) {
          const place = { id: String(id), number: id, value };
          ranking.set(place, member);
          if (member) model.set(place.id, place);
          else model.delete(place.id);
          const shown = ranking.shown();
          for (const each of new Set([...before, ...shown]))
            if (before.includes(each) !== shown.includes(each)) expect(moved).toContain(each);
          before = shown;
          moved.clear();
        }
        const sorted = [...model.values()].sort(compare).map((place) => place.id);
        expect(ranking.all.map((place) => place.id)).toEqual(sorted);
        expect(sorted.filter((each) => ranking.shows(each))).toEqual(sorted.slice(0, 20));
        expect(ranking.size).toBe(sorted.length);
      }),
      { numRuns: 12 },
    );
  });
});

interface Placed {
  readonly id: string;
  readonly number: number;
  readonly value: number;
}
