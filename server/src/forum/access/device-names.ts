/** What a device is called until somebody gives it a name: its kind and a number. */

/** Marks in what a browser says of itself; the first that is found counts. */
const KINDS = [
  ['iPad', 'iPad'],
  ['iPhone', 'iPhone'],
  ['HarmonyOS', 'HarmonyOS'],
  ['OpenHarmony', 'HarmonyOS'],
  ['Android', 'Android'],
  ['Windows', 'Windows'],
  // An iPad says that it is a Mac unless it is asked for pages made for phones.
  ['Macintosh', 'iPad/Mac'],
  ['CrOS', 'Chromebook'],
  ['Linux', 'Linux'],
] as const;

/** The kind of device, as far as its browser says. */
export const deviceKind = (userAgent: string | undefined): string =>
  KINDS.find(([mark]) => userAgent?.includes(mark))?.[1] ?? 'Web';

/** `kind` with the smallest number that makes a name none of `taken`: `iPad 2`. */
export function newDeviceName(kind: string, taken: readonly string[]): string {
  let number = 1;
  while (taken.includes(`${kind} ${number}`)) number += 1;
  return `${kind} ${number}`;
}
