/** Whose support it is that somebody gives at a kiosk: that of their ticket, or of the stub of a paper question. */
import { readPresented } from '@wenzheng/shared/forum/admission-codes';
import type { Refusal } from '@wenzheng/shared/wire/protocol';
import { batchOf, isRevoked, type AdmissionCodes, type Shown } from '../forum/admission';
import type { ForumState } from '../engine/state';
import type { Clock } from '../ports/ports';
import type { DeviceLimits } from './limits';
import type { Pseudonyms } from './room';

/** Names that no cookie can have: a ticket votes as one, wherever it is shown. */
export const ticketName = (number: number): string => `ticket:${number}`;
const stubName = (question: string): string => `stub:${question}`;

export type Supporter =
  | {
      readonly ok: true;
      /** Null once the forum is closed. */
      readonly voter: string | null;
      readonly ticket: number | null;
      /** The question that the stub belongs to. */
      readonly own: string | null;
    }
  | Refusal;

export interface KnownSupporter {
  readonly ok: true;
  readonly supports: readonly string[];
  /** The question that their stub belongs to. */
  readonly own: string | null;
}

export interface SupporterPorts {
  readonly state: ForumState;
  readonly codes: AdmissionCodes;
  readonly clock: Clock;
  readonly pseudonyms: Pseudonyms;
  readonly limits: DeviceLimits;
}

const UNKNOWN: Refusal = { ok: false, code: 'admission.unknown_code', field: 'code' };
/** Not `busy`: a page must not send the same again, and again. */
export const WAIT: Refusal = { ok: false, code: 'admission.wait', field: 'code' };

/** Who holds `code`, shown at `kiosk`; wrong ones are counted. */
export function findSupporter(ports: SupporterPorts, kiosk: string, code: string): Supporter {
  const { limits } = ports;
  if (!limits.has(kiosk, 'wrongCode')) return WAIT;
  const found = lookUp(ports, code);
  if (!found.ok) limits.take(kiosk, 'wrongCode');
  return found;
}

/** May `device` have its code, which turned out to be `shown`, looked at? Wrong ones are counted. */
export function mayShow(limits: DeviceLimits, device: string, shown: Shown | null): boolean {
  if (!limits.has(device, 'wrongCode')) return false;
  if (shown?.kind === 'ticket' || (shown?.kind === 'screen' && shown.current)) return true;
  limits.take(device, 'wrongCode');
  // New cookies cost nothing: what is no ticket is counted for all devices together.
  return shown !== null || limits.take('', 'noTicket');
}

function lookUp(ports: SupporterPorts, code: string): Supporter {
  const presented = readPresented(code);
  if (presented === null) return UNKNOWN;
  return presented.kind === 'ticket'
    ? byTicket(ports, presented.code)
    : byStub(ports, presented.code);
}

function byTicket({ state, codes, clock, pseudonyms }: SupporterPorts, code: string): Supporter {
  const number = codes.ticketNumber(code);
  const batch = number === null ? null : batchOf(state, number);
  if (number === null || batch === null) return UNKNOWN;
  if (isRevoked(state, number))
    return { ok: false, code: 'admission.ticket_revoked', field: 'code' };
  if (batch.until !== null && batch.until <= clock.now())
    return { ok: false, code: 'admission.ticket_over', field: 'code' };
  return { ok: true, voter: pseudonyms.voter(ticketName(number)), ticket: number, own: null };
}

function byStub({ state, pseudonyms }: SupporterPorts, code: string): Supporter {
  const row = state.questions.settled(state.trackingCodes.settled(code) ?? '');
  if (row?.source !== 'paper' || row.state === 'withdrawn') return UNKNOWN;
  return { ok: true, voter: pseudonyms.voter(stubName(row.id)), ticket: null, own: row.id };
}
