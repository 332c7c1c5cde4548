import { LIST_LIMIT } from '@wenzheng/shared/forum/agenda';
import type { CommandInput } from '@wenzheng/shared/forum/commands';
import type { OutcomeInput } from '@wenzheng/shared/forum/floor';
import { exchangeHoldsClosing } from '@wenzheng/server/src/forum/followup/to-come';
import { readClock } from '@wenzheng/shared/time/countdown';
import { minutes, seconds } from '@wenzheng/shared/time/instant';
import type { CalendarDate } from '@wenzheng/shared/time/working-days';
import { describe, expect, test } from 'vitest';
import {
  done,
  DUE,
  given,
  itemStarted,
  moment,
  pickedAt,
  queued,
  seeing,
  talkStarted,
  when,
  type Done,
} from '../../../support/given';
import { roomWithForum } from '../../../support/room';

const QUOTA = minutes(3);
const rosterOf = (id: string): Done =>
  done(1, 'putRepresentative', {
    type: 'representativePut',
    data: {
      representative: id,
      name: { id: `name-${id}`, commitment: id },
      chosenBy: 'lot',
      of: null,
    },
  });
const exchangeAt = (at: number, number = 1, representative = 'chen'): Done =>
  done(at, 'startExchange', {
    type: 'exchangeStarted',
    data: { number, representative, official: 'li', limit: QUOTA },
  });
const CHEN = rosterOf('chen');
const facing = [CHEN, exchangeAt(10)];
/** Number of the turn that `facing` ends with, and with it of the exchange. */
const TURN = 3;
const passedAt = (at: number, to: 'representative' | 'official'): Done =>
  done(at, 'passFloor', { type: 'floorPassed', data: { turn: TURN, to } });
const leftAt = (at: number): Done =>
  done(at, 'endTurn', { type: 'turnEnded', data: { turn: TURN } });

type Table = [string, Done[], CommandInput, unknown][];
const holds = (table: Table): void => {
  test.each(table)('%s', (_, before, command, outcome) => {
    const state = given(...before);
    expect(when(state, seeing(state, command), { at: 100 })).toEqual(outcome);
  });
};

describe('the roster', () => {
  const put: CommandInput = {
    type: 'putRepresentative',
    representative: { id: 'chen', name: ' 陈阿姨 ', chosenBy: 'place', of: '东街' },
  };
  const remove: CommandInput = { type: 'removeRepresentative', representative: 'chen' };
  holds([
    [
      'keeps who they are in the vault',
      [],
      put,
      [
        {
          type: 'representativePut',
          data: {
            representative: 'chen',
            name: { id: 'word-1', commitment: '陈阿姨' },
            chosenBy: 'place',
            of: { id: 'word-2', commitment: '东街' },
          },
        },
      ],
    ],
    [
      'lets go who has not spoken',
      [CHEN],
      remove,
      [{ type: 'representativeRemoved', data: { representative: 'chen' } }],
    ],
    ['keeps who has spoken', facing, remove, 'agenda.still_used'],
    ['knows whom it lists', [], remove, 'floor.unknown_representative'],
  ]);

  test('stands in the order in which it was made, whoever is renamed', async () => {
    const room = await roomWithForum();
    const host = room.enter('host');
    const named = (id: string, name: string): CommandInput => ({
      type: 'putRepresentative',
      representative: { id, name, chosenBy: 'trade', of: '' },
    });
    await host.does(named('b', 'Bao'));
    await host.does(named('a', 'An'));
    await host.does(named('b', 'Bei'));
    expect(room.seat.room.feed('host').snapshot().documents['roster']).toEqual({
      representatives: [
        { id: 'b', name: 'Bei', chosenBy: 'trade', of: '', exchanges: 0 },
        { id: 'a', name: 'An', chosenBy: 'trade', of: '', exchanges: 0 },
      ],
    });
  });
});

