/** What everyone reads in the place of personal data, found once for each text. */
import { findPersonalData, maskPersonalData } from '../flags/personal-data';

export class Masks {
  /** Words → how they are shown; null if there is nothing to hide. */
  readonly #texts = new Map<string, string | null>();
  readonly #names = new Map<string, string | null>();

  /** `id` names the words, which never change; an empty text are words that were erased. */
  text(id: string, text: string): string {
    return remembered(this.#texts, id, text, maskPersonalData);
  }
  /** A name may be told, a number beside it not. */
  name(id: string, name: string): string {
    return remembered(this.#names, id, name, (given) =>
      findPersonalData(given).some(({ kind }) => kind !== 'name') ? maskPersonalData(given) : given,
    );
  }
}

function remembered(
  shown: Map<string, string | null>,
  id: string,
  text: string,
  mask: (text: string) => string,
): string {
  if (text === '') return text;
  let masked = shown.get(id);
  if (masked === undefined) {
    const made = mask(text);
    masked = made === text ? null : made;
    shown.set(id, masked);
  }
  return masked ?? text;
}
