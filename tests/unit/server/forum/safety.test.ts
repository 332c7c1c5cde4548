import { evolveCommand } from '@wenzheng/server/src/engine/evolve';
import { settle, type ForumState } from '@wenzheng/server/src/engine/state';
import { lasting } from '@wenzheng/server/src/forum/safety/lasting';
import { standsStill } from '@wenzheng/server/src/forum/safety/index';
import { ROLES } from '@wenzheng/shared/forum/access';
import { COMMAND_TYPES, type CommandInput } from '@wenzheng/shared/forum/commands';
import { readClock } from '@wenzheng/shared/time/countdown';
import { minutes, seconds } from '@wenzheng/shared/time/instant';
import fc from 'fast-check';
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
import { roomWithForum } from '../../../support/room';

const SAID = { kind: 'fire', drill: false, message: null } as const;
const DRILL = { ...SAID, drill: true } as const;
const raisedAt = (at: number, said: typeof SAID | typeof DRILL = SAID): Done =>
  done(at, 'raiseEmergency', { type: 'emergencyRaised', data: said });
/** Raised first of all, the emergency has the number 2. */
const NUMBER = 2;
const clearedAt = (at: number, emergency = NUMBER): Done =>
  done(at, 'allClear', { type: 'emergencyCleared', data: { emergency } });
const raise = (said: object = SAID): CommandInput =>
  ({ type: 'raiseEmergency', ...SAID, ...said }) as CommandInput;
const amend = (said: object, emergency = NUMBER): CommandInput =>
  ({ type: 'amendEmergency', emergency, ...SAID, ...said }) as CommandInput;
const clear = (emergency = NUMBER): CommandInput => ({ type: 'allClear', emergency });

type Table = [string, Done[], CommandInput, unknown][];
const holds = (table: Table): void => {
  test.each(table)('%s', (_, before, command, outcome) => {
    expect(when(given(...before), command, { at: 10 })).toEqual(outcome);
  });
};

describe('raising', () => {
  holds([
    ['is recorded', [], raise(), [{ type: 'emergencyRaised', data: SAID }]],
    [
      'keeps what the host writes in the vault',
      [],
      raise({ message: ' East gate ' }),
      [
        {
          type: 'emergencyRaised',
          data: { ...SAID, message: { id: 'word-1', commitment: 'East gate' } },
        },
      ],
    ],
    ['twice has one effect', [raisedAt(1)], raise(), []],
    [
      'is refused while another lasts',
      [raisedAt(1)],
      raise({ kind: 'medical' }),
      'safety.emergency',
    ],
    [
      'takes the place of a drill if it is real',
      [raisedAt(1, DRILL)],
      raise({ kind: 'medical' }),
      [{ type: 'emergencyAmended', data: { ...SAID, kind: 'medical' } }],
    ],
    [
      'a drill never takes the place of what is real',
      [raisedAt(1)],
      raise(DRILL),
      'safety.emergency',
    ],
    [
      'again, once it was all clear',
      [raisedAt(1), clearedAt(2)],
      raise(),
      [{ type: 'emergencyRaised', data: SAID }],
    ],
    [
      'goes on after the forum is closed',
      [done(1, 'closeForum', { type: 'forumClosed', data: {} })],
      raise(),
      [{ type: 'emergencyRaised', data: SAID }],
    ],
  ]);
});

describe('changing what it says', () => {
  holds([
    [
      'is recorded',
      [raisedAt(1)],
      amend({ kind: 'weather' }),
      [{ type: 'emergencyAmended', data: { ...SAID, kind: 'weather' } }],
    ],
    ['to the same has no effect', [raisedAt(1)], amend({}), []],
    [
      'from a drill to what is real is possible',
      [raisedAt(1, DRILL)],
      amend({ drill: false }),
      [{ type: 'emergencyAmended', data: SAID }],
    ],
    [
      'from what is real to a drill is not',
      [raisedAt(1)],
      amend({ drill: true }),
      'safety.not_a_drill',
    ],
    ['is refused when it is over', [raisedAt(1), clearedAt(2)], amend({}), 'safety.moved'],
    ['is refused when it says something else by now', [raisedAt(1)], amend({}, 1), 'safety.moved'],
  ]);
});

describe('all clear', () => {
  const amended = done(2, 'amendEmergency', { type: 'emergencyAmended', data: SAID });
  holds([
    [
      'is recorded',
      [raisedAt(1)],
      clear(),
      [{ type: 'emergencyCleared', data: { emergency: NUMBER } }],
    ],
    ['twice has one effect', [raisedAt(1), clearedAt(2)], clear(), []],
    ['of nothing has none', [], clear(), []],
    [
      'of an earlier emergency does not end the next',
      [raisedAt(1), clearedAt(2), raisedAt(3)],
      clear(),
      'safety.moved',
    ],
    [
      'of a drill does not end the real one that broke out',
      [raisedAt(1, DRILL), amended],
      clear(),
      'safety.moved',
    ],
  ]);
});