describe('an exchange', () => {
  const start = (over: object = {}): CommandInput => ({
    ...{ type: 'startExchange', representative: 'chen', official: 'li', from: null },
    ...{ quota: QUOTA, ...over },
  });
  const started = (number: number) => [
    {
      type: 'exchangeStarted',
      data: { number, representative: 'chen', official: 'li', limit: QUOTA },
    },
  ];
  const pass = (to: 'representative' | 'official', turn = TURN): CommandInput => ({
    type: 'passFloor',
    turn,
    to,
  });
  holds([
    ['puts two face to face', [CHEN], start(), started(1)],
    ['follows another', facing, start({ from: TURN }), started(2)],
    ['is not begun twice by two presses', facing, start(), 'floor.moved'],
    ['needs a representative', [], start(), 'floor.unknown_representative'],
    ['needs an official', [CHEN], start({ official: 'zhou' }), 'floor.unknown_speaker'],
    [
      'passes the floor',
      facing,
      pass('official'),
      [{ type: 'floorPassed', data: { turn: TURN, to: 'official' } }],
    ],
    ['does not pass it to who has it', facing, pass('representative'), []],
    ['does not pass it in another turn', facing, pass('official', 2), 'floor.moved'],
    [
      'is no talk',
      [itemStarted(1, 'policy_talk'), talkStarted(10)],
      pass('official'),
      'floor.unknown_exchange',
    ],
  ]);

  const side = (turn: ReturnType<typeof given>, at: number) => {
    const row = turn.floor.value;
    return {
      phase: row?.phase,
      speaking: row && readClock(row.clock, moment(at)).spent / 1000,
      resting: row?.exchange && readClock(row.exchange.resting, moment(at)).spent / 1000,
    };
  };
  test('has two clocks, of which one runs', () => {
    expect(side(given(...facing), 40)).toEqual({
      phase: 'representative',
      speaking: 30,
      resting: 0,
    });
    const answered = [...facing, passedAt(40, 'official')];
    expect(side(given(...answered), 60)).toEqual({ phase: 'official', speaking: 20, resting: 30 });
    const back = [...answered, passedAt(60, 'representative')];
    expect(side(given(...back), 65)).toEqual({
      phase: 'representative',
      speaking: 35,
      resting: 20,
    });
  });
  test('goes on for the other side when it was paused', () => {
    const paused = done(20, 'pauseTurn', { type: 'turnPaused', data: { turn: TURN } });
    const state = given(...facing, paused, passedAt(50, 'official'));
    expect(side(state, 60)).toEqual({ phase: 'official', speaking: 10, resting: 10 });
  });
  test('is extended for the side that speaks', () => {
    const more = done(45, 'extendTurn', {
      type: 'turnExtended',
      data: { turn: TURN, by: seconds(60) },
    });
    const row = given(...facing, passedAt(40, 'official'), more).floor.value;
    expect([row?.clock.limit, row?.exchange?.resting.limit]).toEqual([240_000, 180_000]);
  });
});

