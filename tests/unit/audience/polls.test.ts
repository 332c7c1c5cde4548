import type { CommandInput } from '@wenzheng/shared/forum/commands';
import { fits, type BallotChoice } from '@wenzheng/shared/forum/poll-form';
import type { PollPart, PollResult, PollView } from '@wenzheng/shared/forum/polls';
import { memoryStorage } from '@wenzheng/shared/live/storage';
import type { Ack } from '@wenzheng/shared/wire/protocol';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Casting } from '../../../audience/src/screens/polls/casting.svelte';
import { figuresOf, sizesOf } from '../../../audience/src/screens/polls/figures';
import { mayVote } from '../../../audience/src/screens/polls/may-vote';
import { moved, ranked, samePicks, ticked } from '../../../audience/src/screens/polls/picks';
import { BallotDraft } from '../../../audience/src/screens/polls/ballot-draft.svelte';
import type { Live } from '../../../audience/src/shell/live';

const poll = (change: Partial<PollView>): PollView => ({
  ...{ id: 'p', kind: 'single', text: 'q', options: ['a', 'b', 'c'], most: null, steps: null },
  ...{ low: '', high: '', who: 'anyone', live: false, round: 1, state: 'open', shown: true },
  openedAt: null,
  ...change,
});
const part = (voters: number, counts: number[], points: number[] = []): PollPart => ({
  ...{ voters, counts, points },
});
const result = (total: PollPart, change: Partial<PollResult> = {}): PollResult => ({
  ...{ poll: 'p', voters: total.voters, of: null, total, hall: null, online: null },
  ...{ words: [], texts: [] },
  ...change,
});

