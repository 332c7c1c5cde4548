/** The agenda as a table: written, opened with care, and read against the agenda as it is. */
import { openAgendaSheet, type Cell } from '@wenzheng/server/src/reports/agenda-sheet/open';
import { readAgendaSheet, type Known } from '@wenzheng/server/src/reports/agenda-sheet/read';
import { writeAgendaSheet } from '@wenzheng/server/src/reports/agenda-sheet/write';
import type { ProblemInSheet } from '@wenzheng/shared/forum/agenda-sheet';
import { minutes, seconds } from '@wenzheng/shared/time/instant';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import write from 'write-excel-file/node';
import { FORUM } from '../../../support/given';

const NOTES = FORUM.notes;
const known = (begun: readonly string[] = []): Known => {
  let made = 0;
  return {
    items: FORUM.items.map((item) => {
      const { id, stage, title, plannedDuration, talks } = item;
      const { owner, note } = NOTES.find((each) => each.item === id) ?? { owner: '', note: '' };
      const hasBegun = begun.includes(id);
      return { id, stage, title, plannedDuration, talks, owner, note, hasBegun };
    }),
    speakers: [...FORUM.forum.speakers],
    newId: () => `new-${(made += 1)}`,
  };
};
const written = (language: 'zh-CN' | 'en' = 'zh-CN', items = FORUM.items) =>
  writeAgendaSheet({ items, notes: [...NOTES], speakers: [...FORUM.forum.speakers] }, language);

type Sheets = Record<'agenda' | 'talks', Cell[][]>;
async function sheetsOf(bytes: Uint8Array): Promise<Sheets> {
  const opened = await openAgendaSheet(bytes);
  if (!opened.ok) throw new Error(opened.problem.problem);
  const rows = (name: keyof Sheets) => opened.sheets[name].map((row) => [...row]);
  return { agenda: rows('agenda'), talks: rows('talks') };
}
const TABLE = await sheetsOf(await written());
/** The table with one cell of a sheet, by its name, holding something else. */
function withCell(sheet: keyof Sheets, cell: string, value: Cell): Sheets {
  const sheets = structuredClone(TABLE);
  const row = sheets[sheet][Number(cell.slice(1)) - 1];
  if (!row) throw new Error(`no row for ${cell}`);
  row[cell.charCodeAt(0) - 65] = value;
  return sheets;
}
const command = (sheets: Sheets, begun: readonly string[] = []) => {
  const reading = readAgendaSheet(sheets, known(begun));
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.command;
};
const problems = (sheets: Sheets, begun: readonly string[] = []): readonly ProblemInSheet[] => {
  const reading = readAgendaSheet(sheets, known(begun));
  return reading.ok ? [] : reading.problems;
};

describe('a table that was taken away', () => {
  test.each(['zh-CN', 'en'] as const)('comes back as it was, in %s', async (language) => {
    const sheets = await sheetsOf(await written(language));
    expect(command(sheets, ['opening', 'policy_talk'])).toEqual({
      type: 'replaceAgenda',
      from: ['opening', 'policy_talk', 'qa', 'closing'],
      items: known().items.map(({ hasBegun: _, ...item }) => item),
      speakers: [],
    });
  });
  test('keeps a length that it shows rounded', async () => {
    const odd = FORUM.items.map((item) => ({ ...item, plannedDuration: minutes(10 + 1 / 7_000) }));
    const sheets = await sheetsOf(await written('en', odd));
    const reading = readAgendaSheet(sheets, {
      ...known(),
      items: known().items.map((item, place) => ({
        ...item,
        plannedDuration: odd[place]?.plannedDuration ?? item.plannedDuration,
      })),
    });
    expect(reading).toMatchObject({ command: { items: odd.map(({ id }) => ({ id })) } });
    if (reading.ok)
      expect(reading.command.items.map((item) => item.plannedDuration)).toEqual(
        odd.map((item) => item.plannedDuration),
      );
  });
  test('has what looks like a formula as words', async () => {
    const items = FORUM.items.map((item) => ({ ...item, title: `=1+${item.id}` }));
    expect((await sheetsOf(await written('en', items))).agenda[1]?.[1]).toBe('=1+opening');
  });
});

describe('a table that was edited', () => {
  test.each<[string, keyof Sheets, string, Cell, object]>([
    ['another title', 'agenda', 'B2', ' Welcome ', { id: 'opening', title: 'Welcome' }],
    ['another stage, in English', 'agenda', 'A2', 'questions', { stage: 'qa' }],
    ['full-width figures', 'agenda', 'C2', '１２', { plannedDuration: minutes(12) }],
    ['half minutes', 'agenda', 'C2', 0.5, { plannedDuration: seconds(30) }],
    ['no owner', 'agenda', 'D2', null, { owner: '' }],
  ])('with %s', (_what, sheet, cell, value, item) => {
    expect(command(withCell(sheet, cell, value)).items[0]).toMatchObject(item);
  });
  test('knows an item without its id by its title, and makes others new', () => {
    expect(command(withCell('agenda', 'G4', null)).items[2]?.id).toBe('qa');
    const renamed = withCell('agenda', 'G4', null);
    renamed.agenda[3]?.splice(1, 1, 'Talk to us');
    expect(command(renamed).items[2]).toMatchObject({ id: 'new-1', title: 'Talk to us' });
  });
  test('with an id twice is about one item only', () => {
    const twice = structuredClone(TABLE);
    twice.agenda.push(['闭幕', '', '', '', '', '', '']);
    twice.agenda.splice(5, 1, ['结束', 'again', 5, null, null, null, 'opening']);
    expect(command(twice).items.map(({ id }) => id)).toEqual([
      ...['opening', 'policy_talk', 'qa', 'closing', 'new-1'],
    ]);
  });
  test('brings people along, and their new office', () => {
    const sheets = withCell('talks', 'C2', 'deputy');
    sheets.talks.push(['qa', '孙悦', '局长', '住建', null, 3]);
    const { items, speakers } = command(sheets);
    expect(speakers).toEqual([
      { id: 'li', name: 'li', office: 'deputy', department: 'department' },
      { id: 'new-1', name: '孙悦', office: '局长', department: '住建' },
    ]);
    expect(items[2]?.talks).toEqual([{ speaker: 'new-1', topic: '', limit: minutes(3) }]);
  });
  test('is read without empty rows', () => {
    const sheets = structuredClone(TABLE);
    sheets.agenda.splice(2, 0, [null, ' ', null]);
    expect(command(sheets).items.length).toBe(4);
    expect(problems({ ...sheets, talks: [] })).toEqual([]);
  });
});

