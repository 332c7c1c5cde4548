/** Votes as tables: counted again they are what the screens show, and nobody is in them. */
import { readVotes } from '@wenzheng/server/src/cli/opinion-map/read-votes';
import { readStatements } from '@wenzheng/server/src/cli/opinion-map/read-statements';
import { VotesOut } from '@wenzheng/server/src/engine/votes-out';
import type { BallotChoice } from '@wenzheng/shared/forum/poll-form';
import type { PollDraft, PollKind, PollPart, PollResult } from '@wenzheng/shared/forum/polls';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { Dice } from '../../support/dice';
import { roomWithForum, type TestRoom } from '../../support/room';

const OPTIONS = ['a lift', '=1+1', '长椅; and more'];
const pollOf = (kind: PollKind): PollDraft => ({
  ...{ id: 'p', kind, text: 'Which?', most: null, low: '', high: '' },
  options: ['single', 'multiple', 'ranking'].includes(kind) ? OPTIONS : [],
  steps: kind === 'scale' ? 5 : null,
  ...{ who: 'anyone', live: true },
});
const outOf = (room: TestRoom): VotesOut => new VotesOut(() => room.seat);

interface Line {
  readonly where: string;
  readonly choices: string;
  readonly text: string;
}
function ballotsIn(room: TestRoom): Line[] {
  const table = outOf(room).ballots('f', 'p');
  if (table === null || table === 'not_closed') throw new Error('no table');
  return parse(table.csv, { columns: true, bom: true });
}

/** As somebody counts who has nothing but the table. */
function countAgain(lines: readonly Line[], kind: PollKind, places: number): PollPart {
  const all = lines.map(({ choices }) => choices.split(';').map(Number));
  const numbers = Array.from({ length: places }, (_, at) => at + 1);
  const isRanking = kind === 'ranking';
  return {
    voters: lines.length,
    counts: numbers.map(
      (place) =>
        all.filter((each) => (isRanking ? each[0] === place : each.includes(place))).length,
    ),
    points: isRanking
      ? numbers.map((place) =>
          all.reduce(
            (sum, each) => sum + (each.includes(place) ? places - each.indexOf(place) : 0),
            0,
          ),
        )
      : [],
  };
}

async function votedIn(kind: PollKind, inHall: number, online: number): Promise<TestRoom> {
  const room = await roomWithForum();
  const dice = new Dice(5);
  const host = room.enter('host');
  await host.does({ type: 'askPoll', poll: pollOf(kind) });
  const places = kind === 'scale' ? 5 : 3;
  const one = (): BallotChoice => {
    const first = dice.below(places);
    const second = (first + 1) % places;
    return { choices: kind === 'multiple' || kind === 'ranking' ? [first, second] : [first] };
  };
  const { codes, clock } = room.seat.room.ports;
  for (let at = 0; at < inHall + online; at += 1) {
    const phone = room.enter('audience', `phone-${at}`);
    if (at < inHall) await phone.does({ type: 'presentCode', code: codes.hallCode(clock.now()) });
    await phone.does({ type: 'castBallot', poll: 'p', ballot: one() });
    if (at % 3 === 0) await phone.does({ type: 'castBallot', poll: 'p', ballot: one() });
    if (at % 7 === 6) await phone.does({ type: 'castBallot', poll: 'p', ballot: null });
  }
  await host.does({ type: 'closePoll', poll: 'p' });
  room.runTimers();
  return room;
}
const shownIn = (room: TestRoom): PollResult =>
  room.seat.room.feed('display').snapshot().documents['pollResult'] as unknown as PollResult;

