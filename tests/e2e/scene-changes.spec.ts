/** The big screen goes from scene to scene: no frame blank, none half laid out; and how many there are a second. */
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test, type Page } from '@playwright/test';
import { VotingCrowd, type Voter } from './support/crowd-of-votes';
import { FULL_ONLY } from './support/forms';
import {
  blanksOf,
  faultsOf,
  paceOf,
  scenesOf,
  type Beat,
  type Frame,
} from './support/frame-figures';
import { Painted, type Region } from './support/painted-frames';
import { startHub, type RunningHub } from './support/running-hub';
import { endWatching, watchFrames, watchPace } from './support/scene-frames';
import { SceneWalk, type Change } from './support/scene-walk';
import { Screens } from './support/screens';

const locale = 'zh-CN';
const CHANGES = 50;
/** Until the next change: well after the cross-fade, and every fifth time in the midst of it. */
const CALM_MS = 600;
const HURRIED_MS = 100;
const isHurried = (index: number): boolean => index % 5 === 2;

test.describe('scene changes of the big screen', () => {
  let hub: RunningHub;
  let screens: Screens;
  let crowd: VotingCrowd;
  let desk: Voter;
  let wall: Page;
  let changes: Generator<Change, never>;

  test.beforeAll(async ({ browser }) => {
    hub = await startHub();
    await hub.seed(locale);
    screens = new Screens(browser, `http://127.0.0.1:${hub.port}`, 'scene-changes');
    crowd = new VotingCrowd(`http://127.0.0.1:${hub.port}`);
    desk = await crowd.staff(await hub.signInPath('admin'));
    const walk = new SceneWalk(desk);
    await walk.prepare(crowd);
    await expect.poll(() => walk.hasMap, { timeout: 20_000 }).toBe(true);
    changes = walk.changes();
    wall = await screens.open('/display', 'display', { locale });
    await expect(wall.locator('main > [data-scene]')).toBeVisible();
    // A wall has stood there for a while: it loads the pieces of its font one after another.
    const isReady = () => [...document.fonts].every(({ status }) => status === 'loaded');
    await wall.waitForFunction(isReady, null, { timeout: 30_000 });
  });
  test.afterAll(async () => {
    await crowd.stop();
    await screens.close();
    await hub.stop();
  });

  /** Presses for the next `CHANGES` scenes; answers what came up. */
  async function walkOn(): Promise<string[]> {
    const scenes: string[] = [];
    while (scenes.length < CHANGES) {
      const { scene, press } = changes.next().value;
      await press();
      await wall.locator(`main > [data-scene="${scene}"]:not([inert])`).waitFor();
      await wait(isHurried(scenes.length) ? HURRIED_MS : CALM_MS);
      scenes.push(scene);
    }
    return scenes;
  }

  test('show no frame that is blank or half laid out', FULL_ONLY, async () => {
    test.setTimeout(240_000);
    await watchFrames(wall);
    const painted = await Painted.of(wall);
    const scenes = await walkOn();
    const frames = await endWatching<Frame>(wall);
    const inks = await painted.end(await sceneRegion(wall));
    console.log(
      `${CHANGES} changes: ${frames.length} frames looked at, ${inks.length} painted ones`,
    );
    expect(faultsOf(frames)).toEqual([]);
    expect(blanksOf(inks)).toEqual([]);
    // It was looked at while pictures crossed, and from each to the next.
    expect(scenesOf(frames).slice(1)).toEqual(scenes);
    expect(frames.filter(({ layers }) => layers.length > 1).length).toBeGreaterThan(2 * CHANGES);
    expect(inks.length).toBeGreaterThan(2 * CHANGES);
    screens.expectNoFaults();
  });

  test('hold a frame rate that is written down', FULL_ONLY, async () => {
    await watchPace(wall);
    await walkOn();
    const pace = paceOf(await endWatching<Beat>(wall));
    const figures = Object.entries(pace).map(([name, value]) => `${name} ${value.toFixed(1)}`);
    console.log(`frames during ${CHANGES} changes: ${figures.join(', ')}`);
    expect(pace.perSecond).toBeGreaterThan(0);
    screens.expectNoFaults();
  });

  test('would be caught if they were blank or half laid out', FULL_ONLY, async () => {
    await desk.send({ type: 'showScene', scene: 'standby' });
    await wall.locator('main > [data-scene="standby"]:not([inert])').waitFor();
    await wait(CALM_MS);
    await watchFrames(wall);
    const painted = await Painted.of(wall);
    await wall.evaluate(spoilPicture);
    await wait(100);
    const faults = faultsOf(await endWatching<Frame>(wall)).join('\n');
    const inks = await painted.end(await sceneRegion(wall));
    expect(faults).toContain('hardly there (0.00)');
    expect(faults).toContain('out of its place');
    expect(faults).toContain('not fitted');
    expect(faults).toContain('fitted anew');
    expect(faults).toContain('no text');
    expect(blanksOf(inks).length).toBeGreaterThan(0);
  });
});

/** Hides the scene for a while, then sets its words too large and to no size, then takes them away. */
async function spoilPicture(): Promise<void> {
  const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 150));
  const layer = document.querySelector<HTMLElement>('main > [data-scene]');
  const fitted = layer?.querySelector<HTMLElement>('.box > .content');
  if (!layer || !fitted) throw new Error('there is no fitted scene');
  layer.style.opacity = '0';
  await pause();
  layer.style.opacity = '';
  await pause();
  fitted.style.fontSize = '400px';
  await pause();
  fitted.style.fontSize = '';
  await pause();
  layer.style.transform = 'translateX(-200vw)';
  await pause();
  layer.style.transform = '';
  await pause();
}

/** Where scenes stand, as shares of the screen. */
const sceneRegion = (page: Page): Promise<Region> =>
  page.locator('main').evaluate((main) => {
    const { left, top, right, bottom } = main.getBoundingClientRect();
    return {
      left: left / innerWidth,
      top: top / innerHeight,
      right: right / innerWidth,
      bottom: bottom / innerHeight,
    };
  });
