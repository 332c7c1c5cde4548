import { ticketsPage } from '@wenzheng/server/src/http/print/tickets';
import { posterPage } from '@wenzheng/server/src/http/print/poster';
import { queuePage, zonesPage } from '@wenzheng/server/src/http/print/signs';
import type { Sheets } from '@wenzheng/server/src/http/print/sheets';
import { wifiCode } from '@wenzheng/server/src/http/print/wifi-code';
import { checklistPage } from '@wenzheng/server/src/http/print/checklist';
import { orderOfTheDayPage } from '@wenzheng/server/src/http/print/order-of-the-day';
import { after, minutes, seconds } from '@wenzheng/shared/time/instant';
import type { CalendarDate } from '@wenzheng/shared/time/working-days';
import { describe, expect, test } from 'vitest';
import { START } from '../../../support/given';

const sheets = (fields: Partial<Sheets> = {}): Sheets => ({
  forum: {
    ...{ id: 'f1', title: '<b>民声</b> & "问"', theme: '倾听', venue: '广场', startsAt: START },
    organisations: [{ name: '<i>市政府</i>', part: 'host' }],
  },
  url: 'http://192.168.1.5:8080/',
  wifi: null,
  tasks: [
    { title: '<s>邀请</s>', owner: 'Ma & Lin', due: '2026-12-16' as CalendarDate, done: true },
    { title: '彩排', owner: '', due: '2027-01-14' as CalendarDate, done: false },
  ],
  day: [
    {
      ...{ stage: 'opening', title: '<u>开场</u>', owner: 'Zhao & Li', talks: [] },
      ...{ plannedStart: START, plannedDuration: minutes(8) },
    },
    {
      ...{ stage: 'policy_talk', title: '宣讲', owner: '' },
      ...{ plannedStart: after(START, minutes(8)), plannedDuration: minutes(30) },
      talks: [
        { name: '王立', office: '局长', department: '<住建>', topic: '"路灯"', limit: seconds(90) },
      ],
    },
  ],
  tickets: (id) =>
    id === '1'
      ? {
          batch: { first: 1, count: 23, seat: 'A<', until: null, at: START, revoked: false },
          tickets: Array.from({ length: 23 }, (_, place) => ({
            number: place + 1,
            code: `CODE${place}`,
          })),
        }
      : null,
  ...fields,
});
const times = (page: string | null, what: string): number => (page ?? '').split(what).length - 1;

describe('the code of a network', () => {
  test.each([
    ['square', 'secret', 'WIFI:T:WPA;S:square;P:secret;;'],
    ['square', '', 'WIFI:T:nopass;S:square;;'],
    ['a;b', 'p\\:"q,', 'WIFI:T:WPA;S:a\\;b;P:p\\\\\\:\\"q\\,;;'],
    ['广场', '民声2027', 'WIFI:T:WPA;S:广场;P:民声2027;;'],
  ])('%s, %s', (network, password, expected) => {
    expect(wifiCode(network, password)).toBe(expected);
  });
});

describe('tickets', () => {
  test.each(['zh-CN', 'en'] as const)(
    'in %s are ten on a sheet, and exactly so many',
    async (language) => {
      const page = await ticketsPage(sheets(), '1', language);
      expect(times(page, 'class="ticket"')).toBe(23);
      expect(times(page, 'class="qr"')).toBe(23);
      expect(times(page, 'class="page"')).toBe(3);
      expect(page).toContain(`lang="${language}"`);
    },
  );
  test('of no batch are none', async () => {
    expect(await ticketsPage(sheets(), '2', 'en')).toBeNull();
  });
  test('let others in between sheets', async () => {
    let turns = 0;
    const isDone = { now: false };
    const turn = (): void => {
      turns += 1;
      if (!isDone.now) setImmediate(turn);
    };
    setImmediate(turn);
    await ticketsPage(sheets(), '1', 'en');
    isDone.now = true;
    expect(turns).toBeGreaterThanOrEqual(3);
  });
  test('make no markup of words', async () => {
    const page = await ticketsPage(sheets(), '1', 'en');
    expect(page).toContain('&lt;b&gt;民声&lt;/b&gt; &amp; &quot;问&quot;');
    expect(page).not.toContain('<b>民声');
    expect(page).toContain('A&lt;');
  });
});

describe('the poster', () => {
  const wifi = { network: 'a<b', password: 'p&q' };
  test('has the code of the forum, and that of the network if there is one', () => {
    expect(times(posterPage(sheets(), 'zh-CN'), 'class="qr"')).toBe(1);
    const page = posterPage(sheets({ wifi }), 'zh-CN');
    expect(times(page, 'class="qr"')).toBe(2);
    expect(page).toContain('a&lt;b');
    expect(page).toContain('p&amp;q');
    expect(page).not.toContain('<i>市政府');
  });
});

describe('signs', () => {
  test.each(['zh-CN', 'en'] as const)('in %s are a sheet each, in both languages', (language) => {
    expect(times(zonesPage(sheets(), language), 'class="page"')).toBe(3);
    expect(times(queuePage(sheets(), language), 'class="page"')).toBe(2);
    for (const name of ['提问区', 'Question zone', '休息区'])
      expect(zonesPage(sheets(), language)).toContain(name);
  });
});

describe('the checklist', () => {
  test('tells what is due when, who sees to it, and what is done; it makes no markup of words', () => {
    const page = checklistPage(sheets(), 'en');
    for (const each of ['Wed, Dec 16', 'Thu, Jan 14', '&lt;s&gt;邀请', 'Ma &amp; Lin', '彩排'])
      expect(page).toContain(each);
    expect(times(page, '✓')).toBe(1);
    expect(page).not.toContain('<s>邀请');
    expect(checklistPage(sheets(), 'zh-CN')).toContain('12月16日周三');
  });
});

describe('the order of the day', () => {
  /** What stands on the sheet, without its style and marks. */
  const words = (language: 'zh-CN' | 'en'): string =>
    orderOfTheDayPage(sheets(), language)
      .replace(/<style>.*<\/style>/s, '')
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ');

  test('tells when what comes, who speaks how long, and who is in charge', () => {
    for (const each of [
      ...['2027年1月15日', '10:00–10:08', '8 分钟', '开场', 'Zhao &amp; Li', '广场', '倾听'],
      ...['10:08–10:38', '30 分钟', '政策宣讲', '宣讲', '王立', '局长', '1.5 分钟', '负责人'],
    ])
      expect(words('zh-CN')).toContain(each);
    for (const each of [
      ...['January 15, 2027', '10:08–10:38', '30 min', 'Policy talks', '1.5 min', 'In charge'],
    ])
      expect(words('en')).toContain(each);
    expect(words('en')).not.toContain('分钟');
  });
  test('makes no markup of words', () => {
    const page = orderOfTheDayPage(sheets(), 'en');
    for (const each of ['<u>', '<住建>', '<b>民声', '<i>市政府']) expect(page).not.toContain(each);
    expect(page).toContain('&lt;u&gt;开场');
    expect(page).toContain('&quot;路灯&quot;');
  });
  test('has no row for organisations of a part that there are none of', () => {
    expect(times(orderOfTheDayPage(sheets(), 'en'), '<dt>')).toBe(3);
    const none = { ...sheets().forum, organisations: [] };
    expect(times(orderOfTheDayPage(sheets({ forum: none }), 'en'), '<dt>')).toBe(2);
  });
});
