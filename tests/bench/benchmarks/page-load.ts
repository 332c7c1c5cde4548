/**
 * A phone that was never here opens the page over a slow mobile network: how long until it shows the question on
 * the floor. A real browser with an empty cache, the network as narrow as its own developer tools make it.
 */
import { chromium, type Browser } from '@playwright/test';
import { CHROMIUM_ARGS, chromiumPath } from '../../support/chromium';
import { median } from '../figures';
import { fillQueue, member, openHall } from '../process/hall';
import type { Measured } from '../result';
import { withScope } from '../scope';

const RUNS = 5;
const NETWORK = {
  offline: false,
  latency: 150,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
} as const;
const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 3 } as const;

export function pageLoad(): Promise<Measured[]> {
  return withScope(async (scope) => {
    const hub = await openHall(scope);
    const [question = ''] = await fillQueue(await member(scope, hub, 'volunteer'));
    const host = await member(scope, hub, 'host');
    const picked = await host.command({ type: 'pickQuestion', question, from: null });
    if (!picked.ok) throw new Error(`not picked: ${picked.code}`);
    const browser = await chromium.launch({ executablePath: chromiumPath(), args: CHROMIUM_ARGS });
    scope.add(browser, (each) => each.close());
    await loadOnce(browser, hub.url);
    const runs: number[] = [];
    for (let run = 0; run < RUNS; run += 1) runs.push((await loadOnce(browser, hub.url)) / 1_000);
    return [
      {
        name: 'page-load',
        value: median(runs),
        unit: 's',
        baseline: null,
        limit: { at: 'most', value: 1.5 },
        runs,
      },
    ];
  });
}

/** Milliseconds from the navigation to the frame that shows the question. */
async function loadOnce(browser: Browser, url: string): Promise<number> {
  const context = await browser.newContext(PHONE);
  const page = await context.newPage();
  const tools = await context.newCDPSession(page);
  await tools.send('Network.enable');
  await tools.send('Network.setCacheDisabled', { cacheDisabled: true });
  await tools.send('Network.emulateNetworkConditions', NETWORK);
  await page.goto(url, { waitUntil: 'commit' });
  const shown = await page.waitForFunction(() => {
    const box = document.querySelector('h1')?.getBoundingClientRect();
    const text = document.querySelector('h1')?.textContent ?? '';
    return text.includes('电梯') && (box?.height ?? 0) > 0 && performance.now();
  });
  const took = Number(await shown.jsonValue());
  await context.close();
  return took;
}