describe('the outcome of an exchange', () => {
  const answered: OutcomeInput = { kind: 'answered', summary: 'said so', commitment: null };
  const committed = (department: string, due: string): OutcomeInput => ({
    kind: 'committed',
    summary: 'will do',
    commitment: { what: 'a lamp', department, due: due as CalendarDate },
  });
  const end = (outcome: OutcomeInput | null): CommandInput => ({
    type: 'endExchange',
    turn: TURN,
    outcome,
  });
  const record = (outcome: OutcomeInput): CommandInput => ({
    type: 'recordOutcome',
    exchange: String(TURN),
    outcome,
    from: 0,
  });
  const ended = { type: 'turnEnded', data: { turn: TURN } };
  const recorded = (kind: string, summary: string, commitment: unknown) => ({
    type: 'outcomeRecorded',
    data: {
      exchange: String(TURN),
      outcome: { kind, summary: { id: 'word-1', commitment: summary }, commitment },
    },
  });
  const lamp = (due: string) => ({
    what: { id: 'word-2', commitment: 'a lamp' },
    department: 'roads',
    due,
  });
  const broken = done(60, 'recordOutcome', {
    type: 'outcomeRecorded',
    data: {
      exchange: String(TURN),
      outcome: {
        kind: 'committed',
        summary: { id: 's', commitment: 's' },
        commitment: {
          what: { id: 'w', commitment: 'w' },
          department: 'roads',
          due: '2027-01-10' as CalendarDate,
        },
      },
    },
  });
  holds([
    ['may be to come', facing, end(null), [ended]],
    [
      'is recorded with the end',
      facing,
      end(answered),
      [ended, recorded('answered', 'said so', null)],
    ],
    [
      'is recorded with a promise',
      facing,
      end(committed('roads', DUE)),
      [ended, recorded('committed', 'will do', lamp(DUE))],
    ],
    [
      'is recorded later',
      [...facing, leftAt(50)],
      record(committed('roads', DUE)),
      [recorded('committed', 'will do', lamp(DUE))],
    ],
    [
      'can be corrected',
      [...facing, leftAt(50), broken],
      record(answered),
      [recorded('answered', 'said so', null)],
    ],
    [
      'keeps a date that is over by now',
      [...facing, leftAt(50), broken],
      record(committed('roads', '2027-01-10')),
      [recorded('committed', 'will do', lamp('2027-01-10'))],
    ],
    [
      'is due today at the earliest',
      [...facing, leftAt(50)],
      record(committed('roads', '2027-01-14')),
      'questions.due_in_the_past',
    ],
    [
      'needs a department that there is',
      facing,
      end(committed('navy', DUE)),
      'agenda.unknown_department',
    ],
    ['is not recorded while it runs', facing, record(answered), 'floor.exchange_running'],
    ['needs an exchange', [], record(answered), 'floor.unknown_exchange'],
    [
      'is not of a talk',
      [CHEN, itemStarted(1, 'policy_talk'), { ...talkStarted(10) }],
      { type: 'endExchange', turn: 4, outcome: null },
      'floor.unknown_exchange',
    ],
    ['is not of another turn', facing, { ...end(null), turn: 9 } as CommandInput, 'floor.moved'],
  ]);

  test.each<[string, Done[]]>([
    ['another exchange', [...facing, exchangeAt(50, 2)]],
    ['a new item of the agenda', [...facing, itemStarted(50, 'qa')]],
    ['a talk', [...facing, talkStarted(50)]],
    ['a question', [CHEN, exchangeAt(10), ...queued(1), pickedAt(50, '1')]],
    ['the end of the turn', [...facing, leftAt(50)]],
    [
      'the end of the forum',
      [...facing, done(50, 'closeForum', { type: 'forumClosed', data: {} })],
    ],
  ])('is to come, never lost, when the floor is taken by %s', (_, commands) => {
    const state = given(...commands);
    const row = state.exchanges.get(String(TURN));
    expect(row).toMatchObject({ endedAt: moment(50), outcome: null });
    expect(row && exchangeHoldsClosing(row)).toBe(true);
    expect(state.floor.value?.turn).not.toBe(TURN);
  });
  test('keeps the forum open from the start of the exchange until it is recorded', () => {
    const running = given(...facing).exchanges.get(String(TURN));
    const over = given(...facing, leftAt(50)).exchanges.get(String(TURN));
    const written = given(...facing, leftAt(50), broken).exchanges.get(String(TURN));
    const holding = [running, over, written].map((row) => row && exchangeHoldsClosing(row));
    expect(holding).toEqual([true, true, false]);
  });
});

