/** A big screen to look at, with a hub of its own that shows it whatever documents it is given. */
import type { Browser, Page } from '@playwright/test';
import { instant, type Instant } from '@wenzheng/shared/time/instant';
import type { Case } from './display-documents';
import { scriptHub, type Documents } from './scripted-hub';

const PAGE_MS = 10_000;

export interface Wall {
  readonly page: Page;
  /** Opens the screen anew, with every character of the font at hand. */
  open(locale: string, theme: string): Promise<void>;
  /** Shows a scene's first page and, where it has several, others; names each as it stands, fitted. */
  pagesOf(shown: Case): AsyncGenerator<string>;
  /** What has gone wrong in the page since this was last asked. */
  takeErrors(): string[];
  close(): Promise<void>;
}

/** `start` is the hub's time at the beginning. */
export async function openWall(browser: Browser, start: Instant, first: Documents): Promise<Wall> {
  const hub = await scriptHub(start, first);
  const context = await browser.newContext({ reducedMotion: 'reduce', baseURL: hub.base });
  const page = await context.newPage();
  let errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));

  /** Shows page `index` of a scene; answers how many it has. */
  const show = async (shown: Case, index: number): Promise<number> => {
    const now = hub.now();
    const documents = shown.documents(now);
    const since = instant(now - index * PAGE_MS - 1_000);
    const { emergency } = documents;
    hub.show({
      ...documents,
      scene: { ...documents.scene, since },
      emergency: emergency && { ...emergency, since },
    });
    return standing(page, documents, index);
  };
  return {
    page,
    open: async (locale, theme) => {
      await page.goto(`/display/?lang=${locale}&theme=${theme}`);
      await page.evaluate(() => Promise.all([...document.fonts].map((face) => face.load())));
    },
    pagesOf: async function* (shown) {
      const count = await show(shown, 0);
      yield shown.name;
      // The second is as full as those that follow; the last may be of another kind.
      for (const index of new Set([1, count - 1].filter((each) => each > 0 && each < count))) {
        await show(shown, index);
        yield `${shown.name}-${index + 1}`;
      }
    },
    takeErrors: () => {
      const taken = errors;
      errors = [];
      return taken;
    },
    close: async () => {
      await context.close();
      await hub.close();
    },
  };
}

/** Waits until page `index` of the scene of `documents` stands alone and fitted; answers how many pages it has. */
function standing(page: Page, { scene, forum }: Documents, index: number): Promise<number> {
  return page.evaluate(
    async ({ kind, theme, at, patience }) => {
      const read = (name: string): string | undefined =>
        document.querySelector(`[${name}]`)?.getAttribute(name) ?? undefined;
      const stands = (): boolean =>
        document.querySelectorAll('[data-scene]').length === 1 &&
        read('data-scene') === kind &&
        document.querySelector('header b')?.textContent === theme &&
        (read('data-page') ?? '0') === at;
      /** After the next frame is laid out: what is fitted again when its place changes is fitted by then. */
      const frame = () =>
        new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      const latest = performance.now() + patience;
      while (!stands()) {
        if (performance.now() > latest)
          throw new Error(`${kind} ${at} does not come; there is ${read('data-scene')}`);
        await frame();
      }
      await frame();
      await document.fonts.ready;
      return Number(read('data-pages') ?? '1');
    },
    { kind: scene.kind, theme: forum.theme, at: String(index), patience: 10_000 },
  );
}
