/** Several forums in one hub, over its real pages and sockets. */
import path from 'node:path';
import { remoteAdmin } from '@wenzheng/server/src/cli/admin-client';
import { openDatabase } from '@wenzheng/server/src/journal/database';
import { LiveForums } from '@wenzheng/server/src/journal/live-forums';
import { MIGRATIONS } from '@wenzheng/server/src/journal/migrations';
import { start, type Started } from '@wenzheng/server/src/start';
import { SIGN_IN_ROLES, type SignInRole } from '@wenzheng/shared/forum/access';
import type { CommandInput } from '@wenzheng/shared/forum/commands';
import { PROTOCOL, type Ack, type Hello, type Snapshot } from '@wenzheng/shared/wire/protocol';
import type { ViewOf } from '@wenzheng/shared/wire/views';
import Database from 'better-sqlite3';
import { io } from 'socket.io-client';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { configFor, SILENT, standInScreens } from '../../support/started-hub';
import { temporaryFolder } from '../../support/test-app';

const BUILT_IN = { template: 'built-in', locale: 'en' };
const EMPTY = { format: 'wenzheng-forum', version: 1 };
const NEWER = { format: 'wenzheng-forum', version: 2, lights: [] };
const DAY = 24 * 3_600_000;
const SOON = { timeout: 5_000 };

const hubOn = (data: string): Promise<Started> => start(configFor(data), standInScreens(), SILENT);

async function hubWithAdmin(data = temporaryFolder()) {
  const hub = await hubOn(data);
  onTestFinished(() => hub.stop());
  const cookieOf = (role: SignInRole): string =>
    `wz_session=${hub.access.sessions.begin(role, role, '').token}`;
  const cookie = cookieOf('admin');
  const send = (method: string, url: string, body: object, as = cookie) =>
    fetch(`${hub.url}${url}`, {
      method,
      headers: { 'content-type': 'application/json', cookie: as },
      body: JSON.stringify(body),
    });
  const make = async (body: object): Promise<string> => {
    const answer = await send('POST', 'api/forums', body);
    expect(answer.status).toBe(201);
    return ((await answer.json()) as { id: string }).id;
  };
  const setLive = async (forum: string, live: boolean): Promise<void> => {
    expect((await send('PUT', `api/forums/${forum}/live`, { live })).status).toBe(204);
  };
  const listed = async () =>
    (await (await fetch(`${hub.url}api/hub`)).json()) as {
      live: string | null;
      forums: { id: string; live: boolean; closedAt: number | null; title: string }[];
    };
  /** Ids of those that are live, and the one that is so alone. */
  const live = async () => {
    const { forums, live: only } = await listed();
    return { live: forums.filter((each) => each.live).map(({ id }) => id), only };
  };
  const page = async (query = '') => {
    const html = await (await fetch(`${hub.url}${query}`)).text();
    return JSON.parse(/id="view">(.*?)<\/script>/s.exec(html)?.[1] ?? '') as Record<
      string,
      unknown
    > | null;
  };
  return { hub, data, cookie, cookieOf, send, make, setLive, listed, live, page };
}

/** A client that stays, and where it was let in. */
function client(url: string, who: 'display' | 'console', forum: string | null, cookie = '') {
  const seen = { forums: [] as string[], refused: [] as string[] };
  let held: { epoch: string; revision: number } | null = null;
  let first: (snapshot: Snapshot) => void = () => undefined;
  const snapshot = new Promise<Snapshot>((resolve) => (first = resolve));
  const socket = io(url, {
    transports: ['websocket'],
    reconnectionDelay: 50,
    extraHeaders: { cookie },
    auth: (answer) => answer({ protocol: PROTOCOL, client: who, forum, held }),
  });
  onTestFinished(() => void socket.close());
  socket.on('hello', ({ forum: entered, epoch, revision }: Hello) => {
    held = { epoch, revision };
    seen.forums.push(entered);
  });
  socket.on('snapshot', (sent: Snapshot) => first(sent));
  socket.on('refused', ({ code }: { code: string }) => seen.refused.push(code));
  let counter = 0;
  const press = (command: CommandInput): Promise<Ack> => {
    counter += 1;
    return socket.emitWithAck('command', { id: ['page', counter], command });
  };
  /** Loses the connection, and comes again by itself. */
  const lose = (): void => void socket.io.engine.close();
  return { seen, snapshot, press, lose };
}

