/** What a reader answers while it has not compared all questions yet. */
import { DEFAULT_RUDE_WORDS } from '@wenzheng/server/src/forum/questions/flags/rude-words';
import { Answering } from '@wenzheng/server/src/forum/questions/reading/answering';
import {
  QuestionReader,
  type AlikeQuery,
  type ReadQuestion,
} from '@wenzheng/server/src/forum/questions/reading/reader';
import { expect, test } from 'vitest';

const BUS = '3路公交车晚上八点就没有了，下班回不了家';

const told = (id: string): ReadQuestion => ({
  ...{
    id,
    number: Number(id),
    text: BUS,
    original: '',
    name: '',
    serial: '',
    department: null,
    topic: null,
  },
  ...{ source: 'phone', state: 'queued', unseen: false, supportable: true, takesIn: true },
});
const alike = (can: AlikeQuery['can']) => ({
  kind: 'alike' as const,
  query: { text: BUS, limit: 9, least: 0, can, but: null },
});

/** A reader that goes on when it is told to. */
function reader() {
  const answers: [id: number, found: string[]][] = [];
  const turns: (() => void)[] = [];
  const answering = new Answering(new QuestionReader(DEFAULT_RUDE_WORDS), {
    answered: (id, answer) =>
      void answers.push([id, answer.kind === 'alike' ? answer.alike.map((each) => each.id) : []]),
    soon: (run) => void turns.push(run),
  });
  return { answering, answers, turn: () => turns.shift()?.() };
}

test('a desk that looks what to merge into is answered once all are compared; a phone at once', () => {
  const { answering, answers, turn } = reader();
  answering.take({ id: 1, task: { kind: 'put', questions: ['1', '2', '3'].map(told) } });
  answering.take({ id: 2, task: alike('take_in') });
  answering.take({ id: 3, task: alike('support') });
  expect(answers).toEqual([[3, ['1']]]);
  turn();
  turn();
  expect(answers).toHaveLength(1);
  turn();
  expect(answers[1]).toEqual([2, ['1', '2', '3']]);
  answering.take({ id: 4, task: alike('take_in') });
  expect(answers[2]).toEqual([4, ['1', '2', '3']]);
});

test('what comes while it compares is waited for, too', () => {
  const { answering, answers, turn } = reader();
  answering.take({ id: 1, task: { kind: 'put', questions: [told('1'), told('2')] } });
  answering.take({ id: 2, task: alike('take_in') });
  answering.take({ id: 3, task: { kind: 'put', questions: [told('3')] } });
  while (answers.length === 0) turn();
  expect(answers).toEqual([[2, ['1', '2', '3']]]);
});
