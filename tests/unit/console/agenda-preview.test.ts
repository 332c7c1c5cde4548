import { previewOf } from '@wenzheng/console/src/screens/agenda/agenda-preview';
import { sheetProblemText } from '@wenzheng/console/src/screens/agenda/sheet-problem';
import type { SetupDocuments } from '@wenzheng/console/src/screens/agenda/setup-commands';
import type { CommandInput } from '@wenzheng/shared/forum/commands';
import { m } from '@wenzheng/shared/paraglide/messages.js';
import { minutes } from '@wenzheng/shared/time/instant';
import { describe, expect, test } from 'vitest';
import { FORUM, START } from '../../support/given';

type Replace = Extract<CommandInput, { type: 'replaceAgenda' }>;
type Item = Replace['items'][number];

const DOCUMENTS = {
  forum: { ...FORUM.forum, startsAt: START },
  agenda: { items: [...FORUM.items], current: null },
  runningNotes: { notes: [...FORUM.notes] },
} as unknown as SetupDocuments;
const ITEMS: readonly Item[] = FORUM.items.map(({ id, stage, title, plannedDuration, talks }) => {
  const { owner, note } = FORUM.notes.find(({ item }) => item === id) ?? { owner: '', note: '' };
  return { id, stage, title, plannedDuration, talks, owner, note };
});
const [opening, talks, qa, closing] = ITEMS as [Item, Item, Item, Item];

const preview = (items: readonly Item[], speakers: Replace['speakers'] = []) =>
  previewOf(DOCUMENTS, { type: 'replaceAgenda', from: [], items: [...items], speakers });
/** In short: what happens to which item. */
const kinds = (items: readonly Item[]) =>
  preview(items).changes.map(({ kind, id }) => `${kind} ${id}`);

describe('what a table would do', () => {
  test('is nothing if it is the same', () => {
    expect(preview(ITEMS)).toEqual({ changes: [], end: null });
  });
  test('is told item by item, with the times that follow', () => {
    const tea: Item = { ...qa, id: 'tea', title: 'Tea', plannedDuration: minutes(5) };
    const { changes, end } = preview([
      { ...opening, title: 'Welcome', owner: '' },
      tea,
      talks,
      { ...closing, plannedDuration: minutes(20) },
    ]);
    expect(changes).toEqual([
      {
        ...{ id: 'opening', kind: 'changed', title: 'Welcome' },
        details: ['标题：opening → Welcome', '负责人：Zhao → （空）'],
      },
      { id: 'tea', kind: 'added', title: 'Tea', details: ['10:10 · 百姓提问 · 5 分钟'] },
      {
        ...{ id: 'policy_talk', kind: 'time', title: 'policy_talk' },
        details: ['时间：10:10 → 10:15'],
      },
      {
        ...{ id: 'closing', kind: 'changed', title: 'closing' },
        details: ['分钟：10 → 20', '时间：10:30 → 10:25'],
      },
      { id: 'qa', kind: 'removed', title: 'qa', details: [] },
    ]);
    expect(end).toEqual({ from: '10:40', to: '10:45' });
  });
  test('moves as few as explain the order', () => {
    expect(kinds([closing, opening, talks, qa])).toEqual([
      ...['moved closing', 'time opening', 'time policy_talk', 'time qa'],
    ]);
    expect(kinds([opening, qa, talks, closing])).toEqual(['time qa', 'moved policy_talk']);
  });
  test('tells of talks, and of another office', () => {
    const [first, second] = talks.talks as [(typeof talks.talks)[0], (typeof talks.talks)[0]];
    const longer = { ...talks, talks: [{ ...first, limit: minutes(7) }, second] };
    expect(preview([opening, longer, qa, closing]).changes[0]?.details[0]).toBe(
      '发言：li department head topic of li 5 分钟 → li department head topic of li 7 分钟',
    );
    const turned = { ...talks, talks: [second, first] };
    expect(preview([opening, turned, qa, closing]).changes[0]?.details).toEqual(['发言: 换位置']);
    const li = { id: 'li', name: 'li', office: 'deputy', department: 'department' };
    expect(preview(ITEMS, [li]).changes[0]?.details[0]).toContain('deputy');
  });
});

test.each([
  [{ sheet: 'agenda', cell: 'C7', problem: 'not_minutes' }, 'C7：时长要写成分钟'],
  [{ sheet: 'talks', cell: 'F2', problem: 'empty' }, '发言 F2：不能空着'],
  [{ sheet: null, cell: '', problem: 'not_a_table' }, m.sheet_problem_not_a_table()],
  [
    { sheet: 'talks', cell: '', problem: 'too_many_rows' },
    `发言：${m.sheet_problem_too_many_rows()}`,
  ],
] as const)('%j reads %s', (problem, words) => {
  expect(sheetProblemText(problem)).toBe(words);
});
