import { closeSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { AcknowledgedHead, acknowledgedHeads } from '@wenzheng/server/src/journal/acknowledged';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../../../support/test-app';

test('how far a forum was acknowledged is found again', () => {
  const folder = temporaryFolder();
  const mark = new AcknowledgedHead(folder, 'f1');
  mark.keep(12);
  mark.close();
  expect(acknowledgedHeads(folder)).toEqual([['f1', 12]]);
});

test('a mark that is removed writes into no file that was opened since', () => {
  const folder = temporaryFolder();
  const mark = new AcknowledgedHead(folder, 'f1');
  mark.remove();
  const others = ['a', 'b', 'c', 'd'].map((name) => path.join(folder, name));
  const handles = others.map((file) => openSync(file, 'w'));
  onTestFinished(() => handles.forEach((handle) => closeSync(handle)));
  mark.keep(12);
  expect(others.map((file) => readFileSync(file, 'utf8'))).toEqual(['', '', '', '']);
  expect(acknowledgedHeads(folder)).toEqual([]);
});
