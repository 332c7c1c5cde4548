import type { ForumState } from '@wenzheng/server/src/engine/state';
import type { Sight } from '@wenzheng/server/src/engine/views';
import { talksDocument } from '@wenzheng/server/src/forum/floor/index';
import type { CommandInput } from '@wenzheng/shared/forum/commands';
import { readClock } from '@wenzheng/shared/time/countdown';
import { minutes, seconds } from '@wenzheng/shared/time/instant';
import { describe, expect, test } from 'vitest';
import {
  done,
  given,
  itemStarted,
  moment,
  talkStarted,
  when,
  type Done,
} from '../../../support/given';

const TALKS = itemStarted(1, 'policy_talk');
/** The number of the turn that `talkStarted` begins after TALKS. */
const TURN = 3;
const onFloor = [TALKS, talkStarted(10)];
const paused = (at: number): Done =>
  done(at, 'pauseTurn', { type: 'turnPaused', data: { turn: TURN } });
const resumed = (at: number): Done =>
  done(at, 'resumeTurn', { type: 'turnResumed', data: { turn: TURN } });
const talks = (speaker: string, from: number | null): CommandInput => ({
  type: 'startTalk',
  speaker,
  from,
});
const extend = (by: number, turn = TURN): CommandInput => ({
  type: 'extendTurn',
  turn,
  by: seconds(by),
});

describe('the floor', () => {
  const liTalks = {
    type: 'talkStarted',
    data: { item: 'policy_talk', index: 0, speaker: 'li', limit: minutes(5) },
  };
  test.each<[string, Done[], CommandInput, unknown]>([
    ['is given to a speaker of the running item', [TALKS], talks('li', null), [liTalks]],
    ['is not given to who does not speak', [TALKS], talks('zhou', null), 'floor.unknown_speaker'],
    [
      'is not given in an item without talks',
      [itemStarted(1, 'qa')],
      talks('li', null),
      'floor.unknown_speaker',
    ],
    ['is not given before the start', [], talks('li', null), 'floor.unknown_speaker'],
    ['is not given twice by two presses', onFloor, talks('li', null), 'floor.moved'],
    ['passes on from the turn that was seen', onFloor, talks('li', TURN), [liTalks]],
    [
      'is left',
      onFloor,
      { type: 'endTurn', turn: TURN },
      [{ type: 'turnEnded', data: { turn: TURN } }],
    ],
    ['is not left for another turn', onFloor, { type: 'endTurn', turn: 2 }, 'floor.moved'],
    [
      'pauses',
      onFloor,
      { type: 'pauseTurn', turn: TURN },
      [{ type: 'turnPaused', data: { turn: TURN } }],
    ],
    ['pauses once', [...onFloor, paused(20)], { type: 'pauseTurn', turn: TURN }, []],
    ['resumes only what is paused', onFloor, { type: 'resumeTurn', turn: TURN }, []],
    ['does not pause a turn that is over', onFloor, { type: 'pauseTurn', turn: 9 }, 'floor.moved'],
    [
      'is extended',
      onFloor,
      extend(60),
      [{ type: 'turnExtended', data: { turn: TURN, by: 60_000 } }],
    ],
    [
      'is shortened to what is spent',
      onFloor,
      extend(-210),
      [{ type: 'turnExtended', data: { turn: TURN, by: -210_000 } }],
    ],
    ['is not shortened into the past', onFloor, extend(-211), 'floor.nothing_to_change'],
    [
      'keeps at least ten seconds',
      [...onFloor, paused(11)],
      extend(-291),
      'floor.nothing_to_change',
    ],
    [
      'keeps just ten seconds',
      [...onFloor, paused(11)],
      extend(-290),
      [{ type: 'turnExtended', data: { turn: TURN, by: -290_000 } }],
    ],
  ])('%s', (_, before, command, outcome) => {
    expect(when(given(...before), command, { at: 100 })).toEqual(outcome);
  });
});

