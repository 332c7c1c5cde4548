/** The words of one forum in memory, and the making of references to new ones and to pictures, which are not held. */
import { createHash } from 'node:crypto';
import type { PictureRef, WordRef } from '../journal/entry';
import type { Picture } from '../journal/picture';
import type { Kept, KeptPicture, KeptWords, Vault } from '../journal/port';
import type { Random } from '../ports/ports';

const SALT_BYTES = 16;
const ID_BYTES = 9;

export class WordStore {
  readonly #vault: Vault;
  readonly #texts = new Map<string, string>();

  constructor(vault: Vault) {
    this.#vault = vault;
  }

  /** Takes in what the vault holds: at the start, and when a commit has failed with an unknown outcome. */
  async refresh(): Promise<void> {
    for (const [id, text] of await this.#vault.words()) this.#texts.set(id, text);
  }

  /** Null if the words were erased. */
  read(ref: WordRef): string | null {
    return this.#texts.get(ref.id) ?? null;
  }

  /** Must be called with what a committed batch has kept, and taken back if it is not committed. */
  add(kept: readonly Kept[]): void {
    for (const each of kept) if ('text' in each) this.#texts.set(each.id, each.text);
  }
  drop(kept: readonly Kept[]): void {
    for (const { id } of kept) this.#texts.delete(id);
  }
}

/** Salted commitment: SHA-256 over the salt and the UTF-8 text, or the bytes of a picture; base64url. */
export const commitmentOf = (salt: Uint8Array, content: string | Uint8Array): string =>
  createHash('sha256').update(salt).update(content).digest('base64url');

export function makeWords(text: string, random: Random): { kept: KeptWords; ref: WordRef } {
  const { ref, ...named } = refTo(text, random);
  return { kept: { ...named, text }, ref };
}

export function makePicture(
  picture: Picture,
  random: Random,
): { kept: KeptPicture; ref: PictureRef } {
  const { ref, ...named } = refTo(picture.bytes, random);
  return { kept: { ...named, picture }, ref };
}

function refTo(content: string | Uint8Array, random: Random) {
  const id = Buffer.from(random.bytes(ID_BYTES)).toString('base64url');
  const salt = random.bytes(SALT_BYTES);
  return { id, salt, ref: { id, commitment: commitmentOf(salt, content) } };
}
