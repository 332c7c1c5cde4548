// Browser tests run on the production build, in the Chromium of this machine. Those that measure run one
// after another; the others two at a time, after them (see scripts/test.mjs).
import { defineConfig } from '@playwright/test';
import { FULL, FULL_ONLY } from './e2e/support/forms';
import { CHROMIUM_ARGS, chromiumPath } from './support/chromium';

const specs = (...names: readonly string[]): RegExp =>
  new RegExp(`(${names.join('|')})\\.spec\\.ts`);
const MEASURED = specs('clocks', 'forum', 'presses', 'scene-changes', 'takeover');
/** They begin before the others, so that no worker is left alone with one of them at the end. */
const LONG = specs('drafts', 'taps');

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'output/playwright',
  workers: 2,
  ...(FULL ? {} : { grepInvert: new RegExp(FULL_ONLY.tag) }),
  projects: [
    { name: 'measured', testMatch: MEASURED, workers: 1 },
    { name: 'long', testMatch: LONG },
    { name: 'sturdy', testIgnore: [MEASURED, LONG] },
  ],
  retries: 0,
  timeout: 120_000,
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: 'output/playwright.json' }]],
  use: {
    actionTimeout: 10_000,
    launchOptions: { executablePath: chromiumPath(), args: CHROMIUM_ARGS },
  },
});
