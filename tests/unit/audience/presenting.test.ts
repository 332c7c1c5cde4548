import type { MyAdmission } from '@wenzheng/shared/forum/admission';
import { m } from '@wenzheng/shared/paraglide/messages.js';
import type { Ack } from '@wenzheng/shared/wire/protocol';
import { describe, expect, test } from 'vitest';
import { takeCode } from '../../../audience/src/screens/admission/address-code';
import { Presenting } from '../../../audience/src/screens/admission/presenting.svelte';
import type { Live } from '../../../audience/src/shell/live';

const HALL = '222-222';
const TICKET = '22222-22222';

function phone(scanned: string | null, by: MyAdmission['by'] | null, ack: Ack = { ok: true }) {
  const sent: unknown[] = [];
  const said: string[] = [];
  const live = {
    mine: by === null ? null : { admission: { by, seat: '' } },
    submit: async (command: unknown) => {
      sent.push(command);
      return ack;
    },
  };
  const notices = { say: (text: string) => void said.push(text) };
  return {
    presenting: new Presenting(live as unknown as Live, notices, scanned),
    ...{ live, sent, said },
  };
}
const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('what a phone came by', () => {
  test.each<[string, string | null, MyAdmission['by'] | null, number]>([
    ['is shown by one that is online', HALL, 'link', 1],
    ['is not shown again', HALL, 'screen', 0],
    ['is shown, if it is a ticket, by one that came by the screen', TICKET, 'screen', 1],
    ['waits until it is known where the phone stands', HALL, null, 0],
    ['may be nothing', null, 'link', 0],
    ['may be nonsense', 'hello', 'link', 0],
  ])('%s', async (_, scanned, by, times) => {
    const { presenting, sent } = phone(scanned, by);
    presenting.follow();
    presenting.follow();
    await settled();
    expect(sent).toHaveLength(times);
  });

  test.each<[string, string, Ack, () => string]>([
    ['in the hall', HALL, { ok: true }, m.admission_done_screen],
    ['with a ticket', TICKET, { ok: true }, m.admission_done_ticket],
    [
      'with an old code',
      HALL,
      { ok: false, code: 'admission.code_over' },
      m.admission_over_scanned,
    ],
    [
      'with a used ticket',
      TICKET,
      { ok: false, code: 'admission.ticket_used' },
      m.refusal_admission_ticket_used,
    ],
  ])('is answered in words: %s', async (_, scanned, ack, text) => {
    const { presenting, said } = phone(scanned, 'link', ack);
    presenting.follow();
    await settled();
    expect(said).toEqual([text()]);
  });
});

describe('what is typed', () => {
  test('is taken, or it is said why not', async () => {
    const { presenting, sent } = phone(null, 'link');
    expect(await presenting.type('hello')).toBe(false);
    expect(presenting.problem).toBe(m.admission_code_wrong());
    expect(await presenting.type(' 222 222')).toBe(true);
    expect(sent).toEqual([{ type: 'presentCode', code: HALL }]);
    const refused = phone(null, 'link', { ok: false, code: 'admission.code_over' });
    expect(await refused.presenting.type(HALL)).toBe(false);
    expect(refused.presenting.problem).toBe(m.refusal_admission_code_over());
  });
});

test('the code is taken out of the address', () => {
  const seen: string[] = [];
  const page = (href: string) => ({
    location: { href } as Location,
    history: {
      state: null,
      replaceState: (_: unknown, __: string, url: URL) => void seen.push(url.href),
    },
  });
  const take = (href: string) => takeCode(page(href) as unknown as Window);
  expect(take('http://hub/?forum=f1&in=222222#about')).toBe('222222');
  expect(seen).toEqual(['http://hub/?forum=f1#about']);
  expect(take('http://hub/')).toBeNull();
  expect(seen).toHaveLength(1);
});
