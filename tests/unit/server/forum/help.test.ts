import type { Actor } from '@wenzheng/server/src/journal/entry';
import { CALLS_LIMIT } from '@wenzheng/shared/forum/help';
import { commandSchema, type CommandInput } from '@wenzheng/shared/forum/commands';
import { describe, expect, test } from 'vitest';
import { done, given, HOST, when, type Done } from '../../../support/given';
import { roomWithForum } from '../../../support/room';

const VOLUNTEER: Actor = { role: 'volunteer', id: 'volunteer-1' };
const OTHER: Actor = { role: 'host', id: 'host-2' };
const name = { id: 'w', commitment: 'tablet' };
const call = (fields: object = {}): CommandInput => ({
  ...{ type: 'callForHelp', reason: 'medical', zone: 'rest', where: null },
  ...fields,
});
const called = (at: number): Done => ({
  ...{ at, type: 'callForHelp', by: VOLUNTEER },
  entries: [
    {
      type: 'helpCalled',
      data: { reason: 'medical', zone: 'rest', where: null, by: { actor: VOLUNTEER, name } },
    },
  ],
});
/** Called first of all, the call has the number 2. */
const NUMBER = 2;
const answered = done(2, 'answerHelp', {
  type: 'helpAnswered',
  data: { call: NUMBER, by: { actor: HOST, name } },
});
const answer: CommandInput = { type: 'answerHelp', call: NUMBER };
const end: CommandInput = { type: 'endHelp', call: NUMBER };
const closed = done(3, 'closeForum', { type: 'forumClosed', data: {} });
const many = Array.from({ length: CALLS_LIMIT }, () => called(1));

describe('a call for help', () => {
  test.each<[string, Done[], CommandInput, Actor, unknown]>([
    [
      'says what, where and who',
      [],
      call({ where: ' row 3 ' }),
      VOLUNTEER,
      [{ data: { where: { commitment: 'row 3' }, by: { actor: VOLUNTEER, name: {} } } }],
    ],
    ['goes out after the forum is closed', [closed], call(), VOLUNTEER, [{ type: 'helpCalled' }]],
    ['has an end', many, call(), VOLUNTEER, 'help.too_many'],
    ['is answered', [called(1)], answer, HOST, [{ type: 'helpAnswered' }]],
    ['is answered once', [called(1), answered], answer, HOST, []],
    ['is not taken from who goes', [called(1), answered], answer, OTHER, 'help.taken'],
    ['is not answered when it is over', [], answer, HOST, 'help.over'],
    ['is ended by who leads', [called(1), answered], end, OTHER, [{ type: 'helpEnded' }]],
    ['is ended by who called', [called(1)], end, VOLUNTEER, [{ type: 'helpEnded' }]],
    [
      'is ended by nobody else',
      [called(1)],
      end,
      { role: 'volunteer', id: 'volunteer-2' },
      'forbidden',
    ],
    ['is ended once', [], end, VOLUNTEER, 'help.over'],
  ])('%s', (_, before, command, by, outcome) => {
    const outcomeNow = when(given(...before), command, { by });
    if (typeof outcome === 'string') expect(outcomeNow).toBe(outcome);
    else {
      expect(outcomeNow).toMatchObject(outcome as object[]);
      expect(outcomeNow).toHaveLength((outcome as object[]).length);
    }
  });

  test('says where', () => {
    const nowhere = commandSchema.safeParse(call({ zone: null }));
    expect(nowhere.error?.issues[0]).toMatchObject({ path: ['where'], message: 'empty' });
    expect(commandSchema.safeParse(call({ zone: null, where: 'gate' })).success).toBe(true);
  });

  test('is seen by staff with the name of the device, and by nobody else', async () => {
    const room = await roomWithForum();
    await room.enter('volunteer', 'Gate 2').does(call({ where: 'row 3' }));
    for (const role of ['admin', 'host', 'moderator', 'volunteer'] as const)
      expect(room.seat.room.feed(role).snapshot().documents['help']).toMatchObject({
        calls: [{ zone: 'rest', where: 'row 3', by: { role: 'volunteer', name: 'Gate 2' } }],
      });
    for (const role of ['audience', 'kiosk', 'display'] as const)
      expect(room.seat.room.feed(role).snapshot().documents['help']).toBeUndefined();
  });

  test('is slowed for a device that presses again and again, whose other work goes on', async () => {
    const room = await roomWithForum();
    const volunteer = room.enter('volunteer');
    for (let press = 0; press < 5; press += 1) await volunteer.does(call());
    expect(await volunteer.press(call())).toMatchObject({ code: 'busy' });
    await volunteer.does({ type: 'endHelp', call: 2 });
    room.pass(10);
    await volunteer.does(call());
  });
});
