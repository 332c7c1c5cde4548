/** The map of a live forum: from answers of phones to what screens and phones are shown. */
import { ownPlace } from '@wenzheng/shared/forum/own-place';
import { VotesOut } from '@wenzheng/server/src/engine/votes-out';
import { Mapper } from '@wenzheng/server/src/forum/opinions/mapping/mapper';
import { packRows, type Mapping } from '@wenzheng/server/src/forum/opinions/mapping/mapping';
import type { DrawnMap, PlacedMap } from '@wenzheng/shared/forum/opinion-map';
import type { Answer } from '@wenzheng/shared/forum/choices';
import { describe, expect, test, vi } from 'vitest';
import { mappingHere } from '../../../support/mapping-here';
import { opinionCrowd, type OpinionCrowd } from '../../../support/opinion-crowd';
import { roomWithForum, type TestRoom } from '../../../support/room';

/** Longer than any step of the mapper in these tests takes. */
const settled = (): Promise<void> => new Promise((done) => setTimeout(done, 60));

/** Lets the timers of the mapper run out and waits for its answer. */
async function mapped(room: TestRoom): Promise<void> {
  room.runTimers();
  await settled();
  room.runTimers();
}

/** A forum with so many statements, all approved, to which everyone of the crowd has answered. */
async function forumOf(crowd: OpinionCrowd, ports: Parameters<typeof roomWithForum>[0] = {}) {
  const room = await roomWithForum(ports);
  const moderator = room.enter('moderator');
  const ids: string[] = [];
  for (let number = 1; number <= crowd.statements; number += 1) {
    const made = await moderator.does({ type: 'addStatement', text: `statement ${number}` });
    ids.push(made.statement?.id ?? '');
  }
  const people = opinionCrowd(crowd).map((answers, index) => ({
    guest: room.enter('audience', `phone-${index}`),
    answers: Object.fromEntries(
      Object.entries(answers).map(([column, answer]) => [ids[Number(column)] ?? '', answer]),
    ) as Record<string, Answer>,
  }));
  for (const { guest, answers } of people)
    for (const [statement, answer] of Object.entries(answers))
      await guest.does({ type: 'answerStatement', statement, answer });
  await mapped(room);
  const shown = () => room.seat.room.feed('display').snapshot().documents['opinionMap'];
  const out = new VotesOut(() => room.seat);
  const placed = () => (JSON.parse(out.map('f1') ?? '{}') as { map: PlacedMap | null }).map;
  return { room, moderator, ids, people, shown, placed };
}

const CAMPS = { people: 40, statements: 12, camps: 2, answered: 0.95 };

