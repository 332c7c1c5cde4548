import type { CommandInput } from '@wenzheng/shared/forum/commands';
import type { Actor } from '@wenzheng/server/src/journal/entry';
import { standingOf, type Shown } from '@wenzheng/server/src/forum/admission/index';
import { describe, expect, test } from 'vitest';
import { done, given, moment, when, type Done } from '../../../../support/given';

/** A phone, as the journal knows it while it shows a code. */
const A: Actor = { role: 'audience', id: 'holder-a' };
const B: Actor = { role: 'audience', id: 'holder-b' };
const HALL: Shown = { kind: 'screen', current: true };
const OVER: Shown = { kind: 'screen', current: false };
const ticket = (number: number): Shown => ({ kind: 'ticket', number });
const present: CommandInput = { type: 'presentCode', code: 'as it was read' };

const issued = (first: number, count: number, until: number | null = null): Done =>
  done(1, 'issueTickets', {
    type: 'ticketsIssued',
    data: { first, count, seat: 'A', until: until === null ? null : moment(until) },
  });
const used = (number: number, { id: holder }: Actor): Done =>
  done(2, 'presentCode', { type: 'ticketUsed', data: { ticket: number, holder } });
const revoked = (number: number): Done =>
  done(3, 'revokeTicket', { type: 'ticketRevoked', data: { ticket: number } });
const batchRevoked = (batch: string): Done =>
  done(3, 'revokeTicketBatch', { type: 'ticketBatchRevoked', data: { batch } });
const admitted = ({ id: holder }: Actor): Done =>
  done(2, 'presentCode', { type: 'deviceAdmitted', data: { holder } });
const uses = (number: number) => [{ type: 'ticketUsed', data: { ticket: number, holder: A.id } }];

describe('a phone that shows', () => {
  test.each<[string, Done[], Shown | null, unknown]>([
    ['the code on the big screen', [], HALL, [{ type: 'deviceAdmitted', data: { holder: A.id } }]],
    ['it again', [admitted(A)], HALL, []],
    ['an old one', [], OVER, 'admission.code_over'],
    ['no code', [], null, 'admission.unknown_code'],
    ['a ticket', [issued(1, 3)], ticket(2), uses(2)],
    ['a ticket after the code on the screen', [issued(1, 3), admitted(A)], ticket(2), uses(2)],
    ['its ticket again', [issued(1, 3), used(2, A)], ticket(2), []],
    ['a ticket that was used', [issued(1, 3), used(2, B)], ticket(2), 'admission.ticket_used'],
    ['a second ticket', [issued(1, 3), used(2, A)], ticket(3), 'admission.has_ticket'],
    ['another for one revoked', [issued(1, 3), used(2, A), revoked(2)], ticket(3), uses(3)],
    ['a revoked ticket', [issued(1, 3), revoked(2)], ticket(2), 'admission.ticket_revoked'],
    [
      'one of a revoked batch',
      [issued(1, 3), batchRevoked('1')],
      ticket(2),
      'admission.ticket_revoked',
    ],
    ['a ticket never printed', [issued(1, 3)], ticket(4), 'admission.unknown_code'],
    ['a ticket after its time', [issued(1, 3, 50)], ticket(2), 'admission.ticket_over'],
    ['a ticket in its time', [issued(1, 3, 500)], ticket(2), uses(2)],
  ])('%s', (_, before, shown, expected) => {
    const circumstances = { by: A, ...(shown && { shown }) };
    expect(when(given(...before), present, circumstances)).toEqual(expected);
  });
});