describe('picks', () => {
  test('are ticked in the order of the options, and no more than may be', () => {
    expect(ticked(ticked([], 2, 2), 0, 2)).toEqual([0, 2]);
    expect(ticked([0, 2], 1, 2)).toEqual([0, 2]);
    expect(ticked([0, 2], 0, 2)).toEqual([2]);
  });
  test('are ranked one behind the other, and those behind one taken out move up', () => {
    expect([2, 0, 1].reduce(ranked, [] as readonly number[])).toEqual([2, 0, 1]);
    expect(ranked([2, 0, 1], 0)).toEqual([2, 1]);
  });
  test.each<[string, number, -1 | 1, number[]]>([
    ['earlier', 1, -1, [2, 1, 0]],
    ['later', 2, 1, [0, 2, 1]],
    ['no earlier than first', 2, -1, [2, 0, 1]],
    ['no later than last', 1, 1, [2, 0, 1]],
    ['not at all if it is not ranked', 3, 1, [2, 0, 1]],
  ])('move %s', (_, place, by, after) => {
    expect(moved([2, 0, 1], place, by)).toEqual(after);
  });
  test('make a ballot that fits, whatever is pressed', () => {
    const presses = fc.array(fc.tuple(fc.nat(2), fc.constantFrom(-1, 0, 1)));
    fc.assert(
      fc.property(presses, (all) => {
        const ranking = all.reduce<readonly number[]>(
          (picks, [place, by]) =>
            by === 0 ? ranked(picks, place) : moved(picks, place, by < 0 ? -1 : 1),
          [],
        );
        const ticks = all.reduce<readonly number[]>((p, [place]) => ticked(p, place, 2), []);
        const isGood = (kind: 'ranking' | 'multiple', choices: readonly number[]): boolean =>
          choices.length === 0 || fits(poll({ kind, most: 2 }), { choices: [...choices] });
        expect(isGood('ranking', ranking) && isGood('multiple', ticks)).toBe(true);
      }),
    );
  });
  test('are the same in the same order only', () => {
    expect([samePicks([1, 2], [1, 2]), samePicks([1, 2], [2, 1]), samePicks([], [1])]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('figures', () => {
  test('of one choice make 100 percent', () => {
    const figures = figuresOf(poll({}), result(part(3, [1, 1, 1])));
    expect(figures.map(({ percent }) => percent)).toEqual([34, 33, 33]);
  });
  test('of several choices are of the people who voted', () => {
    const figures = figuresOf(poll({ kind: 'multiple' }), result(part(4, [4, 3, 0])));
    expect(figures.map(({ percent }) => percent)).toEqual([100, 75, 0]);
  });
  test('of a ranking come by points, equals in the order of the options', () => {
    const figures = figuresOf(poll({ kind: 'ranking' }), result(part(2, [0, 1, 1], [4, 4, 3])));
    expect(figures.map(({ name, points }) => [name, points])).toEqual([
      ['a', 4],
      ['b', 4],
      ['c', 3],
    ]);
    const other = figuresOf(poll({ kind: 'ranking' }), result(part(1, [0, 0, 1], [1, 2, 3])));
    expect(other.map(({ name, percent }) => [name, percent])).toEqual([
      ['c', 100],
      ['b', 67],
      ['a', 33],
    ]);
  });
  test('of hall and online stand beside them where they are told', () => {
    const parts = { hall: part(5, [5, 0, 0]), online: part(5, [0, 5, 0]) };
    const [first] = figuresOf(poll({}), result(part(10, [5, 5, 0]), parts));
    expect(first?.apart).toEqual({ hall: '100%', online: '0%' });
    expect(figuresOf(poll({}), result(part(1, [1, 0, 0])))[0]?.apart).toBeNull();
  });
  test('of words grow with how often they came', () => {
    const word = (count: number) => ({ text: String(count), count, shown: true });
    expect(sizesOf([word(100), word(10), word(1)])).toEqual([4, 2, 0]);
    expect(sizesOf([word(1), word(1)])).toEqual([0, 0]);
  });
});

test('who may vote follows from how the phone came in', () => {
  const by = (way: 'link' | 'screen' | 'ticket') => ({ by: way, seat: '' });
  expect(mayVote('anyone', null)).toBe(true);
  expect(mayVote('hall', null)).toBeNull();
  expect([mayVote('hall', by('link')), mayVote('hall', by('screen'))]).toEqual([false, true]);
  expect([mayVote('tickets', by('screen')), mayVote('tickets', by('ticket'))]).toEqual([
    false,
    true,
  ]);
});

describe('a ballot', () => {
  const hub = (ballots: Record<string, BallotChoice>, ack: Ack = { ok: true }) => {
    const sending: CommandInput[] = [];
    const live = {
      ...{ mine: { ballots }, sending },
      submit: async (command: CommandInput) => {
        sending.push(command);
        await Promise.resolve();
        sending.pop();
        return ack;
      },
    } as unknown as Live;
    return new Casting(live, 'p');
  };

  test('counts at once, and is what the hub has once it is there', async () => {
    const casting = hub({ p: { choices: [0] }, other: { choices: [2] } });
    expect(casting.own).toEqual({ choices: [0] });
    const cast = casting.cast({ choices: [1] });
    expect([casting.own, casting.isOnItsWay]).toEqual([{ choices: [1] }, true]);
    expect(await cast).toBe(true);
    expect([casting.own, casting.isOnItsWay]).toEqual([{ choices: [0] }, false]);
  });
  test('that is taken back is none at once', () => {
    const casting = hub({ p: { choices: [0] } });
    void casting.cast(null);
    expect(casting.own).toBeNull();
  });
  test('that is refused falls back and says why, until another is cast', async () => {
    const casting = hub({}, { ok: false, code: 'polls.only_hall' });
    expect(await casting.cast({ text: 'word' })).toBe(false);
    expect(casting.own).toBeNull();
    expect(casting.problem).not.toBe('');
    void casting.cast({ text: 'word' });
    expect(casting.problem).toBe('');
  });
});

test('picks that are not sent yet are kept with their order, and only if the poll has them', () => {
  const storage = memoryStorage();
  const draft = new BallotDraft(storage, 'p');
  expect(draft.picks(4)).toBeNull();
  draft.pick([2, 0]);
  expect(new BallotDraft(storage, 'p').picks(4)).toEqual([2, 0]);
  expect(new BallotDraft(storage, 'p').picks(2)).toBeNull();
  draft.pick([]);
  expect(new BallotDraft(storage, 'p').picks(4)).toEqual([]);
  for (const text of ['words', '1,1', '-1', '0.5', ',']) {
    draft.write(text);
    expect(draft.picks(4), text).toBeNull();
  }
});

test('words for a ballot are kept for the poll that they were written for', () => {
  const storage = memoryStorage();
  const draft = new BallotDraft(storage, 'p');
  expect(draft.text).toBeNull();
  draft.write('long streets');
  expect(new BallotDraft(storage, 'p').text).toBe('long streets');
  expect(new BallotDraft(storage, 'q').text).toBeNull();
  draft.drop();
  expect([draft.text, new BallotDraft(storage, 'p').text]).toEqual([null, null]);
});
