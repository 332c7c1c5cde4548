/**
 * After a forum in which phones, tickets and a kiosk voted on everything there is to vote on, every table, file and
 * line of the log is read: nothing in them leads from a vote to a device, once the forum is closed.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Writable } from 'node:stream';
import { remoteAdmin } from '@wenzheng/server/src/cli/admin-client';
import { ForumKeys } from '@wenzheng/server/src/engine/forum-keys';
import { nameOf } from '@wenzheng/server/src/live/pseudonyms';
import { ticketName } from '@wenzheng/server/src/live/supporters';
import { AdmissionCodes } from '@wenzheng/server/src/forum/admission/index';
import { systemRandom } from '@wenzheng/server/src/ports/system';
import type { CommandInput } from '@wenzheng/shared/forum/commands';
import Database from 'better-sqlite3';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { connected, startedHub } from '../support/started-hub';
import { temporaryFolder } from '../support/test-app';

const poll = {
  ...{ text: 'Which?', most: null, steps: null, low: '', high: '' },
  ...{ who: 'anyone' as const, live: false },
};
const cast = (id: string, choice: { choices: number[] } | { text: string }): CommandInput => ({
  ...{ type: 'castBallot', poll: id, ballot: choice },
});

interface Device {
  readonly cookie: string;
  /** The id that only the cookie carries. */
  readonly id: string;
}

/** Every row of every table, as text. */
function rowsOf(file: string): string[] {
  const database = new Database(file, { readonly: true });
  try {
    const tables = database
      .prepare<[], { name: string }>("SELECT name FROM sqlite_master WHERE type = 'table'")
      .all();
    return tables.flatMap(({ name }) =>
      database
        .prepare<[], object>(`SELECT * FROM "${name}"`)
        .all()
        .map((row) =>
          JSON.stringify(row, (_, value: unknown) =>
            value instanceof Object && 'type' in value && value.type === 'Buffer'
              ? Buffer.from((value as unknown as { data: number[] }).data).toString('latin1')
              : value,
          ),
        ),
    );
  } finally {
    database.close();
  }
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => path.join(each.parentPath, each.name));

test('no table, file or log joins a vote to a device once the forum is closed', async () => {
  const data = temporaryFolder();
  const lines: string[] = [];
  const log = pino(
    { level: 'trace' },
    new Writable({
      write: (chunk: Buffer, _, done) => {
        lines.push(chunk.toString());
        done();
      },
    }),
  );
  const hub = await startedHub(data, log);
  const { forum } = await remoteAdmin(data).seed('en');
  const keys = new ForumKeys(path.join(data, 'keys'), systemRandom).read(forum);
  const votersKey = Buffer.from(keys.voters ?? []);
  const codes = new AdmissionCodes(keys.askers);
  const { token } = hub.access.sessions.begin('admin', 'tablet', '');
  const admin = await connected(hub.url, 'console', `wz_session=${token}`);
  const kiosk = await connected(
    hub.url,
    'kiosk',
    `wz_session=${hub.access.sessions.begin('kiosk', 'kiosk', '').token}`,
  );
  const does = async (who: typeof admin, command: CommandInput): Promise<void> =>
    void expect(await who.does(command), command.type).toMatchObject({ ok: true });

  await does(admin, { type: 'issueTickets', count: 3, seat: 'A', until: null });
  await does(admin, { type: 'addStatement', text: 'more trees' });
  await does(admin, {
    ...{ type: 'logQuestion', source: 'mic', text: 'why', name: null },
    ...{ serial: null, department: null },
  });
  const devices: Device[] = [];
  const phones: (typeof admin)[] = [];
  for (const place of [0, 1, 2]) {
    const page = await fetch(hub.url);
    const cookie = page.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const id = hub.access.devices.read(cookie.replace('wz_device=', ''));
    devices.push({ cookie, id: id ?? '' });
    const phone = await connected(hub.url, 'audience', cookie);
    phones.push(phone);
    await does(phone, { type: 'supportQuestion', question: '1', on: true });
    await does(phone, { type: 'answerStatement', statement: '1', answer: 'agree' });
    if (place === 1) await does(phone, { type: 'presentCode', code: codes.ticketCode(1) });
    await does(phone, { type: 'askQuestion', text: `mine ${place}`, name: null, department: null });
  }
  for (const [id, kind] of [
    ['poll-1', 'single'],
    ['poll-2', 'cloud'],
    ['poll-3', 'text'],
  ] as const) {
    const options = kind === 'single' ? ['a', 'b'] : [];
    await does(admin, { type: 'askPoll', poll: { ...poll, id, kind, options } });
    for (const phone of phones)
      await does(phone, cast(id, kind === 'single' ? { choices: [1] } : { text: 'green' }));
    await does(kiosk, {
      ...{ type: 'castBallotByCode', poll: id, code: codes.ticketCode(2) },
      ballot: kind === 'single' ? { choices: [0] } : { text: 'blue' },
    });
    await does(admin, { type: 'closePoll', poll: id });
  }
  await does(admin, { type: 'declineQuestion', question: '2', reason: 'no_question', note: null });
  await does(admin, { type: 'closeForum' });
  await hub.stop();

  const voters = [
    ...devices.map(({ id }) => nameOf(votersKey, 'voter', id)),
    ...[1, 2].map((ticket) => nameOf(votersKey, 'voter', ticketName(ticket))),
  ];
  const others = devices.flatMap(({ id }) => [
    id,
    nameOf(keys.askers, 'asker', id),
    nameOf(keys.askers, 'holder', id),
  ]);
  const rows = filesIn(data)
    .filter((file) => file.endsWith('.db') || file.endsWith('.sqlite'))
    .flatMap(rowsOf);
  // The votes are there, and so are the devices: else nothing would be shown by not finding them together.
  for (const name of voters) expect(rows.some((row) => row.includes(name))).toBe(true);
  for (const { id } of devices) {
    const asker = nameOf(keys.askers, 'asker', id);
    expect(rows.some((row) => row.includes(asker))).toBe(true);
  }
  const entries = rows.filter((row) => !row.includes('"tables"') && row.includes('ballotCast'));
  expect(entries.length).toBeGreaterThanOrEqual(12);
  for (const row of rows.filter((each) => each.includes('\\"ballotCast\\"')))
    for (const name of others) expect(row).not.toContain(name);
  // A row of one entry never names a voter beside anybody or anything that is sent from a page.
  for (const row of entries) expect(row).toContain('\\"actor\\":null,\\"at\\"');
  for (const line of lines)
    for (const name of [...voters, ...others]) expect(line).not.toContain(name);
  // What makes a voter's name from a device's is nowhere any more.
  const forms = [
    votersKey,
    ...(['hex', 'base64', 'base64url'] as const).map((form) =>
      Buffer.from(votersKey.toString(form)),
    ),
  ];
  expect(votersKey.length).toBe(32);
  for (const file of filesIn(data)) {
    const bytes = readFileSync(file);
    for (const form of forms) expect(bytes.includes(form), file).toBe(false);
    for (const { id } of devices) expect(bytes.includes(id), `${file} knows a device`).toBe(false);
  }
});
