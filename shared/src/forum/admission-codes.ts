/**
 * The codes by which a phone shows that it is in the hall: the one on the big screen, which changes, and that of
 * a ticket. Free of zod, so that phones can load it.
 */
import type { JoinView } from './access';
import { readCode, writeCode } from './checked-code';
import { parseTrackingCode } from './tracking';

/** The number of a ticket and what only its forum can make of it, in the characters of codes. */
export const TICKET_NUMBER_CHARACTERS = 3;
export const TICKET_PROOF_CHARACTERS = 6;
const TICKET_LENGTH = TICKET_NUMBER_CHARACTERS + TICKET_PROOF_CHARACTERS + 1;

/** 'ABCDE-FGHJK' of a text, or null when it is no code of a ticket. */
export function parseTicketCode(text: string): string | null {
  const values = readCode(text, TICKET_LENGTH);
  return values && writeCode(values);
}

export interface PresentedCode {
  /** `short`: a code of the big screen, or of a stub. */
  readonly kind: 'short' | 'ticket';
  readonly code: string;
}

/** In the address that a QR code of the big screen or of a ticket holds. */
export const CODE_PARAMETER = 'in';

/** What was typed, or what a scanner read off a QR code; null if it is no code. */
export function readPresented(text: string): PresentedCode | null {
  const given = /[?&]in=([^&#]*)/.exec(text)?.[1] ?? text;
  const ticket = parseTicketCode(given);
  if (ticket !== null) return { kind: 'ticket', code: ticket };
  const short = parseTrackingCode(given);
  return short === null ? null : { kind: 'short', code: short };
}

/** Where a phone comes in with `code`; `forum` null for the live one. */
export function presentingUrl(joinUrl: string, code: string, forum: string | null): string {
  const url = new URL(joinUrl);
  if (forum !== null) url.searchParams.set('forum', forum);
  url.searchParams.set(CODE_PARAMETER, code.replace('-', ''));
  return url.href;
}

/** Where phones that see the big screen come in, and what people type if they cannot scan it. */
export interface ComingIn extends JoinView {
  readonly code: string | null;
}
export const comingIn = (join: JoinView, hall: { readonly code: string } | null): ComingIn => ({
  url: hall ? presentingUrl(join.url, hall.code, null) : join.url,
  address: join.address,
  code: hall?.code ?? null,
});