describe('clocks', () => {
  const TALK = [itemStarted(1, 'policy_talk'), talkStarted(10)];
  const TURN = 3;
  const paused = done(40, 'pauseTurn', { type: 'turnPaused', data: { turn: TURN } });
  const reading = (state: ForumState, at: number) => {
    const { clock } = state.floor.value ?? {};
    if (!clock) throw new Error('nobody has the floor');
    const { nextFlip: _, ...read } = readClock(clock, moment(at));
    return read;
  };

  test.each([
    ['running', TALK, 60],
    ['paused', [...TALK, paused], 60],
    ['in overtime', TALK, 400],
  ])('stand still while %s, and are then as they were', (_, before, at) => {
    const then = reading(given(...before), at);
    const number = before.length + 2;
    const during = given(...before, raisedAt(at));
    expect(reading(during, at + 600)).toEqual({ ...then, paused: true });
    const after = given(...before, raisedAt(at), clearedAt(at + 600, number));
    expect(reading(after, at + 600)).toEqual(then);
    expect(after.floor.value?.stopped).toBe(null);
  });

  test('of both sides of an exchange are as they were', () => {
    const exchange: Done[] = [
      done(1, 'startExchange', {
        type: 'exchangeStarted',
        data: { number: 1, representative: 'r', official: 'li', limit: minutes(3) },
      }),
      done(30, 'passFloor', { type: 'floorPassed', data: { turn: 2, to: 'official' } }),
    ];
    const before = given(...exchange);
    const after = given(...exchange, raisedAt(50), clearedAt(950, 4));
    expect(reading(after, 960).remaining).toBe(reading(before, 60).remaining);
    expect(after.floor.value?.exchange).toEqual(before.floor.value?.exchange);
  });

  test('neither scene nor agenda know of it', () => {
    const before = given(...TALK);
    const after = given(...TALK, raisedAt(60), clearedAt(600, 4));
    for (const table of ['scene', 'currentItem', 'agendaItems', 'lastTalks'])
      expect([...(after.all.get(table)?.entries() ?? [])]).toEqual([
        ...(before.all.get(table)?.entries() ?? []),
      ]);
  });

  test('an empty floor stays empty', () => {
    expect(given(raisedAt(1), clearedAt(2)).floor.value).toBe(null);
  });
});

/** A talk of five minutes under the hands of a host, and what its clock says at the end. */
describe('whatever was done to a clock', () => {
  const step = fc.record({
    after: fc.integer({ min: 0, max: 90 }),
    what: fc.constantFrom('pauseTurn', 'resumeTurn', 'extendTurn', 'setBackTurn', 'emergency'),
    lasts: fc.integer({ min: 0, max: 900 }),
  });
  type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

  function play(steps: readonly Step[], isSafe: boolean) {
    const state = given(itemStarted(0, 'policy_talk'), talkStarted(0));
    let [at, seq] = [0, 3];
    const press = (input: CommandInput): void => {
      const entries = when(state, input, { at });
      if (typeof entries === 'string') return;
      for (const entry of entries) {
        seq += 1;
        const envelope = {
          v: 1,
          forum: 'f1',
          seq,
          first: seq,
          at: moment(at),
          actor: null,
        } as const;
        evolveCommand(state, [{ ...envelope, command: null, ...entry }]);
        settle(state);
      }
    };
    for (const { after, what, lasts } of steps) {
      at += after;
      const turn = state.floor.value?.turn ?? 0;
      if (what === 'extendTurn') press({ type: what, turn, by: minutes(1) });
      else if (what === 'setBackTurn') press({ type: what, turn, by: seconds(20) });
      else if (what !== 'emergency') press({ type: what, turn });
      else if (!isSafe) {
        press(raise());
        press({ type: 'resumeTurn', turn });
        at += lasts;
        press(clear(lasting(state)?.number ?? 0));
      }
    }
    const clock = state.floor.value?.clock;
    if (!clock) throw new Error('nobody has the floor');
    const { nextFlip: _, ...read } = readClock(clock, moment(at + 7));
    return read;
  }

  test('emergencies take nothing off it and give nothing to it', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        expect(play(steps, false)).toEqual(play(steps, true));
      }),
    );
  });
});

