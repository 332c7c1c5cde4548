/** Rating of answers: when it opens and closes, whose ratings count where, and who is told what. */
import type { CommandInput } from '@wenzheng/shared/forum/commands';
import { FACES, type Face, type RatingView } from '@wenzheng/shared/forum/ratings';
import type { Role } from '@wenzheng/shared/forum/access';
import { minutes } from '@wenzheng/shared/time/instant';
import { describe, expect, test } from 'vitest';
import { Dice } from '../../../support/dice';
import {
  given,
  done,
  itemStarted,
  PHONE,
  pickedAt,
  queued,
  when,
  type Done,
} from '../../../support/given';
import { roomWithForum, type Guest, type TestRoom } from '../../../support/room';

const answered = (at: number, question: string): Done =>
  done(at, 'answerQuestion', { type: 'questionAnswered', data: { question, notes: null } });
const set = (answer: string, open: boolean): Done =>
  done(50, 'setRating', {
    type: 'ratingSet',
    data: { answer, kind: 'question', number: 1, open },
  });
const rate = (answer: string, face: Face = 'partly'): CommandInput => ({
  ...{ type: 'rateAnswer', answer, face },
});
const setting = (answer: string, open: boolean): CommandInput => ({
  ...{ type: 'setRating', answer, open },
});
const onFloor = [...queued(1), ...queued(2), pickedAt(20, '1')];
const one = [...onFloor, answered(30, '1')];
const started = done(40, 'startExchange', {
  type: 'exchangeStarted',
  data: { number: 1, representative: 'r', official: 'li', limit: 180_000 as never },
});

describe('a rating', () => {
  test.each<[string, readonly Done[], object | null]>([
    ['is not there before an answer', onFloor, null],
    ['opens when a question is answered', one, { answer: 'q1', kind: 'question', open: true }],
    [
      'stays while the next question is on the floor',
      [...one, pickedAt(31, '2')],
      { answer: 'q1' },
    ],
    [
      'gives way to the next answer',
      [...one, pickedAt(31, '2'), answered(32, '2')],
      { answer: 'q2' },
    ],
    ['is over with its item of the day', [...one, itemStarted(33, 'closing')], null],
    ['is closed by the host', [...one, set('q1', false)], { answer: 'q1', open: false }],
  ])('%s', (_, before, rating) => {
    const found = given(...before).rating.value;
    if (rating === null) expect(found).toBeNull();
    else expect(found).toMatchObject(rating);
  });

  test('opens when an exchange ends', () => {
    const state = given(started);
    const turn = state.floor.value?.turn ?? 0;
    const ended = done(60, 'endExchange', { type: 'turnEnded', data: { turn } });
    expect(given(started, ended).rating.value).toMatchObject({
      ...{ answer: `x${turn}`, kind: 'exchange', number: 1, open: true },
    });
  });

  test.each<[string, readonly Done[], CommandInput, string | number]>([
    ['is taken while it is open', one, rate('q1'), 1],
    ['is refused for another answer', one, rate('q2'), 'ratings.closed'],
    ['is refused when closed', [...one, set('q1', false)], rate('q1'), 'ratings.closed'],
    ['is refused before there is an answer', onFloor, rate('q1'), 'ratings.closed'],
  ])('of a phone %s', (_, before, command, outcome) => {
    const found = when(given(...before), command, { by: PHONE });
    expect(typeof found === 'string' ? found : found.length).toBe(outcome);
  });

  test.each<[string, readonly Done[], CommandInput, string | number]>([
    ['closes it', one, setting('q1', false), 1],
    ['opens it again', [...one, set('q1', false)], setting('q1', true), 1],
    ['sets, never toggles', one, setting('q1', true), 0],
    ['cannot close another', one, setting('q2', false), 'ratings.closed'],
    ['cannot open one without an answer', one, setting('q2', true), 'ratings.no_answer'],
    ['cannot open what is none', one, setting('z1', true), 'ratings.no_answer'],
  ])('the host %s', (_, before, command, outcome) => {
    const found = when(given(...before), command);
    expect(typeof found === 'string' ? found : found.length).toBe(outcome);
  });
});