describe('where a phone stands', () => {
  test.each<[string, Done[], unknown]>([
    ['online at first', [], { by: 'link', seat: '', ticket: null }],
    ['in the hall by the screen', [admitted(A)], { by: 'screen', seat: '', ticket: null }],
    [
      'in the hall by its ticket',
      [issued(1, 3), used(2, A)],
      { by: 'ticket', seat: 'A', ticket: 2 },
    ],
    [
      'online when that is revoked',
      [issued(1, 3), used(2, A), revoked(2)],
      { by: 'link', seat: '', ticket: null },
    ],
    [
      'still in the hall if it came by the screen as well',
      [issued(1, 3), admitted(A), used(2, A), batchRevoked('1')],
      { by: 'screen', seat: '', ticket: null },
    ],
  ])('%s', (_, before, expected) => {
    expect(standingOf(given(...before), A.id)).toEqual(expected);
  });
});

describe('tickets', () => {
  const issue = (count: number): CommandInput => ({
    ...{ type: 'issueTickets', count, seat: 'A', until: null },
  });
  test.each<[string, Done[], CommandInput, unknown]>([
    [
      'begin with number 1',
      [],
      issue(200),
      [{ type: 'ticketsIssued', data: { first: 1, count: 200, seat: 'A', until: null } }],
    ],
    [
      'go on where the last ended',
      [issued(1, 200)],
      issue(5),
      [{ type: 'ticketsIssued', data: { first: 201, count: 5, seat: 'A', until: null } }],
    ],
    [
      'and are not given twice',
      [issued(1, 200), batchRevoked('1')],
      issue(5),
      [{ type: 'ticketsIssued', data: { first: 201, count: 5, seat: 'A', until: null } }],
    ],
    ['are not without number', [issued(1, 19_999)], issue(2), 'admission.too_many'],
    ['end in the future', [], { ...issue(1), until: moment(99) } as CommandInput, 'malformed'],
    [
      'are revoked one by one',
      [issued(1, 3)],
      { type: 'revokeTicket', ticket: 3 },
      [{ type: 'ticketRevoked', data: { ticket: 3 } }],
    ],
    ['once', [issued(1, 3), revoked(3)], { type: 'revokeTicket', ticket: 3 }, []],
    [
      'only if there are such',
      [issued(1, 3)],
      { type: 'revokeTicket', ticket: 4 },
      'admission.unknown_ticket',
    ],
    [
      'and by the batch',
      [issued(1, 3)],
      { type: 'revokeTicketBatch', batch: '1' },
      [{ type: 'ticketBatchRevoked', data: { batch: '1' } }],
    ],
    [
      'that there is',
      [issued(1, 3)],
      { type: 'revokeTicketBatch', batch: '2' },
      'admission.unknown_ticket',
    ],
  ])('%s', (_, before, command, expected) => {
    expect(when(given(...before), command)).toEqual(expected);
  });
});

describe("the venue's network", () => {
  const set = (network: string, password: string): CommandInput => ({
    ...{ type: 'setWifi', network, password },
  });
  const word = (id: number, text: string) => ({ id: `word-${id}`, commitment: text });
  const stands = (password: string | null): Done =>
    done(1, 'setWifi', {
      type: 'wifiSet',
      data: {
        wifi: {
          network: word(8, 'square'),
          password: password === null ? null : word(9, password),
        },
      },
    });
  test.each<[string, Done[], CommandInput, unknown]>([
    [
      'is kept in the vault',
      [],
      set('square', 'p;w'),
      [
        {
          type: 'wifiSet',
          data: { wifi: { network: word(2, 'square'), password: word(1, 'p;w') } },
        },
      ],
    ],
    [
      'may be open',
      [],
      set('square', ''),
      [{ type: 'wifiSet', data: { wifi: { network: word(1, 'square'), password: null } } }],
    ],
    ['is set once', [stands('p')], set('square', 'p'), []],
    [
      'goes with its name',
      [stands('p')],
      set('', 'p'),
      [{ type: 'wifiSet', data: { wifi: null } }],
    ],
    ['and is gone then', [], set('', ''), []],
  ])('%s', (_, before, command, expected) => {
    expect(when(given(...before), command)).toEqual(expected);
  });
});
