/** Random ids that a browser carries in a cookie and cannot make up: `id.signature`. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Random } from '../../ports/ports';

const ID_BYTES = 16;
/** A phone shows its cookie to its page and, a moment later, to its socket. */
const MOST_KNOWN = 1_000;
const SIGNED = /^([A-Za-z0-9_-]{22})\.([A-Za-z0-9_-]{43})$/;

export class SignedIds {
  readonly #secret: Buffer;
  readonly #random: Random;
  /** What was issued or found genuine last: value → id. */
  readonly #known = new Map<string, string>();

  constructor(secret: Buffer, random: Random) {
    this.#secret = secret;
    this.#random = random;
  }

  /** A new id with its signature, as it goes into the cookie. */
  issue(): string {
    const id = Buffer.from(this.#random.bytes(ID_BYTES)).toString('base64url');
    return this.#keep(`${id}.${this.#sign(id).toString('base64url')}`, id);
  }

  /** The id in a cookie's value, or null if this hub has not issued it. */
  read(value: string | undefined): string | null {
    if (value === undefined) return null;
    const known = this.#known.get(value);
    if (known !== undefined) return known;
    const [, id, signature] = SIGNED.exec(value) ?? [];
    if (id === undefined || signature === undefined) return null;
    if (!timingSafeEqual(Buffer.from(signature, 'base64url'), this.#sign(id))) return null;
    this.#keep(value, id);
    return id;
  }

  /** Answers `value`. */
  #keep(value: string, id: string): string {
    if (this.#known.size >= MOST_KNOWN) this.#known.clear();
    this.#known.set(value, id);
    return value;
  }

  #sign(id: string): Buffer {
    return createHmac('sha256', this.#secret).update(id).digest();
  }
}
