/**
 * Two displays in real browsers on machines whose clocks are wrong: how far apart their seconds flip. Once on a
 * wire, once on a network that delays each piece by up to 100 ms, and on one that loses pieces as well. Both run on
 * this machine, so that one clock can time them.
 */
import { chromium, type Browser, type Page } from '@playwright/test';
import { setTimeout as wait } from 'node:timers/promises';
import { CHROMIUM_ARGS, chromiumPath } from '../../support/chromium';
import { wireTo } from '../../support/proxy';
import { median, percentile } from '../figures';
import { member, openHall } from '../process/hall';
import type { Measured } from '../result';
import { withScope, type Scope } from '../scope';

const RUNS = 5;
const FLIPS_PER_RUN = 3;
const WRONG_BY_MS = 5 * 60_000;
const JITTER_MS = 100;
/** One piece in twenty gets lost; Linux sends it again after the usual way there and back and 200 ms. */
const LOSS = { share: 0.05, resentAfter: JITTER_MS + 200 } as const;
/** Pairs of displays that have just come, each of which finds the time anew. */
const PAIRS = 5;
const FLIPS_OF_PAIR = 20;

interface Flip {
  readonly shown: string;
  readonly at: number;
}

/** A display's way to the hub at `port`, and by how much its clock is wrong (ms). */
interface Place {
  readonly url: string;
  readonly wrongBy: number;
}

export async function clockSkew(): Promise<Measured[]> {
  const wired = await withScope((scope) =>
    measure(scope, RUNS * FLIPS_PER_RUN, async (port) => [
      { url: `http://127.0.0.1:${port}`, wrongBy: 0 },
      { url: `http://127.0.0.1:${port}`, wrongBy: WRONG_BY_MS },
    ]),
  );
  const jittery = await withScope((scope) =>
    measure(scope, RUNS * FLIPS_PER_RUN, badly(scope, { isLossy: false })),
  );
  const lossy: number[][] = [];
  for (let pair = 0; pair < PAIRS; pair += 1)
    lossy.push(
      await withScope((scope) => measure(scope, FLIPS_OF_PAIR, badly(scope, { isLossy: true }))),
    );
  return [
    row('clock-skew', worstOfEachRun(wired), 30),
    row('clock-skew-jitter', worstOfEachRun(jittery), 100),
    {
      ...row('clock-skew-loss', lossy.map(worst), 100),
      value: percentile(lossy.flat(), 0.99),
    },
  ];
}

const worst = (gaps: readonly number[]): number => Math.max(...gaps);

/** Two displays, one slow and one fast, each on a bad network of its own. */
const badly =
  (scope: Scope, { isLossy }: { readonly isLossy: boolean }) =>
  (port: number): Promise<readonly Place[]> =>
    Promise.all(
      [-WRONG_BY_MS, WRONG_BY_MS].map(async (wrongBy) => {
        const wire = scope.add(await wireTo(port), (each) => each.close());
        wire.delay(0, JITTER_MS);
        if (isLossy) wire.drop(LOSS.share, LOSS.resentAfter);
        return { url: `http://127.0.0.1:${wire.port}`, wrongBy };
      }),
    );

const row = (name: string, runs: readonly number[], most: number): Measured => ({
  name,
  value: median(runs),
  unit: 'ms',
  baseline: null,
  limit: { at: 'most', value: most },
  runs,
});

/** How far apart (ms) they were at each of `flips` seconds, or a few more. */
async function measure(
  scope: Scope,
  flips: number,
  places: (port: number) => Promise<readonly Place[]>,
): Promise<number[]> {
  const hub = await openHall(scope);
  const host = await member(scope, hub, 'host');
  await host.command({ type: 'startAgendaItem', item: 'policy_talk', from: null });
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: CHROMIUM_ARGS });
  scope.add(browser, (each) => each.close());
  const pages: Page[] = [];
  for (const place of await places(hub.port)) pages.push(await openDisplay(browser, place));
  await wait(2_000);
  const talk = await host.command({ type: 'startTalk', speaker: 'wang-jianguo', from: null });
  if (!talk.ok) throw new Error(`the talk was refused: ${talk.code}`);
  await Promise.all(pages.map(watchFlips));
  await wait((flips + 2) * 1_000);
  const [one = [], other = []] = await Promise.all(pages.map(readFlips));
  const gaps = apart(one, other);
  if (gaps.length < flips) throw new Error(`only ${gaps.length} flips were seen`);
  return gaps;
}

async function openDisplay(browser: Browser, { url, wrongBy }: Place): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  const page = await context.newPage();
  await page.addInitScript((offset) => {
    const RightDate = Date;
    class WrongDate extends RightDate {
      constructor(...given: [] | [number]) {
        super(given.length === 0 ? RightDate.now() + offset : given[0]);
      }
      static override now(): number {
        return RightDate.now() + offset;
      }
    }
    globalThis.Date = WrongDate as DateConstructor;
  }, wrongBy);
  await page.goto(`${url}/display`);
  return page;
}

/** Notes each change of the countdown, on the clock that the browser's pages share. */
async function watchFlips(page: Page): Promise<void> {
  const countdown = page.locator('[role="timer"]').first();
  await countdown.waitFor();
  await countdown.evaluate((element) => {
    const flips: Flip[] = [];
    Reflect.set(globalThis, 'flips', flips);
    new MutationObserver(() =>
      flips.push({
        shown: element.textContent ?? '',
        at: performance.timeOrigin + performance.now(),
      }),
    ).observe(element, { characterData: true, childList: true, subtree: true });
  });
}

const readFlips = (page: Page): Promise<Flip[]> =>
  page.evaluate(() => Reflect.get(globalThis, 'flips') as Flip[]);

/** Milliseconds between the two displays for each figure that both have shown. */
function apart(one: readonly Flip[], other: readonly Flip[]): number[] {
  return one.flatMap(({ shown, at }) => {
    const same = other.find((each) => each.shown === shown);
    return same ? [Math.abs(same.at - at)] : [];
  });
}

const worstOfEachRun = (gaps: readonly number[]): number[] =>
  Array.from({ length: RUNS }, (_, run) =>
    worst(gaps.slice(run * FLIPS_PER_RUN, (run + 1) * FLIPS_PER_RUN)),
  );
