/** docs/host-guide.md says what `host-guide.spec.ts` does, no more and no less. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { expect, test } from 'vitest';
import { STAGES, TASKS } from '../e2e/host-guide/tasks';
import { IN_WORDS } from '../e2e/host-guide/words';

const DOCS = new URL('../../docs/', import.meta.url);
const PICTURES = new URL('pictures/', DOCS);
const PICTURES_LIMIT = 10;
const PICTURE_BYTES = 80_000;

const guide = readFileSync(new URL('host-guide.md', DOCS), 'utf8');
const [, chinese = '', english = ''] = guide.split(/^## /m);

const headings = (part: string): string[] =>
  [...part.matchAll(/^### (.+)$/gm)].map(([, title = '']) => title);
const numbered = (part: string): string[] =>
  part.split('\n').filter((line) => /^\d+\. /.test(line));

test('there are 25 tasks, each of one or two presses, and no two alike', () => {
  expect(TASKS).toHaveLength(25);
  expect(new Set(TASKS.map(({ id }) => id)).size).toBe(25);
  for (const { presses } of TASKS) expect([1, 2]).toContain(presses.length);
});

test('the guide lists them in Chinese', () => {
  expect(headings(chinese)).toEqual(STAGES.map(({ title }) => title['zh-CN']));
  expect(numbered(chinese)).toEqual(
    TASKS.map(({ id, presses }, index) => {
      const { title, how } = IN_WORDS['zh-CN'][id];
      return `${index + 1}. **${title}**（${presses.length === 1 ? '一下' : '两下'}）：${how}`;
    }),
  );
});

test('the guide lists them in English', () => {
  expect(headings(english)).toEqual(STAGES.map(({ title }) => title.en));
  expect(numbered(english)).toEqual(
    TASKS.map(({ id, presses }, index) => {
      const { title, how } = IN_WORDS.en[id];
      return `${index + 1}. **${title}** (${presses.length === 1 ? 'one press' : 'two presses'}): ${how}`;
    }),
  );
});

test('its pictures are there, small, in both languages, and none besides', () => {
  const shown = [...guide.matchAll(/\]\(pictures\/(host-[^)]+)\)/g)].map(([, file = '']) => file);
  expect(shown.toSorted()).toEqual(readdirSync(PICTURES).toSorted());
  expect(shown.length).toBeLessThanOrEqual(PICTURES_LIMIT);
  for (const file of shown)
    expect(statSync(new URL(file, PICTURES)).size).toBeLessThanOrEqual(PICTURE_BYTES);
  const inEnglish = shown.filter((file) => file.includes('-en.'));
  expect(shown).toEqual([
    ...inEnglish.map((file) => file.replace('-en.', '-zh-CN.')),
    ...inEnglish,
  ]);
});