async function adminView(url: string, forum: string, cookie: string) {
  const { documents } = await client(url, 'console', forum, cookie).snapshot;
  // The hub sends an admin the view of admins.
  return documents as unknown as ViewOf<'admin'>['documents'];
}

describe('rights', () => {
  const others = SIGN_IN_ROLES.filter((role) => role !== 'admin');
  const doors: [string, string, object][] = [
    ['POST', 'api/forums', BUILT_IN],
    ['POST', 'api/forums', { template: 'copy', forum: 'x' }],
    ['POST', 'api/forums', { template: 'file', file: {} }],
    ['PUT', 'api/forums/x/live', { live: true }],
  ];
  test.each(doors)('%s %s %j is for organisers', async (method, url, body) => {
    const { send, cookieOf, listed } = await hubWithAdmin();
    const unknown = await send(method, url, body, '');
    expect([unknown.status, await unknown.json()]).toEqual([401, { code: 'access.signed_out' }]);
    for (const role of others) {
      const answer = await send(method, url, body, cookieOf(role));
      expect([role, answer.status, await answer.json()]).toEqual([
        ...[role, 403],
        { code: 'forbidden' },
      ]);
    }
    expect((await listed()).forums).toEqual([]);
  });

  test.each([
    ['POST', 'api/forums', { template: 'copy', forum: 'x' }, 404, 'no_forum'],
    ['PUT', 'api/forums/x/live', { live: true }, 404, 'no_forum'],
    ['PUT', 'api/forums/x/live', { live: 'yes' }, 400, 'malformed'],
    ['PUT', 'api/forums/x/live', {}, 400, 'malformed'],
    ['POST', 'api/forums', { template: 'copy' }, 400, 'malformed'],
    ['POST', 'api/forums', { template: 'other', locale: 'en' }, 400, 'malformed'],
    ['POST', 'api/forums', { template: 'file', file: [] }, 400, 'forum_file.another'],
    ['POST', 'api/forums', { template: 'file', file: NEWER }, 400, 'forum_file.newer'],
    ['POST', 'api/forums', { template: 'file', file: EMPTY }, 400, 'malformed'],
  ])('%s %s %j is refused', async (method, url, body, status, code) => {
    const { send, listed } = await hubWithAdmin();
    const answer = await send(method, url, body);
    expect([answer.status, await answer.json()]).toMatchObject([status, { code }]);
    expect((await listed()).forums).toEqual([]);
  });
});

describe('which forums are live', () => {
  test('is said by the organisers; the first is live by itself, and all outlives the hub', async () => {
    const { hub, data, make, setLive, live, listed } = await hubWithAdmin();
    expect(await live()).toEqual({ live: [], only: null });
    const first = await make(BUILT_IN);
    const second = await make({ template: 'copy', forum: first });
    expect(await live()).toEqual({ live: [first], only: first });
    await setLive(second, true);
    expect(await live()).toEqual({ live: [first, second], only: null });
    await setLive(first, false);
    expect(await live()).toEqual({ live: [second], only: second });
    expect((await listed()).forums[0]).toMatchObject({ id: first, closedAt: null });
    await hub.stop();

    const again = await hubWithAdmin(data);
    expect(await again.live()).toEqual({ live: [second], only: second });
    const { forum: seeded } = await remoteAdmin(data).seed('en');
    expect(await again.live()).toEqual({ live: [seeded], only: seeded });
  });

  test('decides what phones open', async () => {
    const { make, setLive, page } = await hubWithAdmin();
    const first = await make(BUILT_IN);
    const second = await make(BUILT_IN);
    const third = await make(BUILT_IN);
    expect(await page()).toMatchObject({ forum: first });
    await setLive(third, true);
    expect(await page()).toMatchObject({ choice: [{ id: first }, { id: third }] });
    expect(await page(`?forum=${second}`)).toMatchObject({ forum: second });
    await setLive(first, false);
    await setLive(third, false);
    expect(await page()).toBeNull();
    expect(await page(`?forum=${first}`)).toMatchObject({ forum: first });
  });

  test('was the one made last, before one could say so', () => {
    const data = temporaryFolder();
    const old = MIGRATIONS.findIndex((step) => step.includes('live_forums'));
    const file = new Database(path.join(data, 'wenzheng.sqlite'));
    for (const step of MIGRATIONS.slice(0, old)) file.exec(step);
    file.pragma(`user_version = ${old}`);
    for (const [forum, seq] of [
      ['f1', 1],
      ['f3', 1],
      ['f3', 2],
      ['f2', 1],
    ])
      file.prepare("INSERT INTO entries (forum, seq, bytes) VALUES (?, ?, '{}')").run(forum, seq);
    file.close();
    const { db, close } = openDatabase(data);
    onTestFinished(close);
    const live = new LiveForums(db);
    expect(['f1', 'f2', 'f3'].filter((forum) => live.has(forum))).toEqual(['f3']);
  });
});

