/** Bearer tokens. Only their hashes are kept, so that a copy of the database signs nobody in. */
import { createHash } from 'node:crypto';
import type { Random } from '../../ports/ports';

const TOKEN_BYTES = 32;

export const newToken = (random: Random): string =>
  Buffer.from(random.bytes(TOKEN_BYTES)).toString('base64url');

export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest();
