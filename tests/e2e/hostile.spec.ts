/** Markup in every field that takes words, seen on every screen: it is shown as it was written, and does nothing. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import type { CommandInput } from '@wenzheng/shared/forum/commands';
import { FREE_SCENES } from '@wenzheng/shared/forum/scenes';
import type { Accepted } from '@wenzheng/shared/wire/protocol';
import { Person } from '../faults/crowd';
import { Dice } from '../support/dice';
import {
  HUB,
  newDevice,
  seedForum,
  signIn,
  startHubProcess,
  stopProcess,
  type HubProcess,
} from '../support/hub-process';
import { Screens } from './support/screens';

const locale = 'zh-CN';
const LONG = '<img src=//evil.example/x onerror=__pwned=1>';
const LINE = `${LONG}<script>__pwned=1</script>`;
const SHORT = '<b onclick=a()>x</b>';
/** A word of a cloud. */
const TINY = '<b>x</b>';
const WORDS = `${LINE}"'><svg onload=__pwned=1></textarea><iframe srcdoc="<script>parent.__pwned=1</script>"></iframe>{@html 1}`;

test.describe('markup', () => {
  let hub: HubProcess;
  let screens: Screens;
  const people: Person[] = [];

  test.beforeEach(async ({ browser }) => {
    hub = await startHubProcess(HUB, mkdtempSync(path.join(tmpdir(), 'wenzheng-markup-')), []);
    await seedForum(hub);
    screens = new Screens(browser, hub.url, 'hostile');
  });
  test.afterEach(async () => {
    await screens.close();
    for (const { link } of people.splice(0)) link.close();
    await stopProcess(hub.child);
    rmSync(hub.data, { recursive: true, force: true });
  });

  async function join(role: 'admin' | 'volunteer' | 'audience'): Promise<Person> {
    const cookie = role === 'audience' ? await newDevice(hub) : await signIn(hub, role);
    const person = new Person(hub, role, cookie, new Dice(people.length + 1));
    people.push(person);
    await expect.poll(() => person.link.status).toBe('live');
    return person;
  }

  async function open(role: 'admin' | 'host' | 'moderator' | 'volunteer' | 'kiosk', place: string) {
    const page = await screens.open(role === 'kiosk' ? '/kiosk' : '/console', 'desk', { locale });
    const cookie = await (role === 'kiosk' ? kioskCookie(hub) : signIn(hub, role));
    await page
      .context()
      .addCookies([{ name: 'wz_session', value: cookie.split('=')[1] ?? '', url: hub.url }]);
    await page.goto(`${role === 'kiosk' ? '/kiosk' : '/console'}${place}`);
    return page;
  }

  test('in every text field is shown as it was written, on every screen', async () => {
    const admin = await join('admin');
    const volunteer = await join('volunteer');
    const phone = await join('audience');
    const display = await screens.open('/display', 'display', { locale });
    const pages: Page[] = [display];
    for (const [role, place] of [
      ['admin', ''],
      ['host', ''],
      ['moderator', ''],
      ['volunteer', ''],
      ['kiosk', ''],
    ] as const)
      pages.push(await open(role, place));
    const hand = await screens.open('/', 'phone', { locale });
    pages.push(hand);

    await setUp(admin);
    const asked = await done(phone, {
      type: 'askQuestion',
      text: WORDS,
      name: SHORT,
      department: 'd',
    });
    const logged = await done(volunteer, {
      type: 'logQuestion',
      source: 'mic',
      serial: null,
      text: WORDS,
      name: SHORT,
      department: null,
    });
    await done(phone, { type: 'submitStatement', text: LINE });
    await done(admin, { type: 'addStatement', text: LINE });
    const [question, other] = [asked.question?.id ?? '', logged.question?.id ?? ''];
    await harmless(pages);
    await done(admin, { type: 'declineQuestion', question: other, reason: 'abusive', note: LINE });
    await done(admin, { type: 'screenQuestion', question, department: 'd' });
    await done(admin, { type: 'pickQuestion', question, from: null });
    await expect(display.getByText(LONG).first()).toBeVisible();
    await expect(hand.getByText(LONG).first()).toBeVisible();
    await harmless(pages);
    await done(admin, { type: 'answerQuestion', question, notes: WORDS });
    await exchange(admin);
    await harmless(pages);
    await done(admin, { type: 'raiseEmergency', kind: 'other', drill: true, message: LONG });
    await expect(display.getByText(LINE).first()).toBeVisible();
    await expect(display.getByText(LONG).first()).toBeVisible();
    await harmless(pages);
    const emergency = Reflect.get(Object(admin.link.view?.documents['emergency']), 'number');
    await done(admin, { type: 'allClear', emergency: Number(emergency) });
    for (const kind of ['single', 'cloud', 'text'] as const) {
      await poll(admin, phone, kind);
      await expect(display.getByText(kind === 'cloud' ? TINY : LONG).first()).toBeVisible();
      await harmless(pages);
    }
    for (const scene of FREE_SCENES) {
      await done(admin, { type: 'showScene', scene });
      await expect(display.locator(`[data-scene="${scene}"]`)).toBeVisible();
      await harmless([display]);
    }
    const console = pages[1];
    for (const place of ['#setup', '#access', '#closing', '#polls', '#desk', '#host', '#day']) {
      await console?.goto(`/console${place}`);
      await console?.waitForLoadState('networkidle');
      if (console) await harmless([console]);
    }
    for (const place of ['#questions', '#mine', '#about', '#opinions', '#now']) {
      await hand.goto(`/${place}`);
      await harmless([hand]);
    }
    await expect(pages[1] ?? display).toHaveURL(/console/);
    screens.expectNoFaults();
  });
});

