/** What is read out of questions beside the hub's thread: similar ones, flags, and the search of desks. */
import { deskQuery, type DeskPage, type DeskQuery } from '@wenzheng/shared/forum/desk';
import { describe, expect, test } from 'vitest';
import { readingHere } from '../../../support/reading-here';
import { roomWithForum, type TestRoom } from '../../../support/room';

const LATE_BUS = '3路公交车晚上八点就没有了，下班回不了家';
const LATE_BUS_AGAIN = '晚上八点以后没有3路公交车，加班的人怎么回家';
const LAMP = '东街路灯坏了两个月没人修，我的电话13800138000';

async function withQuestions(ports: Parameters<typeof roomWithForum>[0] = {}) {
  const room = await roomWithForum(ports);
  const [volunteer, moderator] = [room.enter('volunteer'), room.enter('moderator')];
  const log = async (text: string, source: 'mic' | 'paper', serial: string | null) =>
    volunteer.does({ type: 'logQuestion', source, text, name: null, serial, department: null });
  await log(LATE_BUS, 'mic', null);
  await log(LAMP, 'mic', null);
  await log(LATE_BUS_AGAIN, 'paper', 'A-17');
  await log('混蛋，你们管不管', 'paper', 'A-18');
  return { room, moderator };
}
const query = (fields: Partial<DeskQuery>): DeskQuery => ({ ...deskQuery.parse({}), ...fields });
async function found(room: TestRoom, fields: Partial<DeskQuery>): Promise<DeskPage> {
  const page = await room.seat.reading.search(query(fields));
  if (page === 'no_reader') throw new Error('no reader');
  return page;
}
const numbers = async (room: TestRoom, fields: Partial<DeskQuery>) =>
  (await found(room, fields)).questions.map(({ number }) => number);
async function numbersAlike(room: TestRoom, question: string) {
  const alike = await room.seat.reading.atDesk(question);
  return typeof alike === 'string' ? alike : alike.map(({ number }) => number);
}

describe('a phone about to ask', () => {
  test('is told what everyone can support already', async () => {
    const { room } = await withQuestions();
    expect(await room.seat.reading.onPhone(LATE_BUS_AGAIN)).toMatchObject([
      { id: '1', number: 1, text: LATE_BUS, support: 0 },
    ]);
  });
  test('is told nothing that a desk has not let in, nor anything like a number', async () => {
    const { room, moderator } = await withQuestions();
    const lamp = '东街的路灯坏了，两个月没人修';
    const told = JSON.stringify(await room.seat.reading.onPhone(lamp));
    expect(told).toContain('＊＊＊');
    expect(told).not.toContain('13800138000');
    await moderator.does({
      type: 'declineQuestion',
      question: '2',
      reason: 'unreadable',
      note: null,
    });
    expect(await room.seat.reading.onPhone(lamp)).toEqual([]);
    // A slip that waits for the desk.
    expect(JSON.stringify(await room.seat.reading.onPhone(LATE_BUS))).not.toContain('加班');
  });
  test('is told no count while counts are hidden', async () => {
    const { room } = await withQuestions();
    await room.enter('host').does({ type: 'setCountsHidden', hidden: true });
    expect(await room.seat.reading.onPhone(LATE_BUS_AGAIN)).toMatchObject([
      { id: '1', support: null },
    ]);
  });
  test('is told nothing of other lines and other places', async () => {
    const { room } = await withQuestions();
    expect(await room.seat.reading.onPhone('水费为什么涨价')).toEqual([]);
  });
});

