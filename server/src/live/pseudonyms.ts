/** Names by which a forum knows a device: keyed hashes, other ones for asking, for standing in the hall, and for voting. */
import { createHmac } from 'node:crypto';
import type { Pseudonyms } from './room';

const LENGTH = 16;

/** The keys of a forum, kept outside the database; without them nobody joins a name to a device. */
export interface NameKeys {
  readonly askers: Uint8Array;
  /** Null once the forum is closed. */
  readonly voters: Uint8Array | null;
}

/** The name of `device` under `key`. */
export const nameOf = (
  key: Uint8Array,
  purpose: 'asker' | 'holder' | 'voter',
  device: string,
): string =>
  createHmac('sha256', key).update(`${purpose}\0${device}`).digest('base64url').slice(0, LENGTH);

/** Names kept in memory, for each key: with the key they are forgotten. */
type Known = WeakMap<Uint8Array, Map<string, string>>;
const MOST_KNOWN = 20_000;

function voterOf(known: Known, key: Uint8Array, device: string): string {
  const names = known.get(key) ?? new Map<string, string>();
  known.set(key, names);
  let name = names.get(device);
  if (name === undefined) {
    if (names.size >= MOST_KNOWN) names.clear();
    names.set(device, (name = nameOf(key, 'voter', device)));
  }
  return name;
}

/** `voters` may become null while they are used: from then on no device has a name for voting. */
export const pseudonyms = (keys: NameKeys): Pseudonyms => {
  const known: Known = new WeakMap();
  return {
    asker: (device) => nameOf(keys.askers, 'asker', device),
    holder: (device) => nameOf(keys.askers, 'holder', device),
    voter: (device) => keys.voters && voterOf(known, keys.voters, device),
  };
};
