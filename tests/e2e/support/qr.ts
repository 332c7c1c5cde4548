/** Reads QR codes off pages as a phone's camera does: from what is painted. */
import type { Locator } from '@playwright/test';
import decode from 'jsqr';
import { PNG } from 'pngjs';

/** What the code that `shown` paints stands for; throws if no camera could read it. */
export async function readQr(shown: Locator): Promise<string> {
  const { data, width, height } = PNG.sync.read(await shown.screenshot());
  const found = decode(new Uint8ClampedArray(data), width, height);
  if (!found) throw new Error('no QR code can be read there');
  return found.data;
}
