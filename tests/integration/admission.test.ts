/** Who counts as in the hall, with the real hub: by link, by codes of the big screen, by tickets; and whoever it is votes. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { remoteAdmin } from '@wenzheng/server/src/cli/admin-client';
import { AdmissionCodes } from '@wenzheng/server/src/forum/admission/index';
import type { CommandInput } from '@wenzheng/shared/forum/commands';
import { instant } from '@wenzheng/shared/time/instant';
import { expect, test, vi } from 'vitest';
import { connected, startedHub } from '../support/started-hub';
import { temporaryFolder } from '../support/test-app';

const DAY = 24 * 3_600_000;

/** The cookie of a phone that has opened the page. */
async function openedPage(url: string): Promise<string> {
  const page = await fetch(url);
  await page.arrayBuffer();
  return page.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

async function forumWithQuestion() {
  const data = temporaryFolder();
  const hub = await startedHub(data);
  const { forum } = await remoteAdmin(data).seed('en');
  const { token } = hub.access.sessions.begin('admin', 'tablet', '');
  const cookie = `wz_session=${token}`;
  const admin = await connected(hub.url, 'console', cookie);
  const mic = { type: 'logQuestion', source: 'mic', serial: null, name: null } as const;
  await admin.does({ ...mic, text: 'why', department: null });
  await admin.does({ type: 'startAgendaItem', item: 'qa', from: null });
  const codes = new AdmissionCodes(readFileSync(path.join(data, 'keys', `${forum}.askers.key`)));
  return { data, hub, admin, cookie, codes };
}
const SUPPORT: CommandInput = { type: 'supportQuestion', question: '1', on: true };
const present = (code: string): CommandInput => ({ type: 'presentCode', code });

test('by the public link and by yesterday\u2019s code a phone is online, by today\u2019s in the hall, also after a restart', async () => {
  const { data, hub, codes } = await forumWithQuestion();
  const device = await openedPage(hub.url);
  const phone = await connected(hub.url, 'audience', device);
  const asked = { type: 'askQuestion', text: 'a', name: null, department: null } as const;
  expect(phone.hello.mine?.admission.by).toBe('link');
  expect(await phone.does(asked)).toMatchObject({ question: { source: 'online' } });

  const now = Date.now();
  expect(await phone.does(present(codes.hallCode(instant(now - DAY))))).toMatchObject({
    code: 'admission.code_over',
  });
  expect(await phone.does(asked)).toMatchObject({ question: { source: 'online' } });
  expect(await phone.does(present(codes.hallCode(instant(now))))).toMatchObject({ ok: true });
  expect(await phone.does(asked)).toMatchObject({ question: { source: 'phone' } });
  await hub.stop();

  const again = await startedHub(data);
  const back = await connected(again.url, 'audience', device);
  expect(back.hello.mine?.admission.by).toBe('screen');
  const other = await connected(again.url, 'audience', await openedPage(again.url));
  expect(other.hello.mine?.admission.by).toBe('link');
});

test('a ticket works once', async () => {
  const { hub, admin, codes } = await forumWithQuestion();
  await admin.does({ type: 'issueTickets', count: 2, seat: '', until: null });
  const [first, second] = [
    await connected(hub.url, 'audience', await openedPage(hub.url)),
    await connected(hub.url, 'audience', await openedPage(hub.url)),
  ];
  expect(await first.does(present(codes.ticketCode(1)))).toMatchObject({ ok: true });
  expect(await second.does(present(codes.ticketCode(1)))).toMatchObject({
    code: 'admission.ticket_used',
  });
  expect(await second.does(present(codes.ticketCode(2)))).toMatchObject({ ok: true });
});

test('500 devices behind one address all vote, and each counts where it is', async () => {
  const { hub, cookie, codes } = await forumWithQuestion();
  const code = codes.hallCode(instant(Date.now()));
  const phones: Awaited<ReturnType<typeof connected>>[] = [];
  for (let begun = 0; begun < 500; begun += 50)
    phones.push(
      ...(await Promise.all(
        Array.from({ length: 50 }, async () =>
          connected(hub.url, 'audience', await openedPage(hub.url)),
        ),
      )),
    );
  const inHall = phones.filter((_, index) => index % 2 === 0);
  const shown = await Promise.all(inHall.map(({ does }) => does(present(code))));
  expect(shown.filter(({ ok }) => !ok)).toEqual([]);
  const votes = await Promise.all(phones.map(({ does }) => does(SUPPORT)));
  expect(votes.filter(({ ok }) => !ok)).toEqual([]);
  await vi.waitFor(async () => {
    const { collections } = await (await connected(hub.url, 'console', cookie)).snapshot;
    expect(collections['counts']).toMatchObject({ '1': 500 });
    expect(collections['hallCounts']).toMatchObject({ '1': 250 });
  }, 10_000);
}, 120_000);
