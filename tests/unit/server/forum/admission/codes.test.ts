import { AdmissionCodes, CODE_LASTS, OVERLAP } from '@wenzheng/server/src/forum/admission/index';
import { TICKET_LIMIT } from '@wenzheng/shared/forum/admission';
import {
  comingIn,
  parseTicketCode,
  presentingUrl,
  readPresented,
} from '@wenzheng/shared/forum/admission-codes';
import { CODE_ALPHABET } from '@wenzheng/shared/forum/checked-code';
import { after, duration, instant, minutes } from '@wenzheng/shared/time/instant';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const codes = new AdmissionCodes(new TextEncoder().encode('a key'));
const others = new AdmissionCodes(new TextEncoder().encode('another key'));
/** The beginning of a code. */
const BEGIN = instant(CODE_LASTS * 6_000_000);
const at = (ms: number) => after(BEGIN, duration(ms));

describe('the code on the big screen', () => {
  test('stays for five minutes, and is another after that', () => {
    const first = codes.hallCode(BEGIN);
    expect(codes.hallCode(at(CODE_LASTS - 1))).toBe(first);
    expect(codes.hallCode(at(CODE_LASTS))).not.toBe(first);
    expect(codes.lasts(at(1_000))).toBe(CODE_LASTS - 1_000);
  });

  test.each([
    ['at once', 0, true],
    ['to the end', CODE_LASTS - 1, true],
    ['for whoever has just scanned it', CODE_LASTS + OVERLAP - 1, true],
    ['no longer after that', CODE_LASTS + OVERLAP, false],
    ['not the day after', 24 * 3_600_000, false],
    ['not before its time', -1, false],
  ])('is good %s', (_, ms, good) => {
    expect(codes.isHallCode(codes.hallCode(BEGIN), at(ms))).toBe(good);
  });

  test('is the same after a restart, and of no other forum', () => {
    const again = new AdmissionCodes(new TextEncoder().encode('a key'));
    expect(again.hallCode(BEGIN)).toBe(codes.hallCode(BEGIN));
    expect(others.hallCode(BEGIN)).not.toBe(codes.hallCode(BEGIN));
  });

  test('comes in no order that could be gone on with', () => {
    const day = Array.from({ length: 288 }, (_, slot) => codes.hallCode(at(slot * CODE_LASTS)));
    expect(new Set(day).size).toBe(288);
    expect(minutes(5)).toBe(CODE_LASTS);
  });
});

describe('the code of a ticket', () => {
  const number = fc.integer({ min: 1, max: TICKET_LIMIT });

  test('leads to its number, however it is typed', () => {
    fc.assert(
      fc.property(number, (ticket) => {
        const code = codes.ticketCode(ticket);
        expect(code).toMatch(/^[2-9A-HJKMNP-Z]{5}-[2-9A-HJKMNP-Z]{5}$/);
        for (const typed of [code, code.replace('-', ''), ` ${code.toLowerCase()} `])
          expect(codes.ticketNumber(typed)).toBe(ticket);
      }),
    );
  });

  test('with any character changed, or two exchanged, is none', () => {
    fc.assert(
      fc.property(number, fc.nat(9), fc.nat(9), fc.nat(29), (ticket, one, other, by) => {
        const bare = [...codes.ticketCode(ticket).replace('-', '')];
        const changed = [...bare];
        const place = CODE_ALPHABET.indexOf(bare[one] ?? '');
        changed[one] = CODE_ALPHABET.charAt((place + 1 + by) % CODE_ALPHABET.length);
        expect(parseTicketCode(changed.join(''))).toBeNull();
        const exchanged = [...bare];
        [exchanged[one], exchanged[other]] = [bare[other] ?? '', bare[one] ?? ''];
        if (bare[one] !== bare[other]) expect(parseTicketCode(exchanged.join(''))).toBeNull();
      }),
    );
  });

  test('cannot be made for another number, nor comes from another forum', () => {
    expect(codes.ticketNumber(others.ticketCode(7))).toBeNull();
    const proofs = [1, 2, 3].map((ticket) => codes.ticketCode(ticket).slice(3));
    expect(new Set(proofs).size).toBe(3);
  });
});

describe('what is typed or scanned', () => {
  const hall = codes.hallCode(BEGIN);
  const ticket = codes.ticketCode(12);
  const join = { url: 'http://192.168.1.5:8080/', address: '192.168.1.5:8080' };

  test.each([
    ['a code of the big screen', hall, { kind: 'short', code: hall }],
    ['its address', comingIn(join, { code: hall }).url, { kind: 'short', code: hall }],
    ['a ticket', ticket.toLowerCase(), { kind: 'ticket', code: ticket }],
    ['its address', presentingUrl(join.url, ticket, 'f1'), { kind: 'ticket', code: ticket }],
    ['something else', 'hello', null],
    ['nothing', '', null],
  ])('is read: %s', (_, text, expected) => {
    expect(readPresented(text)).toEqual(expected);
  });

  test('without a code phones come in by the plain address', () => {
    expect(comingIn(join, null)).toEqual({ ...join, code: null });
  });
});