describe('screens that name no forum', () => {
  test('come over when another is live', async () => {
    const { hub, cookie, make, setLive } = await hubWithAdmin();
    const first = await make(BUILT_IN);
    const second = await make(BUILT_IN);
    const wall = client(hub.url, 'display', null);
    const desk = client(hub.url, 'console', null, cookie);
    const named = client(hub.url, 'display', first);
    await vi.waitFor(() => expect(named.seen.forums).toEqual([first]), SOON);
    await setLive(first, false);
    await setLive(second, true);
    await vi.waitFor(() => {
      expect(wall.seen.forums).toEqual([first, second]);
      expect(desk.seen.forums).toEqual([first, second]);
    }, SOON);
    expect(named.seen.forums).toEqual([first]);
    expect([...wall.seen.refused, ...desk.seen.refused]).toEqual([]);
  });

  test('stay while theirs is live, or none is; new ones come to the one made last', async () => {
    const { hub, make, setLive } = await hubWithAdmin();
    const first = await make(BUILT_IN);
    const wall = client(hub.url, 'display', null);
    await vi.waitFor(() => expect(wall.seen.forums).toEqual([first]), SOON);
    const second = await make(BUILT_IN);
    await setLive(second, true);
    const later = client(hub.url, 'display', null);
    await vi.waitFor(() => expect(later.seen.forums).toEqual([second]), SOON);
    wall.lose();
    await vi.waitFor(() => expect(wall.seen.forums).toEqual([first, first]), SOON);

    await setLive(first, false);
    await vi.waitFor(() => expect(wall.seen.forums).toEqual([first, first, second]), SOON);
    await setLive(second, false);
    later.lose();
    await vi.waitFor(() => expect(later.seen.forums).toEqual([second, second]), SOON);
    const stranger = client(hub.url, 'display', null);
    await vi.waitFor(() => expect(stranger.seen.refused).toEqual(['no_forum']), SOON);
  });
});

