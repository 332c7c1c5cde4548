/** Names by which a forum knows a device: keyed hashes, other ones for asking and for voting. */
import { createHmac } from 'node:crypto';
import type { Pseudonyms } from './room';

const LENGTH = 16;

/** `key` is the forum's, kept outside the database; without it nobody joins a name to a device. */
export function pseudonyms(key: Uint8Array): Pseudonyms {
  const name = (purpose: string, device: string): string =>
    createHmac('sha256', key).update(`${purpose}\0${device}`).digest('base64url').slice(0, LENGTH);
  return {
    asker: (device) => name('asker', device),
    voter: (device) => name('voter', device),
  };
}
