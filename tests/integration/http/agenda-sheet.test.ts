/** The agenda as a table, over a real hub: for organisers, and without changing anything by itself. */
import { start } from '@wenzheng/server/src/start';
import { SIGN_IN_ROLES, type SignInRole } from '@wenzheng/shared/forum/access';
import type { ReadingOfSheet } from '@wenzheng/shared/forum/agenda-sheet';
import { expect, onTestFinished, test } from 'vitest';
import { configFor, SILENT, standInScreens } from '../../support/started-hub';
import { temporaryFolder } from '../../support/test-app';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

async function hubWithForum() {
  const hub = await start(configFor(temporaryFolder()), standInScreens(), SILENT);
  onTestFinished(() => hub.stop());
  const cookieOf = (role: SignInRole | null): string =>
    role === null ? '' : `wz_session=${hub.access.sessions.begin(role, role, '').token}`;
  const made = await fetch(`${hub.url}api/forums`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: cookieOf('admin') },
    body: JSON.stringify({ template: 'built-in', locale: 'zh-CN' }),
  });
  const { id } = (await made.json()) as { id: string };
  const download = (role: SignInRole | null, forum = id, lang = 'zh-CN') =>
    fetch(`${hub.url}api/forums/${forum}/agenda.xlsx?lang=${lang}`, {
      headers: { cookie: cookieOf(role) },
    });
  const read = (role: SignInRole | null, body: BodyInit, forum = id, type = XLSX, headers = {}) =>
    fetch(`${hub.url}api/forums/${forum}/agenda-reading`, {
      method: 'POST',
      headers: { 'content-type': type, cookie: cookieOf(role), ...headers },
      body,
    });
  return { hub, download, read };
}

test('the table is for organisers, and of a forum that is there', async () => {
  const { download, read } = await hubWithForum();
  for (const role of [null, ...SIGN_IN_ROLES.filter((each) => each !== 'admin')]) {
    const status = role === null ? 401 : 403;
    expect((await download(role)).status).toBe(status);
    expect((await read(role, 'x')).status).toBe(status);
  }
  expect((await download('admin', 'x')).status).toBe(404);
  expect((await read('admin', 'x', 'x')).status).toBe(404);
});

test('taken away and brought back it changes nothing, in either language', async () => {
  const { hub, download, read } = await hubWithForum();
  for (const lang of ['zh-CN', 'en']) {
    const sent = await download('admin', undefined, lang);
    expect(sent.headers.get('content-type')).toBe(XLSX);
    expect(sent.headers.get('content-disposition')).toContain('.xlsx');
    const reading = (await (
      await read('admin', await sent.arrayBuffer())
    ).json()) as ReadingOfSheet;
    expect(reading).toMatchObject({ ok: true, command: { speakers: [] } });
    if (reading.ok) expect(reading.command.items.map(({ id }) => id)).toEqual(reading.command.from);
  }
  expect((await (await fetch(`${hub.url}api/hub`)).json()) as object).toMatchObject({
    forums: [{}],
  });
});

test('what is no table is said to be none; what is too large, another type or foreign is not read', async () => {
  const { read } = await hubWithForum();
  expect(await (await read('admin', 'stage;title')).json()).toEqual({
    ok: false,
    problems: [{ sheet: null, cell: '', problem: 'not_a_table' }],
  });
  expect((await read('admin', new Uint8Array(300_000))).status).toBe(413);
  expect((await read('admin', 'a', undefined, 'text/csv')).status).toBe(415);
  expect((await read('admin', '{}', undefined, 'application/json')).status).toBe(415);
  const foreign = { origin: 'http://evil.example' };
  expect((await read('admin', 'a', undefined, XLSX, foreign)).status).toBe(403);
});
