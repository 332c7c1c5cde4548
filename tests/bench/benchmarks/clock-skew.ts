/**
 * Two displays in real browsers, one on a machine whose clock is five minutes wrong: how far apart their
 * seconds flip. Both run on this machine, so that one clock can time them.
 */
import { chromium, type Browser, type Page } from '@playwright/test';
import { setTimeout as wait } from 'node:timers/promises';
import { CHROMIUM_ARGS, chromiumPath } from '../../support/chromium';
import { median } from '../figures';
import { member, openHall } from '../process/hall';
import type { Measured } from '../result';
import { withScope } from '../scope';

const RUNS = 5;
const FLIPS_PER_RUN = 3;
const WRONG_BY_MS = 5 * 60_000;

interface Flip {
  readonly shown: string;
  readonly at: number;
}

export function clockSkew(): Promise<Measured[]> {
  return withScope(async (scope) => {
    const hub = await openHall(scope);
    const host = await member(scope, hub, 'host');
    await host.command({ type: 'startAgendaItem', item: 'policy_talk', from: null });
    const browser = await chromium.launch({ executablePath: chromiumPath(), args: CHROMIUM_ARGS });
    scope.add(browser, (each) => each.close());
    const pages = [
      await openDisplay(browser, hub.url, 0),
      await openDisplay(browser, hub.url, WRONG_BY_MS),
    ];
    await wait(2_000);
    await host.command({ type: 'startTalk', speaker: 'wang-jianguo', from: null });
    await Promise.all(pages.map(watchFlips));
    await wait((RUNS * FLIPS_PER_RUN + 2) * 1_000);
    const [right = [], wrong = []] = await Promise.all(pages.map(readFlips));
    return [
      {
        name: 'clock-skew',
        value: median(worstOfEachRun(apart(right, wrong))),
        unit: 'ms',
        baseline: null,
        limit: { at: 'most', value: 30 },
      },
    ];
  });
}

async function openDisplay(browser: Browser, url: string, wrongBy: number): Promise<Page> {
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
function apart(right: readonly Flip[], wrong: readonly Flip[]): number[] {
  return right.flatMap(({ shown, at }) => {
    const other = wrong.find((each) => each.shown === shown);
    return other ? [Math.abs(other.at - at)] : [];
  });
}

function worstOfEachRun(gaps: readonly number[]): number[] {
  if (gaps.length < RUNS * FLIPS_PER_RUN) throw new Error(`only ${gaps.length} flips were seen`);
  return Array.from({ length: RUNS }, (_, run) =>
    Math.max(...gaps.slice(run * FLIPS_PER_RUN, (run + 1) * FLIPS_PER_RUN)),
  );
}
