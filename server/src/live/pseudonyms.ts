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

type Purpose = 'asker' | 'holder' | 'voter';

/** The name of `device` under `key`. */
export const nameOf = (key: Uint8Array, purpose: Purpose, device: string): string =>
  createHmac('sha256', key).update(`${purpose}\0${device}`).digest('base64url').slice(0, LENGTH);

const MOST_KNOWN = 20_000;

/** Names for one purpose that were made before: with their key they are forgotten. */
class KnownNames {
  readonly #purpose: Purpose;
  readonly #known = new WeakMap<Uint8Array, Map<string, string>>();

  constructor(purpose: Purpose) {
    this.#purpose = purpose;
  }

  of(key: Uint8Array, device: string): string {
    const names = this.#known.get(key) ?? new Map<string, string>();
    this.#known.set(key, names);
    let name = names.get(device);
    if (name === undefined) {
      if (names.size >= MOST_KNOWN) names.clear();
      names.set(device, (name = nameOf(key, this.#purpose, device)));
    }
    return name;
  }
}

/** `voters` may become null while they are used: from then on no device has a name for voting. */
export const pseudonyms = (keys: NameKeys): Pseudonyms => {
  const [askers, holders, voters] = [
    new KnownNames('asker'),
    new KnownNames('holder'),
    new KnownNames('voter'),
  ];
  return {
    asker: (device) => askers.of(keys.askers, device),
    holder: (device) => holders.of(keys.askers, device),
    voter: (device) => keys.voters && voters.of(keys.voters, device),
  };
};
