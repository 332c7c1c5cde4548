/** Random ids that a browser carries in a cookie and cannot make up: `id.signature`. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Random } from '../../ports/ports';

const ID_BYTES = 16;
const SIGNED = /^([A-Za-z0-9_-]{22})\.([A-Za-z0-9_-]{43})$/;

export class SignedIds {
  readonly #secret: Buffer;
  readonly #random: Random;

  constructor(secret: Buffer, random: Random) {
    this.#secret = secret;
    this.#random = random;
  }

  /** A new id with its signature, as it goes into the cookie. */
  issue(): string {
    const id = Buffer.from(this.#random.bytes(ID_BYTES)).toString('base64url');
    return `${id}.${this.#sign(id).toString('base64url')}`;
  }

  /** The id in a cookie's value, or null if this hub has not issued it. */
  read(value: string | undefined): string | null {
    const [, id, signature] = SIGNED.exec(value ?? '') ?? [];
    if (id === undefined || signature === undefined) return null;
    return timingSafeEqual(Buffer.from(signature, 'base64url'), this.#sign(id)) ? id : null;
  }

  #sign(id: string): Buffer {
    return createHmac('sha256', this.#secret).update(id).digest();
  }
}
