/**
 * The codes of one forum, made from its key, so that they are the same after a restart and stand in no database.
 * The code on the big screen changes every five minutes; the one before it is good for two more, for whoever has
 * just scanned it.
 */
import { createHmac } from 'node:crypto';
import {
  parseTicketCode,
  readPresented,
  TICKET_NUMBER_CHARACTERS,
  TICKET_PROOF_CHARACTERS,
} from '@wenzheng/shared/forum/admission-codes';
import { CODE_BASE, readCode, writeCode } from '@wenzheng/shared/forum/checked-code';
import { makeTrackingCode } from '@wenzheng/shared/forum/tracking';
import { between, duration, instant, minutes, type Instant } from '@wenzheng/shared/time/instant';

export const CODE_LASTS = minutes(5);
export const OVERLAP = minutes(2);

/** What a device has shown. */
export type Shown =
  | { readonly kind: 'screen'; readonly current: boolean }
  | { readonly kind: 'ticket'; readonly number: number };

const slotAt = (now: Instant): number => Math.floor(now / CODE_LASTS);

export class AdmissionCodes {
  readonly #key: Uint8Array;

  /** `key` must be the forum's own and outlast restarts. */
  constructor(key: Uint8Array) {
    this.#key = key;
  }

  /** The code that the big screen shows at `now`. */
  hallCode(now: Instant): string {
    return this.#hallCode(slotAt(now));
  }

  /** How long until there is another. */
  lasts(now: Instant) {
    return between(now, instant((slotAt(now) + 1) * CODE_LASTS));
  }

  isHallCode(code: string, now: Instant): boolean {
    const slot = slotAt(now);
    if (code === this.#hallCode(slot)) return true;
    const age = duration(now - slot * CODE_LASTS);
    return age < OVERLAP && code === this.#hallCode(slot - 1);
  }

  /** The code of ticket `number`; numbers are below 31³. */
  ticketCode(number: number): string {
    return writeCode([
      ...digits(number, TICKET_NUMBER_CHARACTERS),
      ...proof(this.#mac(`ticket\0${number}`)),
    ]);
  }

  /** The number of the ticket that has this code, whether or not it was ever printed; null for none. */
  ticketNumber(code: string): number | null {
    const parsed = parseTicketCode(code);
    const length = TICKET_NUMBER_CHARACTERS + TICKET_PROOF_CHARACTERS + 1;
    const values = parsed === null ? null : readCode(parsed, length);
    if (!values) return null;
    const number = values
      .slice(0, TICKET_NUMBER_CHARACTERS)
      .reduce((sum, value) => sum * CODE_BASE + value, 0);
    return this.ticketCode(number) === parsed ? number : null;
  }

  /** What `text`, as it was typed or scanned, shows at `now`; null for no code, or that of no ticket. */
  read(text: string, now: Instant): Shown | null {
    const presented = readPresented(text);
    if (presented === null) return null;
    if (presented.kind === 'short')
      return { kind: 'screen', current: this.isHallCode(presented.code, now) };
    const number = this.ticketNumber(presented.code);
    return number === null ? null : { kind: 'ticket', number };
  }

  #hallCode(slot: number): string {
    return makeTrackingCode(this.#mac(`hall\0${slot}`));
  }
  #mac(what: string): Buffer {
    return createHmac('sha256', this.#key).update(what).digest();
  }
}

const digits = (number: number, length: number): number[] =>
  Array.from(
    { length },
    (_, place) => Math.floor(number / CODE_BASE ** (length - 1 - place)) % CODE_BASE,
  );

/** Of four bytes each character: none is likelier than another by more than 1 in 100 million. */
const proof = (mac: Buffer): number[] =>
  Array.from(
    { length: TICKET_PROOF_CHARACTERS },
    (_, place) => mac.readUInt32BE(4 * place) % CODE_BASE,
  );