describe('while it lasts', () => {
  test('these commands wait, and no others', () => {
    const state = given(raisedAt(1));
    expect(COMMAND_TYPES.filter((type) => standsStill(state, type)).sort()).toEqual(
      [
        ...['startAgendaItem', 'startTalk', 'endTurn', 'pauseTurn', 'resumeTurn', 'extendTurn'],
        ...[
          'setBackTurn',
          'recoverTime',
          'startExchange',
          'passFloor',
          'endExchange',
          'pickQuestion',
        ],
        ...['drawQuestion', 'startAnswer', 'answerQuestion', 'deflectQuestion', 'callMicNumber'],
        ...[
          'joinAnswer',
          'startInterjection',
          'nameInterjection',
          'extendInterjection',
          'endInterjection',
        ],
        ...['setRating', 'showScene', 'showCard', 'removeTerm', 'markUnclear', 'closeForum'],
        ...['openPoll', 'askPoll', 'repeatPoll', 'closePoll', 'setPollShown'],
        ...['tellStage', 'clearStage'],
        ...['assignDisplay', 'identifyDisplay'],
        ...['playClip', 'pauseClip', 'showSlides'],
      ].sort(),
    );
    expect(COMMAND_TYPES.filter((type) => standsStill(given(), type))).toEqual([]);
  });

  const talking = [itemStarted(1, 'policy_talk'), talkStarted(2)];
  holds([
    [
      'the next item waits',
      [...talking, raisedAt(3)],
      { type: 'startAgendaItem', item: 'qa', from: 'policy_talk' },
      'safety.emergency',
    ],
    [
      'the clock is not let go on',
      [...talking, raisedAt(3)],
      { type: 'resumeTurn', turn: 3 },
      'safety.emergency',
    ],
    [
      'questions are not picked',
      [...queued(1), raisedAt(3)],
      { type: 'pickQuestion', question: '1', from: null },
      'safety.emergency',
    ],
    [
      'the big screen is not changed',
      [raisedAt(3)],
      { type: 'showScene', scene: 'join' },
      'safety.emergency',
    ],
    ['the forum is not closed', [raisedAt(3)], { type: 'closeForum' }, 'safety.emergency'],
  ]);

  test('people ask, and desks screen', () => {
    const state = given(...queued(1), raisedAt(3));
    const screened = when(state, {
      type: 'declineQuestion',
      question: '1',
      reason: 'abusive',
      note: null,
    });
    expect(screened).toMatchObject([{ type: 'questionDeclined' }]);
  });
});

describe('undo', () => {
  const talking = [itemStarted(1, 'policy_talk'), talkStarted(2)];
  const declined = done(2, 'declineQuestion', {
    type: 'questionDeclined',
    data: { question: '1', reason: 'abusive', note: null },
  });
  const undo = (entry: number): CommandInput => ({ type: 'undo', entry });
  holds([
    ['of what moved the floor waits', [...talking, raisedAt(3)], undo(3), 'safety.emergency'],
    [
      'of it is over with the emergency',
      [...talking, raisedAt(3), clearedAt(4, 4)],
      undo(3),
      'undo.superseded',
    ],
    ['of the emergency itself there is none', [raisedAt(3)], undo(NUMBER), 'undo.unknown'],
  ]);

  test('of a paused clock does not give it the time of an emergency', () => {
    const paused = done(3, 'pauseTurn', { type: 'turnPaused', data: { turn: 3 } });
    const state = given(...talking, paused, raisedAt(4), clearedAt(8, 5));
    expect(when(state, { type: 'undo', entry: 4 }, { at: 9 })).toBe('undo.superseded');
  });

  test('of what desks did goes on', () => {
    const state = given(...queued(1), declined, raisedAt(3));
    const entry = 5;
    expect(when(state, { type: 'undo', entry }, { at: 4 })).toMatchObject([
      { type: 'actionUndone', data: { entry } },
    ]);
  });

  test('of a pick after all clear is one as ever', () => {
    const state = given(...queued(1), raisedAt(3), clearedAt(4, 5), pickedAt(5, '1'));
    expect(when(state, { type: 'undo', entry: 7 }, { at: 6 })).toMatchObject([
      { type: 'actionUndone' },
    ]);
  });
});

test('everyone is told at once, and staff alone what staff do', async () => {
  const room = await roomWithForum();
  const host = room.enter('host');
  room.enter('audience');
  room.enter('volunteer');
  await host.does({
    ...{ type: 'raiseEmergency', kind: 'medical', drill: true },
    message: 'behind the sound desk',
  });
  const { number = 0 } = lasting(room.seat.engine.state) ?? {};
  // No timer has run: it has not waited for tallies.
  const patches = room.broadcasts.filter(
    ({ patch }) => patch.documents && 'emergency' in patch.documents,
  );
  expect(patches.map(({ role }) => role).sort()).toEqual([...ROLES].sort());
  expect(patches.every(({ tallies }) => !tallies)).toBe(true);
  expect(room.seat.room.feed('audience').snapshot().documents['emergency']).toMatchObject({
    ...{ number, kind: 'medical', drill: true, message: 'behind the sound desk' },
  });
  await host.does({ type: 'allClear', emergency: number });
  expect(room.seat.room.feed('audience').snapshot().documents['emergency']).toBe(null);
});
