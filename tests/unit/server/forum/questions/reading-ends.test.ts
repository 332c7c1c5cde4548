/** The reader of questions ends: whoever asks next has another, and the hub never waits for one that is not there. */
import { ReadingWorker } from '@wenzheng/server/src/forum/questions/reading/reading-worker';
import type { Reading, ReadingTask } from '@wenzheng/server/src/forum/questions/reading/reading';
import { deskQuery } from '@wenzheng/shared/forum/desk';
import { expect, test, vi } from 'vitest';
import { asked } from '../../../../support/given';
import { readingHere } from '../../../../support/reading-here';
import { roomWithForum } from '../../../../support/room';

const BUS = '3路公交车晚上八点就没有了，下班回不了家';
const EVERYTHING = { ...deskQuery.parse({}), place: 'all' } as const;

/** A reader that ends as soon as it is asked, so many times; then one that answers. */
class Readers {
  readonly tasks: ReadingTask[] = [];
  started = 0;
  #toEnd: number;

  constructor(toEnd: number) {
    this.#toEnd = toEnd;
  }

  start(): Reading {
    this.started += 1;
    const ends = this.started <= this.#toEnd;
    const reading = readingHere();
    return {
      ...reading,
      give: async (task) => {
        this.tasks.push(task);
        const isAsked = task.kind === 'alike' || task.kind === 'search';
        if (ends && isAsked) throw new Error('ended');
        return reading.give(task);
      },
    };
  }
}

async function roomReadBy(readers: Readers) {
  const room = await roomWithForum({ read: () => readers.start() });
  const volunteer = room.enter('volunteer');
  await volunteer.does({
    ...{ type: 'logQuestion', source: 'mic', text: BUS, name: null, serial: null },
    department: null,
  });
  return room;
}

test('one that ends is replaced by one that is told everything', async () => {
  const readers = new Readers(1);
  const room = await roomReadBy(readers);
  expect(await room.seat.reading.search(EVERYTHING)).toMatchObject({ total: 1 });
  expect(await room.seat.reading.onPhone(BUS)).toMatchObject([{ id: '1' }]);
  expect(readers.started).toBe(2);
});

test('a search that outlives its reader is answered over all questions by the next', async () => {
  const readers = new Readers(1);
  const room = await roomReadBy(readers);
  const MANY = 1_200;
  await room.seat.engine.record(
    { role: 'admin', id: 'import' },
    Array.from({ length: MANY }, (_, count) => asked(count + 2)),
  );
  expect(await room.seat.reading.search(EVERYTHING)).toMatchObject({ total: MANY + 1 });
  expect(readers.started).toBe(2);
});

test('one that ends again and again is left alone for a while', async () => {
  const readers = new Readers(3);
  const room = await roomReadBy(readers);
  const { reading } = room.seat;
  expect(await reading.search(EVERYTHING)).toBe('no_reader');
  expect(await reading.onPhone(BUS)).toBeNull();
  expect(await reading.atDesk('1')).toBe('no_reader');
  expect(readers.started).toBe(2);
  room.runTimers();
  expect(await reading.search(EVERYTHING)).toMatchObject({ total: 1 });
  expect(readers.started).toBe(4);
});

test('none is started before somebody asks, nor once the hub has stopped', async () => {
  const readers = new Readers(0);
  const room = await roomReadBy(readers);
  expect(readers.started).toBe(0);
  await room.seat.reading.stop();
  expect(await room.seat.reading.search(EVERYTHING)).toBe('no_reader');
  expect(readers.started).toBe(0);
});

const programOf = (body: string): URL =>
  new URL(
    `data:text/javascript,${encodeURIComponent(
      `import { parentPort } from 'node:worker_threads'; parentPort.on('message', (${body}));`,
    )}`,
  );
const ASKED: ReadingTask = { kind: 'search', query: EVERYTHING, limit: 1 };

test.each([
  ['throws', '() => { throw new Error("broken"); }', 'broken'],
  ['exits', '() => process.exit(3)', 'ended with 3'],
])('a thread that %s is told of once, and who waits is told, too', async (_, body, why) => {
  const failed = vi.fn();
  const worker = new ReadingWorker(programOf(body), failed);
  const waiting = [worker.give(ASKED), worker.give(ASKED)];
  for (const each of waiting) await expect(each).rejects.toThrow(why);
  await expect(worker.give(ASKED)).rejects.toThrow(why);
  expect(await worker.give({ kind: 'put', questions: [] })).toBeNull();
  expect(worker.waiting).toBe(0);
  expect(failed).toHaveBeenCalledOnce();
});

test('a thread that is stopped has not failed', async () => {
  const failed = vi.fn();
  const worker = new ReadingWorker(programOf('() => undefined'), failed);
  const waiting = expect(worker.give(ASKED)).rejects.toThrow('ended');
  await worker.stop();
  await waiting;
  expect(failed).not.toHaveBeenCalled();
});