describe('ballots', () => {
  test.each(['single', 'multiple', 'ranking', 'scale', 'faces'] as const)(
    'of %s, counted again, are what the screen shows, in the hall and online',
    async (kind) => {
      const room = await votedIn(kind, 30, 20);
      const { total, hall, online } = shownIn(room);
      const places = kind === 'scale' ? 5 : 3;
      const lines = ballotsIn(room);
      expect(countAgain(lines, kind, places)).toEqual(total);
      const inHall = lines.filter(({ where }) => where === 'hall');
      const there = lines.filter(({ where }) => where === 'online');
      expect(countAgain(inHall, kind, places)).toEqual(hall);
      expect(countAgain(there, kind, places)).toEqual(online);
    },
  );

  test('do not tell where they came from while few came from there', async () => {
    const lines = ballotsIn(await votedIn('single', 4, 20));
    expect(new Set(lines.map(({ where }) => where))).toEqual(new Set(['']));
  });

  test('stand in no order that tells who or when, and no cell is a formula', async () => {
    const room = await votedIn('single', 30, 20);
    const lines = ballotsIn(room).map(({ where, choices, text }) =>
      [where, choices, text].join('\0'),
    );
    expect(lines).toEqual([...lines].sort());
    const table = outOf(room).ballots('f', 'p');
    expect(JSON.stringify(table)).not.toMatch(/(?:,|\\n)=/);
  });

  test('of a cloud are only words that everyone may read', async () => {
    const room = await roomWithForum();
    const host = room.enter('host');
    await host.does({ type: 'askPoll', poll: pollOf('cloud') });
    for (const [at, text] of ['环保', '環保', '13800138000'].entries())
      await room
        .enter('audience', `phone-${at}`)
        .does({ type: 'castBallot', poll: 'p', ballot: { text } });
    expect(outOf(room).ballots('f', 'p')).toBe('not_closed');
    await host.does({ type: 'closePoll', poll: 'p' });
    expect(ballotsIn(room).map(({ text }) => text)).toEqual(['', '环保', '環保']);
  });
});

describe('answers to statements', () => {
  async function answered(people: number, isClosed: boolean): Promise<TestRoom> {
    const room = await roomWithForum();
    const host = room.enter('host');
    for (const text of ['more trees', 'more parking'])
      await host.does({ type: 'addStatement', text });
    for (let at = 0; at < people; at += 1) {
      const phone = room.enter('audience', `phone-${at}`);
      await phone.does({ type: 'answerStatement', statement: '1', answer: 'agree' });
      if (at > 2) await phone.does({ type: 'answerStatement', statement: '2', answer: 'disagree' });
    }
    if (isClosed) await host.does({ type: 'closeForum' });
    return room;
  }

  test('are read again by the opinion map, without anybody’s name', async () => {
    const room = await answered(5, true);
    const votes = outOf(room).opinions('f', 'votes') ?? '';
    const read = readVotes(votes).map(({ statement, vote }) => `${statement} ${vote}`);
    expect(read.sort()).toEqual(['1 1', '1 1', '1 1', '1 1', '1 1', '2 -1', '2 -1']);
    const names = [...room.seat.engine.state.statementAnswers.entries()].map(([name]) => name);
    for (const name of names) expect(votes).not.toContain(name);
    const statements = outOf(room).opinions('f', 'statements') ?? '';
    expect(readStatements(statements)).toBeDefined();
    expect(statements).toContain('more trees');
  });

  test('are given out once the forum is closed, and not of a few', async () => {
    const [open, few] = [await answered(5, false), await answered(4, true)];
    expect(outOf(open).opinions('f', 'votes')).toBe('not_closed');
    expect(outOf(few).opinions('f', 'votes')).toBe('too_few');
  });

  test.each([
    ['takes the answer back', '1', null],
    ['answered what was turned away since', '3', 'agree'],
  ] as const)('are not of a few and somebody who %s', async (_, statement, stands) => {
    const room = await answered(4, false);
    const [admin, phone] = [room.enter('admin'), room.enter('audience', 'phone-4')];
    await admin.does({ type: 'addStatement', text: 'fewer cars' });
    await phone.does({ type: 'answerStatement', statement, answer: 'agree' });
    await phone.does({ type: 'answerStatement', statement, answer: stands });
    await admin.does({ type: 'declineStatement', statement: '3', reason: 'unclear' });
    await admin.does({ type: 'closeForum' });
    expect(outOf(room).opinions('f', 'votes')).toBe('too_few');
  });
});
