/** The browser of all browser tests: the Chromium of this machine, quiet and without network of its own. */
import { findChromium } from '../../scripts/chromium.mjs';

export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export function chromiumPath(): string {
  const path = findChromium();
  if (path === undefined) throw new Error('no Chromium here: install it or set CHROMIUM_PATH');
  return path;
}
