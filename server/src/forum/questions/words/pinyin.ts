/**
 * How characters sound, for words that dictation or a hurried hand wrote with others that sound alike, and for
 * names in latin letters. Without tones, and without the differences that many speakers do not make (zh and z,
 * in and ing). The table covers GB 2312; a character with several readings has its commonest.
 */
import { lazily } from './lazily';
import syllables from './pinyin.json';

const sounds = lazily((): ReadonlyMap<string, string> => {
  const table = new Map<string, string>();
  for (const [syllable, characters] of Object.entries(syllables))
    for (const char of characters) table.set(char, soundKey(syllable));
  return table;
});

export function soundKey(letters: string): string {
  return letters.replace(/([zcs])h/g, '$1').replace(/ng/g, 'n');
}

export const soundOf = (char: string): string | undefined => sounds().get(char);

/** The sound of a name, digits kept; null if a character has none in the table. */
export function soundsOf(name: string): string | null {
  let heard = '';
  for (const char of name) {
    const sound = /[0-9]/.test(char) ? char : soundOf(char);
    if (sound === undefined) return null;
    heard += sound;
  }
  return heard;
}