async function kioskCookie(hub: HubProcess): Promise<string> {
  return signIn(hub, 'kiosk' as 'volunteer');
}

/** Sends a command and waits until it is accepted. */
async function done(person: Person, command: CommandInput): Promise<Accepted> {
  void person.submit(command);
  const sent = person.sent.at(-1);
  await expect.poll(() => sent?.ack, command.type).toMatchObject({ ok: true });
  if (!sent?.ack?.ok) throw new Error(command.type);
  return sent.ack;
}

async function setUp(admin: Person): Promise<void> {
  const lines = [LINE, LINE];
  await done(admin, {
    type: 'putSpeaker',
    speaker: { id: 's', name: SHORT, office: LINE, department: LINE },
  });
  await done(admin, {
    type: 'putDepartment',
    department: { id: 'd', name: LONG, head: 's', present: true, keywords: [SHORT] },
  });
  await done(admin, {
    type: 'editForum',
    fields: {
      title: LONG,
      theme: LONG,
      venue: LONG,
      topics: lines,
      scope: lines,
      rules: lines,
      safety: lines,
      staffSafety: lines,
      organisations: [
        { name: LONG, part: 'host' },
        { name: LONG, part: 'organiser' },
      ],
    },
  });
  const length = 600_000 as never;
  await done(admin, {
    type: 'putAgendaItem',
    item: {
      id: 'i',
      stage: 'policy_talk',
      title: LONG,
      plannedDuration: length,
      owner: LINE,
      note: WORDS,
      talks: [{ speaker: 's', topic: LINE, limit: length }],
    },
    before: null,
  });
  await done(admin, {
    type: 'putRepresentative',
    representative: { id: 'r', name: SHORT, chosenBy: 'place', of: SHORT },
  });
  await done(admin, { type: 'startAgendaItem', item: 'i', from: null });
  await done(admin, { type: 'startTalk', speaker: 's', from: null });
}

/** Asks, has a vote cast, lets everyone see what was written, closes and shows it. */
async function poll(
  admin: Person,
  phone: Person,
  kind: 'single' | 'cloud' | 'text',
): Promise<void> {
  const poll = `hostile-${kind}`;
  await done(admin, {
    type: 'askPoll',
    poll: {
      ...{ id: poll, kind, text: LINE, most: null, steps: null, low: '', high: '' },
      options: kind === 'single' ? [SHORT, `${SHORT}2`] : [],
      ...{ who: 'anyone', live: true },
    },
  });
  const text = kind === 'cloud' ? TINY : LONG;
  await done(phone, {
    ...{ type: 'castBallot', poll },
    ballot: kind === 'single' ? { choices: [0] } : { text },
  });
  if (kind === 'text') {
    const texts = (): string[] => Object.keys(admin.link.view?.collections['pollTexts'] ?? {});
    await expect.poll(() => texts().length).toBe(1);
    await done(admin, { type: 'judgePollText', text: texts()[0] ?? '', shown: true });
  }
  await done(admin, { type: 'closePoll', poll });
}

async function exchange(admin: Person): Promise<void> {
  const turn = (): number => {
    const floor = admin.link.view?.documents['floor'];
    return Number(typeof floor === 'object' && floor !== null ? Reflect.get(floor, 'turn') : 0);
  };
  const from = turn() || null;
  await done(admin, {
    type: 'startExchange',
    representative: 'r',
    official: 's',
    quota: 60_000 as never,
    from,
  });
  await expect.poll(turn).toBeGreaterThan(from ?? 0);
  const commitment = { what: LINE, department: 'd', due: '2030-01-02' as never };
  await done(admin, {
    type: 'endExchange',
    turn: turn(),
    outcome: { kind: 'committed', summary: WORDS, commitment },
  });
}

/** No page has run, made or asked for anything that words spoke of. */
async function harmless(pages: readonly Page[]): Promise<void> {
  for (const page of pages) {
    const found = await page.evaluate(() => ({
      pwned: Reflect.get(globalThis, '__pwned') as unknown,
      made: [
        ...document.querySelectorAll(
          'img[src*="evil"], [onclick], [onload], [onerror], iframe, script:not([src], [type="application/json"])',
        ),
      ].map(({ outerHTML }) => outerHTML),
    }));
    expect(found, page.url()).toEqual({ pwned: undefined, made: [] });
  }
}