describe('what gives way to something else', () => {
  const chen = done(3, 'putRepresentative', {
    type: 'representativePut',
    data: { representative: 'r', name: { id: 'n', commitment: 'n' }, chosenBy: 'lot', of: null },
  });
  const before = [itemStarted(2, 'policy_talk'), chen, ...queued(1), ...queued(2)];
  const facing = [...before, started];
  const turnIn = (commands: readonly Done[]): number => given(...commands).floor.value?.turn ?? 0;
  const exchange = `x${turnIn(facing)}`;
  const passed = (at: number, to: 'official' | 'representative'): Done =>
    done(at, 'passFloor', { type: 'floorPassed', data: { turn: turnIn(facing), to } });
  const answering = [...facing, passed(50, 'official')];
  const asking = [...before, pickedAt(40, '1')];
  const official = done(50, 'startAnswer', {
    type: 'answerStarted',
    data: { question: '1', official: 'li' },
  });
  const takers: Record<string, (from: number) => CommandInput> = {
    'a talk': (from) => ({ type: 'startTalk', speaker: 'li', from }),
    'an exchange': (from) => ({
      ...{ type: 'startExchange', representative: 'r', official: 'wang' },
      ...{ quota: minutes(3), from },
    }),
    'a question': () => ({ type: 'pickQuestion', question: '2', from: null }),
    'a question by lot': () => ({ type: 'drawQuestion', from: null }),
  };
  const takenBy = (commands: readonly Done[], name: string) => {
    const command = takers[name]?.(turnIn(commands));
    const entries = command ? when(given(...commands), command) : name;
    if (!command || typeof entries === 'string') throw new Error(String(entries));
    return given(...commands, done(100, command.type, ...entries));
  };
  const all = Object.keys(takers);
  const others = ['a talk', 'an exchange'];
  test.each<[string, readonly string[], readonly Done[], string | null]>([
    ['an exchange while the official speaks', all, answering, exchange],
    ['one after that', all, [...answering, passed(60, 'representative')], exchange],
    ['one in which the official was not heard', all, facing, null],
    ['a question that is being answered', others, [...asking, official], 'q1'],
    ['a question that nobody has begun to answer', others, asking, null],
  ])('%s', (_, by, commands, answer) => {
    for (const name of by) {
      const { rating, floor, exchanges, questions } = takenBy(commands, name);
      expect([name, rating.value]).toEqual([
        name,
        answer === null ? null : expect.objectContaining({ answer, open: true }),
      ]);
      const running = [...exchanges.entries()].filter(([, { endedAt }]) => endedAt === null);
      expect(running.map(([id]) => id)).toEqual(
        name === 'an exchange' ? [String(floor.value?.turn)] : [],
      );
      const onFloor = [...questions.entries()].filter(([, { state }]) => state === 'on_floor');
      expect(onFloor.length).toBe(name.startsWith('a question') ? 1 : 0);
    }
  });

  test('leaves the rating before it open if it was no answer', () => {
    const commands = [...before, pickedAt(20, '1'), answered(30, '1'), started];
    expect(takenBy(commands, 'a talk').rating.value).toMatchObject({ answer: 'q1', open: true });
  });
});

type Rated = [voter: string, face: Face, where?: { hall?: true; stream?: string }];
const rated = (...ratings: Rated[]): Done[] =>
  ratings.map(([voter, face, where], index) => ({
    ...{ at: 40, type: null, by: null },
    entries: [
      { type: 'answerRated', data: { voter, counter: index + 1, answer: 'q1', face, ...where } },
    ],
  }));
const faces = (satisfied: number, partly: number, not: number) => ({ satisfied, partly, not });

describe('ratings', () => {
  test.each<[string, Rated[], object]>([
    ['count', [['a', 'not']], { hall: faces(0, 0, 0), online: faces(0, 0, 1) }],
    [
      'of one device count once, the last one, where it was then',
      [
        ['a', 'not'],
        ['a', 'not'],
        ['a', 'satisfied', { hall: true }],
      ],
      { hall: faces(1, 0, 0), online: faces(0, 0, 0) },
    ],
    [
      'go over to the ticket that a phone came by',
      [
        ['a', 'not'],
        ['b', 'partly'],
        ['t', 'satisfied', { hall: true, stream: 'a' }],
      ],
      { hall: faces(1, 0, 0), online: faces(0, 1, 0) },
    ],
  ])('%s', (_, ratings, tally) => {
    expect(given(...one, ...rated(...ratings)).ratingTallies.get('q1')).toEqual(tally);
  });
});

const totals = (answers: number, ...of: [number, number, number]) => ({
  ...{ answers, faces: faces(...of) },
});
const ratedOnce = (at: number, answer: string, counter: number): Done => ({
  ...{ at, type: null, by: null },
  entries: [{ type: 'answerRated', data: { voter: 'a', counter, answer, face: 'partly' } }],
});

