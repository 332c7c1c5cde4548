/** The browser of all browser tests: the Chromium of this machine, quiet and without network of its own. */
export { findChromium } from '../../scripts/chromium.mjs';

export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