describe('the map of a live forum', () => {
  test('comes once enough have answered, in groups of like opinion, and says what all share', async () => {
    const { shown } = await forumOf(CAMPS);
    expect(shown()).toMatchObject({
      people: 40,
      statements: 12,
      stable: true,
      othersHidden: false,
    });
    const { groups, shared, places } = shown() as unknown as DrawnMap;
    expect(groups.map(({ people }) => people)).toEqual([20, 20]);
    expect(shared).toContainEqual(
      expect.objectContaining({ number: 1, text: 'statement 1', side: 'agree' }),
    );
    expect(places.reduce((sum, [, , people]) => sum + people, 0)).toBe(40);
  });

  test('is not there for nine people, nor for two statements', async () => {
    const few = await forumOf({ ...CAMPS, people: 9 });
    expect(few.shown()).toBeNull();
    expect(few.room.seat.room.feed('audience').snapshot().documents['opinionMapAt']).toBeNull();
    expect((await forumOf({ ...CAMPS, statements: 2 })).shown()).toBeNull();
  });

  test('shows no group of fewer than five people, and no shares beside it', async () => {
    const { placed, shown, room, people } = await forumOf({ ...CAMPS, people: 20, camps: 1 });
    const against = { agree: 'disagree', disagree: 'agree', pass: 'agree' } as const;
    for (let index = 0; index < 4; index += 1) {
      const guest = room.enter('audience', `odd-${index}`);
      for (const [statement, answer] of Object.entries(people[index]?.answers ?? {}))
        await guest.does({ type: 'answerStatement', statement, answer: against[answer] });
    }
    await mapped(room);
    const map = placed();
    if (!map) throw new Error('no map');
    const shownPeople = map.groups.map((group) => group.people);
    expect(Math.min(...shownPeople)).toBeGreaterThanOrEqual(5);
    expect(map.othersHidden).toBe(true);
    expect(map.people).toBe(shownPeople.reduce((all, each) => all + each, 0));
    expect(Object.keys(map.where).sort()).toEqual(['centre', 'statements', 'x', 'y']);
    for (const { standsFor } of map.groups)
      for (const { share } of standsFor) expect(share).toBeNull();
    const { places } = shown() as unknown as DrawnMap;
    const sum = (counts: readonly number[]): number => counts.reduce((all, each) => all + each, 0);
    expect(sum(places.map(([, , count]) => count))).toBe(sum(shownPeople));
  });

  test('says of no group what only few of it think', () => {
    const answer = (person: number, column: number): Answer =>
      column === 0 || (column + person) % 2 === 0 ? 'agree' : 'disagree';
    const columns = Array.from({ length: 8 }, (_, column) => column);
    const rows = Array.from({ length: 16 }, (_, person) => {
      const answers = columns.map((column) => [column, answer(person, column)] as const);
      return [person, Object.fromEntries(answers)] as const;
    });
    const mapper = new Mapper();
    mapper.tell(packRows(rows, Number));
    const { map } = mapper.map({ seen: columns, before: null });
    const found = map?.groups.flatMap(({ standsFor }) => standsFor) ?? [];
    expect(found.length).toBeGreaterThan(0);
    for (const { successes, trials } of found) expect(successes * 2).toBeGreaterThan(trials);
  });

  test('leaves out what a desk takes down, at once', async () => {
    const { shown, moderator, ids } = await forumOf(CAMPS);
    expect(JSON.stringify(shown())).toContain('"statement 1"');
    await moderator.does({
      ...{ type: 'declineStatement', statement: ids[0] ?? '', reason: 'unclear' },
    });
    expect(JSON.stringify(shown())).not.toContain('"statement 1"');
  });

  test('lets a phone find the group that the hub has placed it in', async () => {
    const { placed, people } = await forumOf(CAMPS);
    const map = placed();
    if (!map) throw new Error('no map');
    const groupOf = people.map(({ answers }) => ownPlace(map, answers)?.group);
    const [first, second] = [groupOf[0], groupOf[1]];
    expect(first).not.toBe(second);
    for (const [index, group] of groupOf.entries()) expect(group).toBe(index % 2 ? second : first);
    expect(ownPlace(map, {})).toBeNull();
  });

  test('says nothing of a statement that only few have answered', () => {
    // All pass on seven statements, and one of them alone is against an eighth.
    const seen = [0, 1, 2, 3, 4, 5, 6, 7];
    const passed = Object.fromEntries(seen.slice(0, 7).map((column) => [column, 'pass' as const]));
    const rows = Array.from({ length: 12 }, (_, person) => {
      const own: Record<number, Answer> = person === 0 ? { ...passed, 7: 'disagree' } : passed;
      return [person, own] as const;
    });
    const mapper = new Mapper();
    mapper.tell(packRows(rows, Number));
    const { map } = mapper.map({ seen, before: null });
    expect(map).not.toBeNull();
    const named = [
      ...(map?.shared ?? []),
      ...(map?.groups ?? []).flatMap((each) => each.standsFor),
    ];
    expect(named.map(({ column }) => column)).not.toContain(7);
    expect(map?.where.columns).toEqual(seen.slice(0, 7));
  });

  test('takes in what somebody answered only together with what four others did', async () => {
    const { room, people, ids, shown } = await forumOf(CAMPS);
    const before = JSON.stringify(shown());
    for (const [count, { guest, answers }] of people.slice(0, 5).entries()) {
      expect(JSON.stringify(shown())).toBe(before);
      const statement = ids[1] ?? '';
      const answer = answers[statement] === 'agree' ? 'disagree' : 'agree';
      await guest.does({ type: 'answerStatement', statement, answer });
      if (count < 4) await mapped(room);
    }
    await mapped(room);
    expect(JSON.stringify(shown())).not.toBe(before);
  });

  test('needs ten people who have answered seven statements', async () => {
    const { room, people, ids, shown } = await forumOf({ ...CAMPS, people: 9, answered: 1 });
    const late = room.enter('audience', 'late');
    for (const statement of ids.slice(0, 6))
      await late.does({ type: 'answerStatement', statement, answer: 'agree' });
    await mapped(room);
    expect(people).toHaveLength(9);
    expect(shown()).toBeNull();
    await late.does({ type: 'answerStatement', statement: ids[6] ?? '', answer: 'agree' });
    await mapped(room);
    expect(shown()).not.toBeNull();
  });

  test('is made for live forums alone, and for another once it is live', async () => {
    let isLive = false;
    const { room, shown } = await forumOf(CAMPS, { isLive: () => isLive });
    expect(shown()).toBeNull();
    isLive = true;
    room.seat.mapping.wake();
    await mapped(room);
    expect(shown()).not.toBeNull();
  });

  test('lets its mapper go when the forum is closed', async () => {
    const stop = vi.fn(async () => undefined);
    const { room } = await forumOf(CAMPS, { map: () => ({ ...mappingHere(), stop }) });
    expect(stop).not.toHaveBeenCalled();
    const host = room.enter('host');
    await host.does({ type: 'closeForum' });
    await mapped(room);
    expect(stop).toHaveBeenCalledTimes(1);
  });

  test('follows a mapper that has ended with another one, which hears of everyone', async () => {
    let started = 0;
    const failing: Mapping = {
      ...mappingHere(),
      map: () => Promise.reject(new Error('out of memory')),
    };
    const { shown, room } = await forumOf(CAMPS, {
      map: () => ((started += 1) === 1 ? failing : mappingHere()),
    });
    await mapped(room);
    expect(started).toBe(2);
    expect(shown()).toMatchObject({ people: 40 });
  });

  test('is the same after a restart of the hub', async () => {
    const { shown, room } = await forumOf(CAMPS);
    const before = shown() as never as { groups: { people: number }[] };
    await room.open({});
    await mapped(room);
    const again = room.seat.room.feed('display').snapshot().documents['opinionMap'];
    expect({ ...(again as object), at: 0 }).toEqual({ ...before, at: 0 });
  });

  test('puts what few have answered before what many have', async () => {
    const { room, moderator } = await forumOf(CAMPS);
    await moderator.does({ type: 'addStatement', text: 'a new one' });
    for (let round = 0; round < 7; round += 1) {
      await moderator.does({ type: 'addStatement', text: `another ${round}` });
      await mapped(room);
    }
    const priorities = room.seat.room.feed('audience').snapshot().documents['statementPriorities'];
    const { '1': heard = 0, '13': unheard = 0 } = priorities as Record<string, number>;
    expect(unheard).toBeGreaterThan(2 * heard);
    expect(unheard).toBe(99);
  });
});