describe('what is wrong is named by its cell', () => {
  test.each<[keyof Sheets, string, Cell, string]>([
    ['agenda', 'A3', '午饭', 'no_stage'],
    ['agenda', 'B4', '', 'empty'],
    ['agenda', 'B4', '问'.repeat(61), 'too_long'],
    ['agenda', 'C3', '半小时', 'not_minutes'],
    ['agenda', 'C3', '1:30', 'not_minutes'],
    ['agenda', 'C3', null, 'empty'],
    ['agenda', 'C3', 0, 'out_of_range'],
    ['agenda', 'C3', 721, 'out_of_range'],
    ['agenda', 'D3', '赵'.repeat(81), 'too_long'],
    ['agenda', 'E3', '话'.repeat(301), 'too_long'],
    ['talks', 'A2', '午饭', 'no_item'],
    ['talks', 'B2', null, 'empty'],
    ['talks', 'B3', 'li', 'speaker_twice'],
    ['talks', 'F2', 'five', 'not_minutes'],
    ['agenda', 'C1', 'Länge', 'other_heading'],
    ['talks', 'F1', null, 'other_heading'],
  ])('%s %s: %j', (sheet, cell, value, problem) => {
    expect(problems(withCell(sheet, cell, value))).toEqual([{ sheet, cell, problem }]);
  });
  test('all at once', () => {
    const sheets = withCell('agenda', 'C2', 'x');
    sheets.agenda[2]?.splice(2, 1, 'y');
    expect(problems(sheets).map(({ cell }) => cell)).toEqual(['C2', 'C3']);
  });
  test('two items of one title, once somebody speaks there', () => {
    const sheets = withCell('agenda', 'B4', 'policy_talk');
    expect(problems(sheets).map(({ cell, problem }) => [cell, problem])).toEqual([
      ['A2', 'item_twice'],
      ['A3', 'item_twice'],
    ]);
  });
  test('what has begun stays', () => {
    expect(problems(withCell('agenda', 'B2', 'Hello'), ['opening'])).toEqual([
      { sheet: 'agenda', cell: 'B2', problem: 'begun' },
    ]);
    const without = structuredClone(TABLE);
    without.agenda.splice(1, 1);
    expect(problems(without, ['opening'])).toEqual([
      { sheet: 'agenda', cell: '', problem: 'begun_missing' },
    ]);
    const before = structuredClone(TABLE);
    before.agenda.splice(1, 0, ['开场', 'Tea', 5]);
    expect(problems(before, ['opening'])).toEqual([
      { sheet: 'agenda', cell: 'B2', problem: 'place_begun' },
    ]);
  });
});

describe('a file is refused', () => {
  const refused = async (bytes: Uint8Array) => {
    const opened = await openAgendaSheet(bytes);
    return opened.ok ? 'opened' : [opened.problem.problem, opened.problem.cell].join(' ').trim();
  };
  const aSheet = (sheet: string, rows: number) =>
    write([
      { sheet, data: Array.from({ length: rows }, (_, row) => [{ value: row, type: Number }]) },
    ]).toBuffer();

  test('that is no table', async () => {
    for (const words of ['', 'stage;title;minutes', '{"format":"wenzheng-forum"}'])
      expect(await refused(strToU8(words))).toBe('not_a_table');
    expect(await refused((await written()).subarray(0, 900))).toBe('not_a_table');
    expect(await refused(zipSync({ 'a.txt': strToU8('a') }))).toBe('not_a_table');
  });
  test('of another sheet, or with too many rows', async () => {
    expect(await refused(await aSheet('Sheet1', 3))).toBe('no_sheet');
    expect(await refused(await aSheet('议程', 10_000))).toBe('too_many_rows');
  });
  test('with a formula, by its cell', async () => {
    const files = unzipSync(await written());
    const name = 'xl/worksheets/sheet1.xml';
    const xml = new TextDecoder().decode(files[name]);
    const changed = xml.replace(/<c r="C2"[^>]*>.*?<\/c>/, '<c r="C2"><f>4+4</f><v>8</v></c>');
    expect(changed).not.toBe(xml);
    expect(await refused(zipSync({ ...files, [name]: strToU8(changed) }))).toBe('formula C2');
  });
  test('that unpacks to far more than an agenda', async () => {
    const bomb = zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(60_000_000) }, { level: 9 });
    expect(bomb.length).toBeLessThan(100_000);
    expect(await refused(bomb)).toBe('too_large');
    const many = Object.fromEntries(
      Array.from({ length: 300 }, (_, file) => [`xl/${file}.xml`, strToU8('a')]),
    );
    expect(await refused(zipSync(many))).toBe('too_large');
  });
});
