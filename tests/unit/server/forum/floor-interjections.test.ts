/** Interjections: who may speak up in whose turn, and that the floor is given back exactly. */
import type { CommandInput } from '@wenzheng/shared/forum/commands';
import { readClock } from '@wenzheng/shared/time/countdown';
import { minutes, seconds } from '@wenzheng/shared/time/instant';
import { describe, expect, test } from 'vitest';
import {
  done,
  given,
  itemStarted,
  moment,
  pickedAt,
  queued,
  talkStarted,
  when,
  type Done,
} from '../../../support/given';

const TALK = [itemStarted(1, 'policy_talk'), talkStarted(10)];
const turnAfter = (...before: Done[]): number => given(...before).floor.value?.turn ?? 0;
const numberAfter = (...before: Done[]): number =>
  given(...before).floor.value?.interjection?.number ?? 0;
const started = (at: number, turn: number): Done =>
  done(at, 'startInterjection', {
    type: 'interjectionStarted',
    data: { turn, limit: minutes(1) },
  });
const ended = (at: number, interjection: number): Done =>
  done(at, 'endInterjection', { type: 'interjectionEnded', data: { interjection } });
const exchange = done(2, 'startExchange', {
  type: 'exchangeStarted',
  data: { number: 1, representative: 'r', official: 'li', limit: minutes(3) },
});
const passed = (turn: number): Done =>
  done(3, 'passFloor', { type: 'floorPassed', data: { turn, to: 'official' } });
const representative = done(2, 'putRepresentative', {
  type: 'representativePut',
  data: {
    ...{ representative: 'chen', name: { id: 'w', commitment: '陈' } },
    ...{ chosenBy: 'lot', of: null },
  },
});
const start = (turn: number): CommandInput => ({ type: 'startInterjection', turn });
const talk = turnAfter(...TALK);
const UP = [...TALK, representative, started(30, talk)];
const number = numberAfter(...UP);
const named = (who: { official?: string; representative?: string }): CommandInput => ({
  ...{ type: 'nameInterjection', interjection: number, official: null, representative: null },
  ...who,
});

describe('an interjection', () => {
  const asking = [...queued(1), pickedAt(5, '1')];
  const dialogue = turnAfter(exchange);
  const emergency = done(31, 'raiseEmergency', {
    type: 'emergencyRaised',
    data: { kind: 'fire', drill: true, message: null },
  });
  test.each<[string, readonly Done[], CommandInput, string | number]>([
    ['is let into a talk', TALK, start(talk), 1],
    ['is there already', UP, start(talk), 0],
    ['is not let into another turn', TALK, start(talk + 1), 'floor.moved'],
    ['is not let into an empty floor', [], start(1), 'floor.moved'],
    ['is not let into a question', asking, start(turnAfter(...asking)), 'floor.protected'],
    ['is not let into what a representative says', [exchange], start(dialogue), 'floor.protected'],
    ['is let into what the official says', [exchange, passed(dialogue)], start(dialogue), 1],
    ['waits for all clear', [...TALK, emergency], start(talk), 'safety.emergency'],
    ['is by an official', UP, named({ official: 'wang' }), 1],
    ['is by a representative', UP, named({ representative: 'chen' }), 1],
    ['is by nobody as it is', UP, named({}), 0],
    ['is by nobody unknown', UP, named({ official: 'nobody' }), 'floor.unknown_speaker'],
    [
      'is by no unknown representative',
      UP,
      named({ representative: 'nobody' }),
      'floor.unknown_representative',
    ],
    ['gets more time', UP, { type: 'extendInterjection', interjection: number, by: minutes(1) }, 1],
    [
      'loses no time that is over',
      UP,
      { type: 'extendInterjection', interjection: number, by: minutes(-1) },
      'floor.nothing_to_change',
    ],
    [
      'is another by now',
      UP,
      { type: 'extendInterjection', interjection: number - 1, by: minutes(1) },
      'floor.moved',
    ],
    ['ends', UP, { type: 'endInterjection', interjection: number }, 1],
    ['is over', TALK, { type: 'endInterjection', interjection: number }, 'floor.moved'],
    ['lets nobody pause the turn', UP, { type: 'pauseTurn', turn: talk }, 'floor.interjection'],
    ['lets nobody resume it', UP, { type: 'resumeTurn', turn: talk }, 'floor.interjection'],
    ['lets the turn have more time', UP, { type: 'extendTurn', turn: talk, by: minutes(1) }, 1],
    ['ends with its turn', UP, { type: 'endTurn', turn: talk }, 1],
    [
      'keeps who speaks up on the roster',
      [
        ...UP,
        done(31, 'nameInterjection', {
          type: 'interjectionNamed',
          data: { interjection: number, official: null, representative: 'chen' },
        }),
      ],
      { type: 'removeRepresentative', representative: 'chen' },
      'agenda.still_used',
    ],
    [
      'keeps the floor where it is',
      [exchange, passed(dialogue), started(9, dialogue)],
      { type: 'passFloor', turn: dialogue, to: 'representative' },
      'floor.interjection',
    ],
  ])('%s', (_, before, command, outcome) => {
    const found = when(given(...before), command, { at: 90 });
    expect(typeof found === 'string' ? found : found.length).toBe(outcome);
  });
});

describe('the floor', () => {
  const turnAt = (...before: Done[]) => {
    const turn = given(...before).floor.value;
    if (!turn) throw new Error('nobody has the floor');
    return turn;
  };
  const left = (at: number, ...before: Done[]): number =>
    readClock(turnAt(...before).clock, moment(at)).remaining;

  test('stands still meanwhile, and the interjection has a minute', () => {
    expect(left(60, ...UP)).toBe(minutes(5) - seconds(20));
    const { interjection } = turnAt(...UP);
    const reading = interjection && readClock(interjection.clock, moment(100));
    expect(reading).toMatchObject({ remaining: seconds(-10), phase: 'overtime' });
  });
  test('is given back exactly', () => {
    const back = [...UP, ended(75, number)];
    expect(turnAt(...back).interjection).toBeNull();
    expect(left(75, ...back)).toBe(minutes(5) - seconds(20));
    expect(left(80, ...back)).toBe(minutes(5) - seconds(25));
  });
  test('stays paused if it was', () => {
    const paused = done(20, 'pauseTurn', { type: 'turnPaused', data: { turn: talk } });
    const up = [...TALK, paused, started(30, talk)];
    const back = [...up, ended(75, numberAfter(...up))];
    expect(turnAt(...back).clock.pausedAt).toBe(moment(20));
    expect(left(90, ...back)).toBe(minutes(5) - seconds(10));
  });
  test('and the interjection stand still in an emergency', () => {
    const raised = done(40, 'raiseEmergency', {
      type: 'emergencyRaised',
      data: { kind: 'fire', drill: true, message: null },
    });
    const cleared = done(70, 'allClear', {
      type: 'emergencyCleared',
      data: { emergency: 0 },
    });
    const after = turnAt(...UP, raised, cleared);
    expect(readClock(after.interjection?.clock ?? after.clock, moment(75)).spent).toBe(seconds(15));
    expect(after.clock.pausedAt).not.toBeNull();
    expect(left(90, ...UP, raised, cleared)).toBe(minutes(5) - seconds(20));
  });
});
