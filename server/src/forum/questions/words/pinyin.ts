/**
 * How characters sound, for words that dictation or a hurried hand wrote with others that sound alike, and for
 * names in latin letters. Without tones, and without the differences that many speakers do not make (zh and z,
 * in and ing). The table covers GB 2312; a character with several readings has its commonest.
 */
import syllables from './pinyin.json';

const SOUNDS: ReadonlyMap<string, string> = new Map(
  Object.entries(syllables).flatMap(([syllable, characters]) =>
    [...characters].map((char): [string, string] => [char, soundKey(syllable)]),
  ),
);

export function soundKey(letters: string): string {
  return letters.replace(/([zcs])h/g, '$1').replace(/ng/g, 'n');
}

export const soundOf = (char: string): string | undefined => SOUNDS.get(char);

/** The sound of a name, digits kept; null if a character has none in the table. */
export function soundsOf(name: string): string | null {
  let sounds = '';
  for (const char of name) {
    const sound = /[0-9]/.test(char) ? char : SOUNDS.get(char);
    if (sound === undefined) return null;
    sounds += sound;
  }
  return sounds;
}
