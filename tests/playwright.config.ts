// Browser tests run one after another on the production build, in the Chromium of this machine.
import { defineConfig } from '@playwright/test';
import { CHROMIUM_ARGS, chromiumPath } from './support/chromium';

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'output/playwright',
  workers: 1,
  retries: 0,
  timeout: 120_000,
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: 'output/playwright.json' }]],
  use: {
    actionTimeout: 10_000,
    launchOptions: { executablePath: chromiumPath(), args: CHROMIUM_ARGS },
  },
});