describe('a desk', () => {
  test('is told what asks the same, seen or not, with how surely it does', async () => {
    const { room } = await withQuestions();
    const alike = await room.seat.reading.atDesk('3');
    const [first] = typeof alike === 'string' ? [] : alike;
    expect(first).toMatchObject({ id: '1', text: LATE_BUS, state: 'queued' });
    expect(first?.score).toBeGreaterThan(0.4);
    expect(await room.seat.reading.atDesk('77')).toBe('unknown');
  });

  test('is told only what can take it in, however many others ask the same', async () => {
    const { room, moderator } = await withQuestions();
    const volunteer = room.enter('volunteer', 'another');
    // Numbers 5 to 11 are turned away, number 12 is not.
    for (let count = 1; count <= 8; count += 1)
      await volunteer.does({
        ...{ type: 'logQuestion', source: 'mic', name: null, serial: null, department: null },
        text: LATE_BUS_AGAIN + '！'.repeat(count),
      });
    const { questions } = await found(room, { place: 'open' });
    const decline = (number: number) =>
      moderator.does({
        ...{ type: 'declineQuestion', reason: 'duplicate', note: null },
        question: questions.find((each) => each.number === number)?.id ?? '',
      });
    for (let number = 5; number <= 11; number += 1) await decline(number);
    expect(await numbersAlike(room, '3')).toEqual([12, 1]);
  });

  test('is not told what was turned away while the reader was looking', async () => {
    let meanwhile = async (): Promise<void> => undefined;
    const reading = readingHere();
    const { room, moderator } = await withQuestions({
      read: () => ({
        ...reading,
        give: async (task) => {
          const answer = await reading.give(task);
          if (task.kind === 'alike') await meanwhile();
          return answer;
        },
      }),
    });
    expect(await numbersAlike(room, '3')).toEqual([1]);
    meanwhile = async () =>
      void (await moderator.does({
        ...{ type: 'declineQuestion', question: '1', reason: 'duplicate', note: null },
      }));
    expect(await numbersAlike(room, '3')).toEqual([]);
  });

  test.each<[string, Partial<DeskQuery>, number[]]>([
    ['what nobody has seen', {}, [3, 4]],
    ['one character', { place: 'all', search: '灯' }, [2]],
    ['a part of a sentence', { place: 'all', search: '没人修' }, [2]],
    ['Traditional for Simplified', { place: 'all', search: '東街路燈壞了' }, [2]],
    ['across what stands between', { place: 'all', search: '八点 以后' }, [3]],
    ['a number of a question', { place: 'all', search: '4' }, [4]],
    ['a number of a slip', { place: 'all', search: 'a-17' }, [3]],
    ['nothing that is nowhere', { place: 'all', search: '地铁' }, []],
    ['slips', { place: 'all', source: 'paper' }, [3, 4]],
    ['a department', { place: 'all', department: 'roads' }, [2]],
    ['what has somebody’s number in it', { place: 'all', flag: 'personal_data' }, [2]],
    ['rude words', { place: 'all', flag: 'rude' }, [4]],
    ['what is in the queue', { place: 'open' }, [1, 2]],
    ['a second page', { place: 'all', from: 3 }, [4]],
  ])('finds %s', async (_, fields, wanted) => {
    const { room } = await withQuestions();
    expect(await numbers(room, fields)).toEqual(wanted);
  });

  test('sees what was found, in the words in which it stands', async () => {
    const { room } = await withQuestions();
    const { questions, total } = await found(room, { place: 'all' });
    expect(total).toBe(4);
    expect(questions[1]).toMatchObject({
      text: LAMP,
      shown: '东街路灯坏了两个月没人修，我的电话＊＊＊＊＊＊＊＊＊＊＊',
      flags: { personalData: [{ kind: 'mobile', words: '13800138000' }] },
    });
    expect(questions[3]?.flags.rudeWords).toEqual(['混蛋']);
  });

  test('finds what has changed since it first asked', async () => {
    const { room, moderator } = await withQuestions();
    expect(await numbers(room, { place: 'merged' })).toEqual([]);
    await moderator.does({ type: 'mergeQuestion', question: '3', into: '1' });
    expect(await numbers(room, { place: 'merged' })).toEqual([3]);
    const { questions } = await found(room, { place: 'merged' });
    expect(questions[0]?.mergedInto).toEqual({ id: '1', number: 1 });
    await room.enter('admin').does({ type: 'putRudeWords', words: ['下班'] });
    expect(await numbers(room, { place: 'all', flag: 'rude' })).toEqual([1]);
  });
});