describe('which talks were held', () => {
  const ofQa = (speaker: string) => ({ speaker, topic: '', limit: minutes(5) });
  const before: Done[] = [
    done(0, 'putAgendaItem', {
      type: 'agendaItemPut',
      data: {
        item: {
          ...{ id: 'qa', stage: 'qa', title: 'qa', plannedDuration: minutes(10) },
          talks: [ofQa('wang'), ofQa('li')],
        },
        ...{ owner: '', note: '', before: null },
      },
    }),
    ...[TALKS, talkStarted(10), talkStarted(20, 'wang'), itemStarted(30, 'qa')],
    done(31, 'startTalk', {
      type: 'talkStarted',
      data: { item: 'qa', index: 0, speaker: 'wang', limit: minutes(5) },
    }),
  ];
  const held = (state: ForumState) => talksDocument.build({ state } as Sight).held;

  test('is known of each item', () => {
    expect(held(given(...before))).toBe(1);
    const again = given(...before, itemStarted(40, 'policy_talk'));
    expect(held(again)).toBe(2);
    expect(held(given(...before, itemStarted(40, 'closing')))).toBe(0);
    const shorter: CommandInput = {
      ...{ type: 'recoverTime', from: 'policy_talk', leaveOut: null },
      items: [
        {
          ...{ item: 'policy_talk', plannedDuration: minutes(9) },
          talks: [{ speaker: 'wang', limit: minutes(4) }],
        },
      ],
    };
    expect(when(again, shorter, { at: 50 })).toBe('agenda.item_started');
  });

  test('is known again once the start of a talk is undone', () => {
    const entries = when(given(...before), { type: 'undo', entry: 7 }, { at: 35 });
    const state = given(...before, done(35, 'undo', ...(entries as [])));
    expect(held(state)).toBe(0);
    expect(held(given(...before.slice(0, 3)))).toBe(1);
  });
});

describe('setting back the start', () => {
  const back = (by: number, turn = TURN): CommandInput => ({
    type: 'setBackTurn',
    turn,
    by: seconds(by),
  });
  const setBack = (by: number): Done =>
    done(20, 'setBackTurn', { type: 'turnSetBack', data: { turn: TURN, by: seconds(by) } });
  const entry = (by: number) => [{ type: 'turnSetBack', data: { turn: TURN, by: seconds(by) } }];
  test.each<[string, Done[], CommandInput, unknown]>([
    ['counts what was forgotten', onFloor, back(60), entry(60)],
    ['goes up to five minutes', onFloor, back(300), entry(300)],
    ['goes up to five minutes in all', [...onFloor, setBack(200)], back(100), entry(100)],
    ['goes no further', [...onFloor, setBack(200)], back(101), 'floor.set_back_too_far'],
    [
      'starts anew with each turn',
      [...onFloor, setBack(300), talkStarted(30, 'wang')],
      back(300, 5),
      [{ type: 'turnSetBack', data: { turn: 5, by: 300_000 } }],
    ],
    ['is for the turn that was seen', onFloor, back(60, 9), 'floor.moved'],
  ])('%s', (_, before, command, outcome) => {
    expect(when(given(...before), command, { at: 100 })).toEqual(outcome);
  });
  test('adds to what is spent, in a pause too', () => {
    const spent = (...after: Done[]) => {
      const turn = given(...onFloor, ...after).floor.value;
      return turn && readClock(turn.clock, moment(70)).spent / 1000;
    };
    expect(spent(setBack(90))).toBe(150);
    expect(spent(paused(15), setBack(90))).toBe(95);
  });
});

describe('the clock of a turn', () => {
  const spentAt = (at: number, ...after: Done[]): number => {
    const turn = given(...onFloor, ...after).floor.value;
    return turn ? readClock(turn.clock, moment(at)).spent / 1000 : NaN;
  };
  test('counts from the start, stands still in a pause and goes on after', () => {
    expect(spentAt(70)).toBe(60);
    expect(spentAt(70, paused(30))).toBe(20);
    expect(spentAt(70, paused(30), resumed(50))).toBe(40);
    expect(spentAt(70, paused(30), resumed(50), paused(60))).toBe(30);
  });
  test('takes no notice of entries of another turn', () => {
    const late = done(60, 'pauseTurn', { type: 'turnPaused', data: { turn: 99 } });
    expect(spentAt(70, late)).toBe(60);
  });
  test('gets more time', () => {
    const more = done(20, 'extendTurn', {
      type: 'turnExtended',
      data: { turn: TURN, by: seconds(30) },
    });
    expect(given(...onFloor, more).floor.value?.clock.limit).toBe(330_000);
  });
});
