/** Looks inside pages: when something was pressed or shown, on one clock for all browsers of a machine. */
import type { Page } from '@playwright/test';

interface Watched {
  wzPressed: number;
  wzScenes: { scene: string; at: number }[];
  wzFlips: { text: string; at: number }[];
}

/** Remembers when the page was last clicked. */
export const watchPresses = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const watched = globalThis as unknown as Watched;
    const note = (): void => {
      watched.wzPressed = performance.timeOrigin + performance.now();
    };
    addEventListener('click', note, { capture: true });
    addEventListener('keydown', note, { capture: true });
  });

export const lastPress = (page: Page): Promise<number> =>
  page.evaluate(() => (globalThis as unknown as Watched).wzPressed);

/** Remembers each scene that comes up, and when. */
export const watchScenes = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const watched = globalThis as unknown as Watched;
    watched.wzScenes = [];
    const note = (): void => {
      const scenes = [...document.querySelectorAll<HTMLElement>('[data-scene]')];
      const scene = scenes.map((each) => each.dataset['scene'] ?? '').join('+');
      if (watched.wzScenes.at(-1)?.scene === scene) return;
      watched.wzScenes.push({ scene, at: performance.timeOrigin + performance.now() });
    };
    note();
    new MutationObserver(note).observe(document.body, {
      subtree: true,
      childList: true,
      attributes: true,
      attributeFilter: ['data-scene'],
    });
  });

/** When a scene that contains `scene` first came up after `since`; null if it has not. */
export const sceneSince = (page: Page, scene: string, since: number): Promise<number | null> =>
  page.evaluate(
    ([name, from]) =>
      (globalThis as unknown as Watched).wzScenes.find(
        (each) => each.at >= from && each.scene.includes(name),
      )?.at ?? null,
    [scene, since] as const,
  );

/** Remembers each figure that the clock shows, and when. */
export const watchClock = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const watched = globalThis as unknown as Watched;
    watched.wzFlips = [];
    const note = (): void => {
      const text = document.querySelector('[data-scene] [role="timer"]')?.textContent ?? '';
      if (watched.wzFlips.at(-1)?.text === text) return;
      watched.wzFlips.push({ text, at: performance.timeOrigin + performance.now() });
    };
    note();
    new MutationObserver(note).observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
    });
  });

/** Figures with the time at which each appeared; the first is only when watching began. */
export async function clockFlips(page: Page): Promise<Map<string, number>> {
  const flips = await page.evaluate(() => (globalThis as unknown as Watched).wzFlips);
  return new Map(flips.slice(1).map(({ text, at }) => [text, at]));
}

/** Seconds of a figure such as `4:05`; negative for overtime. */
export function secondsOf(figure: string): number {
  const [mins = 0, secs = 0] = figure.replace('+', '').split(':').map(Number);
  return (figure.startsWith('+') ? -1 : 1) * (mins * 60 + secs);
}

/** Seconds that the clock on the big screen shows. */
export const secondsShown = async (display: Page): Promise<number> =>
  secondsOf((await display.locator('[data-scene] [role="timer"]').first().textContent()) ?? '');

/** The instant (ms) at which the clock will show 0:00, from one flip. */
export const zeroAt = ([figure, at]: [string, number]): number => at + secondsOf(figure) * 1000;
