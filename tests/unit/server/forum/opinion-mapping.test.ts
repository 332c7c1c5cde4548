/** The map of a live forum: from answers of phones to what screens and phones are shown. */
import { ownPlace } from '@wenzheng/shared/forum/own-place';
import { placedMap } from '@wenzheng/server/src/forum/opinions/index';
import { Mapper } from '@wenzheng/server/src/forum/opinions/mapping/mapper';
import { packRows, type Mapping } from '@wenzheng/server/src/forum/opinions/mapping/mapping';
import type { DrawnMap } from '@wenzheng/shared/forum/opinion-map';
import type { Answer } from '@wenzheng/shared/forum/choices';
import { describe, expect, test } from 'vitest';
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
  const placed = () => placedMap(room.seat.room.ports.sight());
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
    const { groups, shared, places } = shown() as never as NonNullable<
      ReturnType<typeof placedMap>
    > & {
      places: [number, number, number, number][];
    };
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
    expect(map.where.middles.map(({ group }) => group)).toContain(null);
    for (const { standsFor } of map.groups)
      for (const { share } of standsFor) expect(share).toBeNull();
    const { places } = shown() as unknown as DrawnMap;
    const sum = (counts: readonly number[]): number => counts.reduce((all, each) => all + each, 0);
    expect(sum(places.map(([, , count]) => count))).toBe(sum(shownPeople));
    expect(sum(shownPeople)).toBeLessThan(map.people);
  });

  test('says of no group what only few of it think', () => {
    const answer = (person: number, column: number): Answer =>
      column === 0 || (column + person) % 2 === 0 ? 'agree' : 'disagree';
    const columns = Array.from({ length: 8 }, (_, column) => column);
    const rows = Array.from({ length: 16 }, (_, person) => {
      const answers = columns.map((column) => [column, answer(person, column)] as const);
      return [person, Object.fromEntries(answers)] as const;
    });
    const { map } = new Mapper().take({
      ...{ seen: columns, rows: Int32Array.from(packRows(rows, Number)) },
    });
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
    const groupOf = people.map(({ answers }) => ownPlace(map.where, answers)?.group);
    const [first, second] = [groupOf[0], groupOf[1]];
    expect(first).not.toBe(second);
    for (const [index, group] of groupOf.entries()) expect(group).toBe(index % 2 ? second : first);
    expect(ownPlace(map.where, {})).toBeNull();
  });

  test('tells nobody where anyone in particular stands', async () => {
    const { shown, placed, room } = await forumOf(CAMPS);
    const told = JSON.stringify([shown(), placed()]);
    for (const [voter] of room.seat.engine.state.statementAnswers.entries())
      expect(told).not.toContain(voter);
    expect(told).not.toContain('phone-');
  });

  test('follows a mapper that has ended with another one, which hears of everyone', async () => {
    let started = 0;
    const failing: Mapping = {
      give: () => Promise.reject(new Error('out of memory')),
      stop: async () => undefined,
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
