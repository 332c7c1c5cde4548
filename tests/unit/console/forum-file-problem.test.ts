import { fileProblem, placeInFile } from '@wenzheng/console/src/screens/agenda/forum-file-problem';
import type { Failed } from '@wenzheng/console/src/hub-api';
import { m } from '@wenzheng/shared/paraglide/messages.js';
import { expect, test } from 'vitest';

const failed = (fields: Partial<Failed>): Failed => ({
  ...{ ok: false, status: 400, code: 'malformed', seconds: null, field: '', problem: '' },
  ...fields,
});

test.each([
  ['forum.title', '问政会 · “title”'],
  ['agenda.2.plannedDuration', '议程第 3 项 · “plannedDuration”'],
  ['agenda.1.talks.0.speaker', '议程第 2 项 · 依次发言第 1 项 · “speaker”'],
  ['departments', m.setup_departments()],
  ['', ''],
])('%s is said as %s', (field, words) => {
  expect(placeInFile(field)).toBe(
    words.replace('议程', m.setup_agenda()).replace('依次发言', m.setup_talks()),
  );
});

test.each<[Partial<Failed>, string]>([
  [{ status: 0, code: null }, m.console_unreachable()],
  [{ code: 'forum_file.another' }, m.file_not_json({ name: 'a.json' })],
  [{ code: 'forum_file.newer' }, m.file_newer({ name: 'a.json' })],
  [{ status: 413, code: 'too_large' }, m.file_too_large({ name: 'a.json' })],
  [{ status: 507, code: 'storage_full' }, m.setup_forum_failed()],
  [
    { field: 'forum.rules', problem: 'missing' },
    m.file_problem({ name: 'a.json', place: '问政会 · “rules”', problem: m.file_missing() }),
  ],
  [
    { field: 'agenda.0.title', problem: 'too_long' },
    m.file_problem({
      name: 'a.json',
      place: placeInFile('agenda.0.title'),
      problem: m.refusal_too_long(),
    }),
  ],
])('%j says why nothing was made', (answer, words) => {
  expect(fileProblem('a.json', failed(answer))).toBe(words);
});