describe('the ratings of all answers', () => {
  const both = [...one, ...rated(['a', 'not'], ['b', 'satisfied']), pickedAt(41, '2')];
  const second = [...both, answered(42, '2'), ratedOnce(43, 'q2', 9)];
  test.each<[string, readonly Done[], object]>([
    ['are none before one was rated', [...one, set('q1', false)], totals(0, 0, 0, 0)],
    ['are without the one that is open', both, totals(0, 0, 0, 0)],
    ['have it once the next one opens', second, totals(1, 1, 0, 1)],
    ['have it once it is closed', [...second, set('q2', false)], totals(2, 1, 1, 1)],
    [
      'are without one that is opened again',
      [...second, set('q2', false), set('q1', true)],
      totals(1, 0, 1, 0),
    ],
    ['have all when the item is over', [...second, itemStarted(50, 'closing')], totals(2, 1, 1, 1)],
  ])('%s', (_, before, expected) => {
    expect(given(...before).votes.now().rated).toEqual(expected);
  });

  test('are without what was no answer after all', async () => {
    const { room, host } = await withPick();
    const { entry = 0 } = await host.does({ type: 'answerQuestion', question: '1', notes: null });
    await room.enter('audience', 'p').does(rate('q1'));
    await host.does({ type: 'undo', entry });
    expect(room.seat.engine.state.votes.now().rated).toEqual(totals(0, 0, 0, 0));
    await host.does({ type: 'answerQuestion', question: '1', notes: null });
    await host.does(setting('q1', false));
    expect(room.seat.engine.state.votes.now().rated).toEqual(totals(1, 0, 1, 0));
  });
});

const viewOf = (room: TestRoom, role: Role): RatingView => {
  room.runTimers();
  const { documents } = room.seat.room.feed(role).snapshot();
  return documents['rating'] as unknown as RatingView;
};

async function withPick(): Promise<{ room: TestRoom; host: Guest }> {
  const room = await roomWithForum();
  const host = room.enter('admin');
  await host.does({
    ...{ type: 'logQuestion', source: 'mic', serial: null, text: 'why?', name: null },
    ...{ department: null },
  });
  await host.does({ type: 'pickQuestion', question: '1', from: null });
  return { room, host };
}

async function withAnswer(): Promise<{ room: TestRoom; host: Guest }> {
  const { room, host } = await withPick();
  await host.does({ type: 'answerQuestion', question: '1', notes: null });
  return { room, host };
}

describe('who is told what', () => {
  test('faces after closing; before, how many on displays, all to the host', async () => {
    const { room, host } = await withAnswer();
    for (let phone = 0; phone < 6; phone += 1)
      await room.enter('audience', `p${phone}`).does(rate('q1', phone === 0 ? 'not' : 'satisfied'));
    expect(viewOf(room, 'audience')).toMatchObject({ open: true, count: null, total: null });
    expect(viewOf(room, 'display')).toMatchObject({ open: true, count: 6, total: null });
    expect(viewOf(room, 'host')).toMatchObject({ count: 6, total: faces(5, 0, 1) });
    await host.does(setting('q1', false));
    for (const role of ['audience', 'display', 'kiosk', 'volunteer'] as const)
      expect(viewOf(room, role)).toMatchObject({
        ...{ open: false, count: 6, total: faces(5, 0, 1) },
        // Nobody rated in the hall: apart, that would tell of few.
        ...{ hall: null, online: null },
      });
  });
});

test('ten thousand ratings, doubled, out of order and replayed, give the exact tally', async () => {
  const dice = new Dice(9);
  const { room } = await withAnswer();
  const open = () => Array.from({ length: 200 }, (_, index) => room.enter('audience', `d${index}`));
  const counters = new Map<number, number>();
  const sent = Array.from({ length: 7_000 }, (_, index) => {
    const device = dice.below(200);
    const counter = (counters.get(device) ?? 0) + 1;
    counters.set(device, counter);
    return { device, counter, face: dice.pick(FACES), at: index + dice.below(4_000) };
  });
  const again = Array.from({ length: 3_000 }, () => {
    const rating = dice.pick(sent);
    return { ...rating, at: rating.at + dice.below(9_000) };
  });
  const arriving = [...sent, ...again].sort((a, b) => a.at - b.at);
  const send = (guests: readonly Guest[], { device, counter, face }: (typeof sent)[number]) =>
    guests[device]?.session.command({ id: ['vote', counter], command: rate('q1', face) });

  const guests = open();
  const taken = new Set<string>();
  const standing = new Map<number, Face>();
  for (const [index, rating] of arriving.entries()) {
    if (index % 40 === 0) room.pass(1);
    const ack = await send(guests, rating);
    const key = `${rating.device} ${rating.counter}`;
    if (!ack?.ok || taken.has(key)) continue;
    taken.add(key);
    standing.set(rating.device, rating.face);
  }
  const count = (face: Face): number =>
    [...standing.values()].filter((each) => each === face).length;
  const expected = faces(count('satisfied'), count('partly'), count('not'));
  const online = () => room.seat.engine.state.ratingTallies.get('q1')?.online;
  expect(taken.size).toBeGreaterThan(6_500);
  expect(online()).toEqual(expected);

  await room.open({});
  const returning = open();
  for (const [index, rating] of arriving.entries()) {
    if (index % 40 === 0) room.pass(1);
    if (taken.has(`${rating.device} ${rating.counter}`)) await send(returning, rating);
  }
  expect(online()).toEqual(expected);
}, 60_000);
