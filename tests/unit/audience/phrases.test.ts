import { expect, test } from 'vitest';
import { phrases } from '../../../audience/src/shell/phrases';

test.each([
  '老旧小区应当优先加装电梯，费用由政府补贴一半。',
  '“你好”，他说：（今天）可以！',
  'Bus stops should have shelters.',
  '',
])('together the pieces are the line again: %s', (line) => {
  expect(phrases(line).join('')).toBe(line);
});

test('words stay whole, and no mark or particle begins a piece', () => {
  const pieces = phrases('老旧小区的电梯，费用由政府补贴。');
  expect(pieces.some((piece) => piece.includes('电梯，'))).toBe(true);
  for (const piece of pieces) expect(piece).not.toMatch(/^[，。的]/u);
});

test('an opening mark begins a piece and keeps what follows', () => {
  const pieces = phrases('他说“你好”');
  expect(pieces.find((piece) => piece.includes('“'))).toMatch(/^“你好”/u);
});
