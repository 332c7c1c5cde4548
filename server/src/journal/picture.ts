/** A picture as the vault keeps it, and how its kind is told: by what it begins with, never by what is said of it. */

export const PICTURE_TYPES = ['image/jpeg', 'image/png', 'image/webp'] as const;
export type PictureType = (typeof PICTURE_TYPES)[number];

export interface Picture {
  readonly type: PictureType;
  readonly bytes: Uint8Array;
}

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const JPEG = [0xff, 0xd8, 0xff];
const letters = (word: string): readonly number[] => [...word].map((each) => each.charCodeAt(0));

const standsAt = (bytes: Uint8Array, place: number, sign: readonly number[]): boolean =>
  sign.every((byte, index) => bytes[place + index] === byte);

/** Null for bytes that are none of the kinds. */
export function pictureTypeOf(bytes: Uint8Array): PictureType | null {
  if (standsAt(bytes, 0, JPEG)) return 'image/jpeg';
  if (standsAt(bytes, 0, PNG) && standsAt(bytes, 12, letters('IHDR'))) return 'image/png';
  const isWebp = standsAt(bytes, 0, letters('RIFF')) && standsAt(bytes, 8, letters('WEBP'));
  return isWebp ? 'image/webp' : null;
}
