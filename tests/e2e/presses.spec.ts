/** From the host's press to the big screens, with nothing else on the machine. */
import { expect, test } from '@playwright/test';
import { m } from '@wenzheng/shared/paraglide/messages.js';
import { Host } from './support/forum-people';
import { startHub, type RunningHub } from './support/running-hub';
import { Screens } from './support/screens';
import { lastPress, sceneSince, watchPresses, watchScenes } from './support/watch';

const locale = 'zh-CN';
const SOON = 300;
const SCENES = [
  ['scope', m.scene_scope({}, { locale })],
  ['agenda', m.scene_agenda({}, { locale })],
] as const;
const ROUNDS = 6;

test.describe('presses', () => {
  let hub: RunningHub;
  let screens: Screens;

  test.beforeAll(async ({ browser }) => {
    hub = await startHub();
    await hub.seed(locale);
    screens = new Screens(browser, `http://127.0.0.1:${hub.port}`, 'presses');
  });
  test.afterAll(async () => {
    await screens?.close();
    await hub?.stop();
  });

  test('are on both big screens at once', async () => {
    const walls = [
      await screens.open('/display', 'display', { locale }),
      await screens.open('/display?theme=ink', 'wall', { locale }),
    ];
    const host = new Host(await screens.open(await hub.signInPath('host'), 'tablet', { locale }));
    await host.go('startItem');
    await watchPresses(host.page);
    for (const wall of walls) await watchScenes(wall);
    const delays: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [scene, name] of SCENES) {
        await host.show(name);
        const pressed = await lastPress(host.page);
        for (const wall of walls) {
          await expect.poll(() => sceneSince(wall, scene, pressed)).not.toBeNull();
          delays.push(((await sceneSince(wall, scene, pressed)) ?? Infinity) - pressed);
        }
      }
    }
    delays.sort((a, b) => a - b);
    console.log(`press to big screens, ms: ${delays.map(Math.round).join(' ')}`);
    expect(delays[Math.floor(delays.length / 2)]).toBeLessThanOrEqual(SOON);
    expect(delays.at(-1)).toBeLessThanOrEqual(3 * SOON);
    screens.expectNoFaults();
  });
});
