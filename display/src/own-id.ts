/** The id that this display gives itself: kept on the device, so that it is the same display after a reload. */
import { displayIdOf } from '@wenzheng/shared/forum/layouts';
import { deviceStorage } from '@wenzheng/shared/live/device-storage';
import { randomBytes } from '@wenzheng/shared/time/system';
import type { Settings } from './settings';

/** Thirty-two that nobody takes for one another: people read the first of them off the wall. */
const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const LENGTH = 12;

const newCode = (): string =>
  Array.from(randomBytes(LENGTH), (byte) => LETTERS[byte % LETTERS.length]).join('');

/** Of the page with these settings; where nothing can be kept, another for each time that it is opened. */
export function ownId({ layout, place }: Pick<Settings, 'layout' | 'place'>): string {
  const storage = deviceStorage();
  const key = `wz.display.${layout}.${place}`;
  const kept = storage.get(key);
  if (kept !== null && /^[A-Z0-9]{12}$/.test(kept)) return displayIdOf(layout, kept);
  const made = newCode();
  storage.set(key, made);
  return displayIdOf(layout, made);
}
