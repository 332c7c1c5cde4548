/** Whose support it is that somebody gives at a kiosk: that of their ticket, or of the stub of a paper question. */
import { readPresented } from '@wenzheng/shared/forum/admission-codes';
import type { Refusal, RefusalCode } from '@wenzheng/shared/wire/protocol';
import { batchOf, isRevoked, type AdmissionCodes, type Shown } from '../forum/admission';
import type { QuestionRow } from '../forum/questions';
import { NO_QUESTION } from '../forum/slips';
import type { ForumState } from '../engine/state';
import type { Clock } from '../ports/ports';
import type { DeviceLimits } from './limits';
import type { Pseudonyms } from './room';

/** Names that no cookie can have: a ticket votes as one, wherever it is shown. */
export const ticketName = (number: number): string => `ticket:${number}`;
/** By its code, not its question: a slip whose entry was taken back and that is entered again asks another one. */
export const stubName = (code: string): string => `stub:${code}`;

/** Who somebody is by the code that they show. */
export interface CodeHolder {
  /** Null once the forum is closed. */
  readonly voter: string | null;
  readonly ticket: number | null;
  /** The question that the stub belongs to. */
  readonly own: string | null;
}
/** Whose code it is, though it may not be good any more: what was done with it before is still theirs. */
export type Supporter =
  | { readonly holder: CodeHolder; readonly refusal: Refusal | null }
  | { readonly holder: null; readonly refusal: Refusal };

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

const refusal = (code: RefusalCode): Refusal => ({ ok: false, code, field: 'code' });
const UNKNOWN = refusal('admission.unknown_code');
const NOBODY: Supporter = { holder: null, refusal: UNKNOWN };
/** Not `busy`: a page must not send the same again, and again. */
export const WAIT = refusal('admission.wait');

/** Who holds `code`, shown at `kiosk`; wrong ones are counted. */
export function findSupporter(ports: SupporterPorts, kiosk: string, code: string): Supporter {
  const { limits } = ports;
  const found = lookUp(ports, code);
  if (!limits.has(kiosk, 'wrongCode')) return { ...found, refusal: WAIT };
  if (found.refusal !== null) limits.take(kiosk, 'wrongCode');
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
  if (presented === null) return NOBODY;
  return presented.kind === 'ticket'
    ? byTicket(ports, presented.code)
    : byStub(ports, presented.code);
}

function byTicket({ state, codes, clock, pseudonyms }: SupporterPorts, code: string): Supporter {
  const ticket = codes.ticketNumber(code);
  const batch = ticket === null ? null : batchOf(state, ticket);
  if (ticket === null || batch === null) return NOBODY;
  const holder = { voter: pseudonyms.voter(ticketName(ticket)), ticket, own: null };
  if (isRevoked(state, ticket)) return { holder, refusal: refusal('admission.ticket_revoked') };
  const isOver = batch.until !== null && batch.until <= clock.now();
  return { holder, refusal: isOver ? refusal('admission.ticket_over') : null };
}

function byStub({ state, pseudonyms }: SupporterPorts, code: string): Supporter {
  const row = stubOf(state, code);
  if (row?.source !== 'paper') return NOBODY;
  const holder = { voter: pseudonyms.voter(stubName(code)), ticket: null, own: row.id };
  return { holder, refusal: row.state === 'withdrawn' ? UNKNOWN : null };
}

/** A slip whose entry was undone waits to be entered again; until then its stub is that of the question withdrawn. */
function stubOf({ questions, trackingCodes }: ForumState, code: string): QuestionRow | undefined {
  const question = trackingCodes.settled(code);
  if (question !== NO_QUESTION) return questions.settled(question ?? '');
  // Another that is just being entered has the code as well, but is not written yet.
  for (const [, row] of questions.entries())
    if (row.tracking === code && row.state === 'withdrawn') return row;
  return undefined;
}