describe('a copy', () => {
  test('has all that was planned and nothing of what happened', async () => {
    const { hub, cookie, make } = await hubWithAdmin();
    const original = await make({ template: 'built-in', locale: 'zh-CN' });
    const desk = client(hub.url, 'console', original, cookie);
    await desk.snapshot;
    const commands: CommandInput[] = [
      { type: 'editForum', fields: { theme: '新主题', moderation: 'post', rules: ['一'] } },
      { type: 'putRudeWords', words: ['蠢'] },
      { type: 'startAgendaItem', item: 'opening', from: null },
      { type: 'removeAgendaItem', item: 'opinion' },
      { type: 'startAgendaItem', item: 'policy_talk', from: 'opening' },
    ];
    for (const command of commands) expect(await desk.press(command)).toMatchObject({ ok: true });
    const from = await adminView(hub.url, original, cookie);
    expect(from.agenda.current).toBe('policy_talk');

    const copy = await make({ template: 'copy', forum: original });
    const to = await adminView(hub.url, copy, cookie);
    const { id: _, startsAt: then, ...planned } = from.forum;
    const { id, startsAt, ...copied } = to.forum;
    expect(id).toBe(copy);
    expect(copied).toEqual(planned);
    expect(copied).toMatchObject({ theme: '新主题', moderation: 'post', rules: ['一'] });
    expect(to.setup).toEqual(from.setup);
    expect(to.runningNotes).toEqual(from.runningNotes);
    expect(to.rudeWords).toEqual(['蠢']);
    expect((startsAt - then) % DAY).toBe(0);
    expect(startsAt).toBeGreaterThan(Date.now());
    expect(startsAt).toBeLessThanOrEqual(Date.now() + DAY);

    expect(to.agenda.current).toBeNull();
    const lengths = from.agenda.items.map(({ plannedDuration }) => plannedDuration);
    expect(to.agenda.items).toEqual(
      from.agenda.items.map((item, index) => ({
        ...item,
        plannedStart: lengths.slice(0, index).reduce((sum: number, ms) => sum + ms, startsAt),
        startedAt: null,
        endedAt: null,
      })),
    );
  });
});

describe('a file', () => {
  const fileOf = (url: string, forum: string, cookie: string) =>
    fetch(`${url}api/forums/${forum}/file`, { headers: { cookie } });

  test('is for organisers, and of a forum that is there', async () => {
    const { hub, cookie, cookieOf, make } = await hubWithAdmin();
    const forum = await make(BUILT_IN);
    expect((await fileOf(hub.url, forum, '')).status).toBe(401);
    for (const role of SIGN_IN_ROLES.filter((each) => each !== 'admin'))
      expect((await fileOf(hub.url, forum, cookieOf(role))).status).toBe(403);
    expect((await fileOf(hub.url, 'x', cookie)).status).toBe(404);
  });

  test('that is too large is not read, from others than organisers not at all', async () => {
    const { send, cookieOf, listed } = await hubWithAdmin();
    const body = { template: 'file', file: 'x'.repeat(1_100_000) };
    const answer = await send('POST', 'api/forums', body);
    expect([answer.status, await answer.json()]).toEqual([413, { code: 'too_large' }]);
    expect((await send('POST', 'api/forums', body, cookieOf('host'))).status).toBe(403);
    expect((await listed()).forums).toEqual([]);
  });

  test('makes the same forum again, in any hub, and says nothing of what happened', async () => {
    const there = await hubWithAdmin();
    const original = await there.make({ template: 'built-in', locale: 'zh-CN' });
    const desk = client(there.hub.url, 'console', original, there.cookie);
    await desk.snapshot;
    const representative = { id: 'r1', name: '代表甲', chosenBy: 'lot', of: '' } as const;
    const commands: CommandInput[] = [
      { type: 'editForum', fields: { title: '听/证 "会"', rules: ['一'] } },
      { type: 'putRudeWords', words: ['蠢'] },
      { type: 'setWifi', network: 'hall', password: 'secret-of-the-hall' },
      { type: 'putRepresentative', representative },
      { type: 'startAgendaItem', item: 'opening', from: null },
    ];
    for (const command of commands) expect(await desk.press(command)).toMatchObject({ ok: true });
    const sent = await fileOf(there.hub.url, original, there.cookie);
    expect(sent.headers.get('content-disposition')).toBe(
      `attachment; filename="_ _ _.json"; filename*=UTF-8''${encodeURIComponent('听 证 会')}.json`,
    );
    const text = await sent.text();
    expect(text).not.toMatch(/secret-of-the-hall|代表甲|startedAt/);
    const file = JSON.parse(text) as object;

    const here = await hubWithAdmin();
    const again = await here.make({ template: 'file', file });
    expect(await (await fileOf(here.hub.url, again, here.cookie)).text()).toBe(text);
    const view = await adminView(here.hub.url, again, here.cookie);
    expect(view.agenda.current).toBeNull();
    expect(view.rudeWords).toEqual(['蠢']);
    expect(view.roster.representatives).toEqual([]);
  });
});
