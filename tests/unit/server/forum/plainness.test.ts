/** "I did not follow": when it is taken, how often, and what becomes of the count. */
import { evolveCommand } from '@wenzheng/server/src/engine/evolve';
import type { CommandInput } from '@wenzheng/shared/forum/commands';
import { minutes } from '@wenzheng/shared/time/instant';
import { describe, expect, test } from 'vitest';
import {
  done,
  given,
  itemStarted,
  moment,
  PHONE,
  pickedAt,
  queued,
  talkStarted,
  when,
  type Done,
} from '../../../support/given';
import { roomWithForum } from '../../../support/room';

const TALK = [itemStarted(1, 'policy_talk'), talkStarted(2)];
const turnAfter = (...before: Done[]): number => given(...before).floor.value?.turn ?? 0;
const mark = (turn: number): CommandInput => ({ type: 'markUnclear', turn });
const marked = (at: number, turn: number, voter = 'voter-1'): Done => ({
  ...{ at, type: null, by: null },
  entries: [{ type: 'unclearMarked', data: { turn, voter, counter: at } }],
});
const exchange = done(2, 'startExchange', {
  type: 'exchangeStarted',
  data: { number: 1, representative: 'r', official: 'li', limit: minutes(3) },
});
const passed = (turn: number): Done =>
  done(3, 'passFloor', { type: 'floorPassed', data: { turn, to: 'official' } });

describe('a phone that does not follow', () => {
  const talk = turnAfter(...TALK);
  const asking = [...queued(1), pickedAt(5, '1')];
  const dialogue = turnAfter(exchange);
  test.each<[string, readonly Done[], number, string | number]>([
    ['is heard during a talk', TALK, talk, 1],
    ['is too late for the talk before', TALK, talk - 1, 'plainness.over'],
    ['is not asked while nobody speaks', [], 1, 'plainness.over'],
    ['is not asked while a citizen asks', asking, turnAfter(...asking), 'plainness.over'],
    ['is not asked while a representative speaks', [exchange], dialogue, 'plainness.over'],
    ['is heard while the official speaks', [exchange, passed(dialogue)], dialogue, 1],
    ['is asked to wait', [...TALK, marked(50, talk)], talk, 'plainness.wait'],
    ['is heard again after a minute', [...TALK, marked(40, talk)], talk, 1],
    ['is heard beside others', [...TALK, marked(50, talk, 'another')], talk, 1],
  ])('%s', (_, before, turn, outcome) => {
    const found = when(given(...before), mark(turn), { by: PHONE, at: 100 });
    expect(typeof found === 'string' ? found : found.length).toBe(outcome);
  });

  test('keeps its minute when it comes by a ticket', async () => {
    const room = await roomWithForum();
    const [host, phone] = [room.enter('host'), room.enter('audience')];
    await host.does({ type: 'issueTickets', count: 2, seat: 'A', until: null });
    await host.does({ type: 'startAgendaItem', item: 'policy_talk', from: null });
    await host.does({ type: 'startTalk', speaker: 'li', from: null });
    const turn = room.seat.engine.state.floor.value?.turn ?? 0;
    await phone.does(mark(turn));
    await phone.does({ type: 'presentCode', code: room.seat.room.ports.codes.ticketCode(1) });
    room.pass(30);
    expect(await phone.press(mark(turn))).toEqual({ ok: false, code: 'plainness.wait' });
    room.pass(30);
    await phone.does(mark(turn));
    room.pass(59);
    expect(await phone.press(mark(turn))).toEqual({ ok: false, code: 'plainness.wait' });
  });
});

describe('the count', () => {
  test('begins anew with each turn, and nothing is written for that', () => {
    const first = turnAfter(...TALK);
    const story = [...TALK, marked(10, first), marked(11, first, 'b'), talkStarted(90)];
    expect(given(...story).unclear.value).toEqual({ turn: first, count: 2 });
    const second = turnAfter(...story);
    expect(second).not.toBe(first);
    expect(given(...story, marked(100, second, 'c')).unclear.value).toEqual({
      ...{ turn: second, count: 1 },
    });
  });

  test('does not grow with the presses: one row a device, one count', () => {
    const turn = turnAfter(...TALK);
    const state = given(...TALK);
    for (let seq = 10; seq < 10_010; seq += 1)
      evolveCommand(state, [
        {
          ...{ v: 1, forum: 'f1', seq, first: seq, at: moment(seq), actor: null, command: null },
          type: 'unclearMarked',
          data: { turn, voter: `phone-${seq % 50}`, counter: seq },
        },
      ]);
    expect(state.unclearAt.size).toBe(50);
    expect(state.unclear.value).toEqual({ turn, count: 10_000 });
  });

  test('reaches host and stage with the tallies, phones never', async () => {
    const room = await roomWithForum();
    const host = room.enter('host');
    await host.does({ type: 'startAgendaItem', item: 'policy_talk', from: null });
    await host.does({ type: 'startTalk', speaker: 'li', from: null });
    const turn = room.seat.engine.state.floor.value?.turn ?? 0;
    room.runTimers();
    room.broadcasts.length = 0;
    const phones = Array.from({ length: 40 }, (_, number) => room.enter('audience', `p-${number}`));
    for (const phone of phones) await phone.does(mark(turn));
    expect(await phones[7]?.press(mark(turn))).toEqual({ ok: false, code: 'plainness.wait' });
    room.runTimers();
    const told = (role: string) => room.broadcasts.filter((each) => each.role === role);
    expect(told('audience')).toEqual([]);
    for (const role of ['host', 'admin', 'stage'])
      expect(told(role).map(({ patch, tallies }) => [patch.documents, tallies])).toEqual([
        [{ plainness: { turn, unclear: 40 } }, true],
      ]);
    await host.does({ type: 'startTalk', speaker: 'wang', from: turn });
    const { plainness } = room.seat.room.feed('host').snapshot().documents;
    expect(plainness).toMatchObject({ unclear: 0 });
  });
});
