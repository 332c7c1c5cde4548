/** Counts that the host hides: nobody but staff can tell who has more support than whom. */
import type { Role } from '@wenzheng/shared/forum/access';
import type { Patch } from '@wenzheng/shared/wire/protocol';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { roomWithForum, type Guest, type TestRoom } from '../../../support/room';

const PUBLIC: readonly Role[] = ['audience', 'kiosk', 'display', 'volunteer'];
const seen = (room: TestRoom, role: Role) => room.seat.room.feed(role).snapshot();

/** The turn at the floor is numbered by the entries there were, votes among them; that tells nobody's support. */
const without = ({ floor: _, ...documents }: Patch['documents'] & object = {}) => documents;

/** Everybody has one page, and so one count of what was sent. */
const pages = new WeakMap<TestRoom, Map<string, Guest>>();
function page(room: TestRoom, role: Role, actor: string = role): Guest {
  const open = pages.get(room) ?? new Map<string, Guest>();
  pages.set(room, open);
  const guest = open.get(actor) ?? room.enter(role, actor);
  open.set(actor, guest);
  return guest;
}

/** So many questions from phones, and two slips, all in the queue. */
async function hall(questions: number): Promise<TestRoom> {
  const room = await roomWithForum();
  await page(room, 'admin').does({ type: 'editForum', fields: { moderation: 'post' } });
  for (let number = 1; number <= questions; number += 1)
    await page(room, 'audience', `phone-${number}`).does({
      type: 'askQuestion',
      text: `question ${number}`,
      name: null,
      department: null,
    });
  for (const serial of ['A-1', 'A-2'])
    await page(room, 'volunteer').does({
      ...{ type: 'logQuestion', source: 'paper', serial },
      ...{ text: serial, name: null, department: null },
    });
  return room;
}
const vote = (room: TestRoom, voter: number, question: number) =>
  page(room, 'audience', `voter-${voter}`).does({
    type: 'supportQuestion',
    question: String(question),
    on: true,
  });
const hide = (room: TestRoom, hidden: boolean) =>
  page(room, 'host').does({ type: 'setCountsHidden', hidden });

describe('hiding', () => {
  test('takes the counts from every phone at once, and from the big screen; staff keep theirs', async () => {
    const room = await hall(3);
    await vote(room, 1, 2);
    await page(room, 'host').does({ type: 'pickQuestion', question: '2', from: null });
    room.runTimers();
    expect(seen(room, 'audience').collections['counts']).toEqual({ 1: 0, 2: 1, 3: 0, 4: 0, 5: 0 });
    room.broadcasts.length = 0;
    await hide(room, true);
    const [told] = room.broadcasts.filter(({ role }) => role === 'audience');
    expect(told).toMatchObject({
      tallies: false,
      patch: {
        documents: { picking: { countsHidden: true } },
        remove: { counts: ['2', '1', '3', '4', '5'] },
      } satisfies Partial<Patch>,
    });
    expect(seen(room, 'display').documents).toMatchObject({
      support: null,
      results: { supports: null, mostSupported: [] },
      picks: { picked: 1, picks: [] },
      topAsked: { questions: [] },
      upNext: { questions: [{ id: '4' }, { id: '5' }], waiting: 4 },
    });
    for (const role of ['host', 'moderator', 'admin'] as const)
      expect(seen(room, role).collections['counts']).toMatchObject({ 2: 1 });
    expect(seen(room, 'host').documents).toMatchObject({
      results: { supports: 1 },
      picks: { picks: [{ id: '2', support: 1, rank: 1 }] },
    });
  });

  test('does not send again what it took away to who comes back', async () => {
    const room = await hall(3);
    const { epoch, revision } = seen(room, 'audience');
    await vote(room, 1, 2);
    room.runTimers();
    expect(room.seat.room.feed('audience').since({ epoch, revision })).not.toBeNull();
    await hide(room, true);
    expect(room.seat.room.feed('audience').since({ epoch, revision })).toBeNull();
  });

  test('is over when the host says so, and when the forum closes', async () => {
    const room = await hall(3);
    const host = page(room, 'host');
    await vote(room, 1, 2);
    await hide(room, true);
    room.runTimers();
    await hide(room, false);
    expect(seen(room, 'audience').collections['counts']).toMatchObject({ 2: 1 });
    await hide(room, true);
    await host.does({ type: 'closeForum' });
    expect(seen(room, 'display').documents).toMatchObject({
      picking: { countsHidden: false },
      results: { supports: 1, mostSupported: [{ id: '2' }] },
    });
  });
});

describe('while counts are hidden', () => {
  test('nothing that is public depends on who supports what', { timeout: 90_000 }, async () => {
    const votes = fc.array(fc.tuple(fc.nat(9), fc.integer({ min: 1, max: 90 })), { maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(votes, votes, async (before, after) => {
        const [voted, silent] = [await hall(90), await hall(90)];
        for (const [voter, question] of before) await vote(voted, voter, question);
        for (const room of [voted, silent]) {
          room.runTimers();
          await hide(room, true);
          for (const role of PUBLIC) room.seat.room.feed(role).flush();
          room.broadcasts.length = 0;
        }
        for (const room of [voted, silent])
          for (const question of ['30', '40'])
            await page(room, 'host').does({ type: 'mergeQuestion', question, into: '20' });
        for (const [voter, question] of after) await vote(voted, voter, question);
        for (const room of [voted, silent]) {
          await page(room, 'host').does({ type: 'separateQuestion', question: '40' });
          await page(room, 'host').does({ type: 'pickQuestion', question: '17', from: null });
          room.runTimers();
        }
        for (const role of PUBLIC) {
          const [a, b] = [seen(voted, role), seen(silent, role)];
          expect([without(a.documents), a.collections]).toEqual([
            without(b.documents),
            b.collections,
          ]);
          expect(Object.keys(a.collections['questions'] ?? {})).toEqual(
            Object.keys(b.collections['questions'] ?? {}),
          );
          const told = (room: TestRoom) =>
            room.broadcasts
              .filter((broadcast) => broadcast.role === role)
              .map(({ patch: { documents, put, remove } }) => ({
                documents: without(documents),
                put,
                remove,
              }));
          expect(told(voted)).toEqual(told(silent));
        }
      }),
      { numRuns: 8 },
    );
  });

  test('every question comes before the phones in its turn', async () => {
    const room = await hall(120);
    await hide(room, true);
    const shown = new Set<string>();
    let from: string | null = null;
    for (let pick = 0; pick < 12; pick += 1) {
      room.runTimers();
      for (const id of Object.keys(seen(room, 'audience').collections['questions'] ?? {}))
        shown.add(id);
      const question = String(50 + pick);
      await page(room, 'host').does({ type: 'pickQuestion', question, from });
      from = question;
    }
    expect(shown.size).toBe(122);
  });
});