test('the hall sees who faces whom, and desks what came of it', async () => {
  const room = await roomWithForum();
  const host = room.enter('host');
  await host.does({
    type: 'putRepresentative',
    representative: { id: 'chen', name: '陈阿姨', chosenBy: 'place', of: '东街' },
  });
  const { entry } = await host.does({
    ...{ type: 'startExchange', representative: 'chen', official: 'li' },
    ...{ quota: QUOTA, from: null },
  });
  const turn = entry ?? 0;
  room.pass(30);
  await host.does({ type: 'passFloor', turn, to: 'official' });
  room.pass(15);
  await host.does({ type: 'pauseTurn', turn });
  const shown = (name: string): unknown =>
    room.seat.room.feed('display').snapshot().documents[name];
  expect(shown('floor')).toMatchObject({
    kind: 'exchange',
    phase: 'official',
    speaker: { id: 'li' },
    clock: { startedAt: moment(30), pausedAt: moment(45) },
    exchange: {
      number: 1,
      representative: { id: 'chen', name: '陈阿姨', chosenBy: 'place', of: '东街' },
      clocks: {
        representative: { startedAt: moment(0), pausedAt: moment(30) },
        official: { startedAt: moment(30), pausedAt: moment(45) },
      },
    },
  });
  await host.does({
    ...{ type: 'endExchange', turn },
    outcome: { kind: 'answered', summary: '当场说清', commitment: null },
  });
  expect(shown('floor')).toBeNull();
  const { collections, documents } = room.seat.room.feed('host').snapshot();
  expect(collections['exchanges']).toEqual({
    [String(turn)]: {
      number: 1,
      representative: '陈阿姨',
      official: { id: 'li', name: 'li', office: 'head', department: 'department' },
      startedAt: moment(0),
      endedAt: moment(45),
      outcome: { kind: 'answered', summary: '当场说清', commitment: null },
      written: { at: moment(45), why: null },
      earlier: [],
      revision: room.seat.engine.head,
    },
  });
  expect(documents['roster']).toMatchObject({ representatives: [{ id: 'chen', exchanges: 1 }] });
});

test('an exchange keeps the name under which it was held; a slip of the pen is mended while it runs', async () => {
  const room = await roomWithForum();
  const host = room.enter('host');
  const call = (name: string): CommandInput => ({
    type: 'putRepresentative',
    representative: { id: 'chen', name, chosenBy: 'lot', of: '' },
  });
  const held = () =>
    Object.values(room.seat.room.feed('host').snapshot().collections['exchanges'] ?? {}).map(
      (each) => (each as { representative: string }).representative,
    );
  await host.does(call('陈阿一'));
  const start: CommandInput = {
    ...{ type: 'startExchange', representative: 'chen', official: 'li', from: null },
    quota: minutes(3),
  };
  await host.does(start);
  await host.does(call('陈阿姨'));
  expect(held()).toEqual(['陈阿姨']);
  const turn = room.seat.engine.state.floor.value?.turn ?? 0;
  await host.does({ type: 'endExchange', turn, outcome: null });
  await host.does(call('刘大爷'));
  await host.does(start);
  expect(held()).toEqual(['陈阿姨', '刘大爷']);
});

test('the roster has an end, and whoever is on it can still be corrected', () => {
  const put = (id: string): CommandInput => ({
    type: 'putRepresentative',
    representative: { id, name: 'another name', chosenBy: 'lot', of: '' },
  });
  const listed = Array.from({ length: LIST_LIMIT }, (_, place) =>
    done(1, 'putRepresentative', {
      type: 'representativePut',
      data: {
        ...{ representative: `r${place}`, name: { id: 'n', commitment: 'n' } },
        ...{ chosenBy: 'lot', of: null },
      },
    }),
  );
  expect(when(given(...listed), put('one-more'))).toBe('agenda.too_many');
  expect(when(given(...listed), put('r0'))).toHaveLength(1);
});

test('an outcome that comes late replaces no newer one', () => {
  const state = given(...facing, leftAt(50));
  const record = (from: number, summary = 'said so'): CommandInput => ({
    ...{ type: 'recordOutcome', exchange: String(TURN), from },
    outcome: { kind: 'answered', summary, commitment: null },
  });
  const recorded = when(state, record(0));
  const [first] = typeof recorded === 'string' ? [] : recorded;
  if (!first) throw new Error('it was not recorded');
  const newer = given(...facing, leftAt(50), done(60, 'recordOutcome', first));
  expect(when(newer, record(0))).toBe('floor.moved');
  expect(when(newer, seeing(newer, record(0, 'said more')))).toHaveLength(1);
});
