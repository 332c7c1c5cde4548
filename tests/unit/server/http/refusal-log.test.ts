import { RefusalLog } from '@wenzheng/server/src/http/refusal-log';
import { expect, test } from 'vitest';

function listening() {
  const lines: unknown[][] = [];
  const log = { warn: (...line: unknown[]) => void lines.push(line) };
  return { lines, log, refusals: new RefusalLog() };
}

test('refusals are logged one by one while they are few', () => {
  const { lines, log, refusals } = listening();
  for (let minute = 0; minute < 100; minute += 1)
    refusals.note(log, 'forbidden', '/api/links', minute * 60_000);
  expect(lines).toHaveLength(100);
});

test('a flood of them costs 21 lines a minute, which say how many there were', () => {
  const { lines, log, refusals } = listening();
  for (let each = 0; each < 50_000; each += 1)
    refusals.note(log, 'access.wrong_pin', '/api/session', each);
  expect(lines).toHaveLength(20);
  refusals.note(log, 'access.wrong_pin', '/api/session', 60_000);
  expect(lines.slice(20)).toEqual([
    [{ code: 'access.wrong_pin', route: '/api/session', more: 49_980 }, 'refused many times'],
    [{ code: 'access.wrong_pin', route: '/api/session' }, 'refused'],
  ]);
});

test('one kind does not hide another', () => {
  const { lines, log, refusals } = listening();
  for (let each = 0; each < 100; each += 1) refusals.note(log, 'forbidden', '/api/links', 0);
  refusals.note(log, 'cross_origin', '/api/links', 0);
  refusals.note(log, 'forbidden', '/api/pins', 0);
  expect(lines).toHaveLength(22);
});
