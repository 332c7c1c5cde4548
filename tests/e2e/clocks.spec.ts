/** Clocks live on deadlines: nothing ticks over the wire, screens flip together, a cut changes nothing. */
import { expect, test, type Page } from '@playwright/test';
import { wireTo, type Wire } from '../support/proxy';
import { FULL } from './support/forms';
import { Host } from './support/forum-people';
import { startHub, type RunningHub } from './support/running-hub';
import { Screens } from './support/screens';
import { clockFlips, secondsOf, watchClock, zeroAt } from './support/watch';

const TOGETHER = 30;
/** Pages that have just come measure the time badly; they do it again when they have calmed down. */
const AWAY_MS = FULL ? 10_000 : 3_000;
const CALM_MS = 4_000;
/** A patch with the code of the hall and nothing else. */
const HALL_CODE = /^42\["patch",[^{}]*\{[^{}]*\{"hall":\{"code":"[^"]+"\}\}\}\]$/;

test.describe('clocks', () => {
  let hub: RunningHub;
  let wire: Wire;
  let screens: Screens;

  test.beforeAll(async () => {
    hub = await startHub();
    await hub.seed('zh-CN');
    wire = await wireTo(hub.port);
  });
  test.afterAll(async () => {
    await wire.close();
    await hub.stop();
  });
  test.afterEach(async () => {
    if (test.info().errors.length > 0) await screens?.pictures('failed');
    await screens?.close();
  });

  async function startTalk(): Promise<Host> {
    const host = new Host(
      await screens.open(await hub.signInPath('host'), 'tablet', { locale: 'zh-CN' }),
    );
    await host.go('startItem');
    await host.go('startItem');
    await host.go('startTalk');
    return host;
  }

  test('run on all screens, wrong clocks and cut wires notwithstanding', async ({ browser }) => {
    screens = new Screens(browser, `http://127.0.0.1:${hub.port}`, 'clocks');
    const outside = new Screens(browser, `http://127.0.0.1:${wire.port}`, 'clocks');
    const right = await screens.open('/display', 'display', { locale: 'zh-CN' });
    const wrong = await outside.open('/display', 'display', { locale: 'zh-CN' });
    await setWrong(wrong, 5 * 60_000);
    const frames = collectFrames(right);
    await right.reload();
    await startTalk();
    await expect(right.locator('[data-scene] [role="timer"]')).toBeVisible();
    await expect(wrong.locator('[data-scene] [role="timer"]')).toBeVisible();

    await test.step('nothing but heartbeats and probes while a clock runs', async () => {
      await right.waitForTimeout(CALM_MS);
      const before = frames.length;
      await watchClock(right);
      await watchClock(wrong);
      await right.waitForTimeout(6_000);
      const ticking = frames
        .slice(before)
        .filter((frame) => !/^[23]$|^42\d+\["probe"|^43\d+\[/.test(frame));
      // The hall's code changes every few minutes, maybe just now.
      const codes = ticking.filter((frame) => HALL_CODE.test(frame));
      expect(codes.length).toBeLessThanOrEqual(1);
      expect(ticking.filter((frame) => !codes.includes(frame))).toEqual([]);
    });

    await test.step('two screens flip their seconds together', async () => {
      const [a, b] = [await clockFlips(right), await clockFlips(wrong)];
      const apart = [...a].flatMap(([figure, at]) => {
        const other = b.get(figure);
        return other === undefined ? [] : [Math.abs(at - other)];
      });
      expect(apart.length).toBeGreaterThan(4);
      console.log(`seconds apart, ms: ${apart.map(Math.round).join(' ')}`);
      expect(apart.sort((x, y) => x - y)[Math.floor(apart.length / 2)]).toBeLessThanOrEqual(
        TOGETHER,
      );
    });

    await test.step('out of touch for a while: the mark, and the right time', async () => {
      const known = [...(await clockFlips(wrong))].at(-1);
      wire.cut();
      await expect(wrong.locator('[data-testid="out-of-touch"]')).toBeVisible({ timeout: 12_000 });
      await wrong.waitForTimeout(AWAY_MS);
      await watchClock(wrong);
      await expect.poll(async () => (await clockFlips(wrong)).size).toBeGreaterThan(1);
      const later = [...(await clockFlips(wrong))].at(-1);
      if (!known || !later) throw new Error('the clock does not run');
      expect(secondsOf(later[0])).toBeLessThan(secondsOf(known[0]) - AWAY_MS / 1_000 + 1);
      expect(Math.abs(zeroAt(later) - zeroAt(known))).toBeLessThan(60);
      await outside.picture(wrong, 'out-of-touch');
      wire.mend();
      await expect(wrong.locator('[data-testid="out-of-touch"]')).toBeHidden({ timeout: 5_000 });
    });
    screens.expectNoFaults();
    outside.expectNoFaults();
    await outside.close();
  });
});

/** Makes the page believe that the wall clock is `by` milliseconds ahead, from its next load on. */
async function setWrong(page: Page, by: number): Promise<void> {
  await page.addInitScript((ahead) => {
    const now = Date.now.bind(Date);
    Date.now = () => now() + ahead;
  }, by);
  await page.reload();
}

/** Every text frame of the page's sockets, both ways, as it passes. */
function collectFrames(page: Page): string[] {
  const frames: string[] = [];
  page.on('websocket', (socket) => {
    socket.on('framesent', ({ payload }) => frames.push(String(payload)));
    socket.on('framereceived', ({ payload }) => frames.push(String(payload)));
  });
  return frames;
}
