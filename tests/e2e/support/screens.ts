/** The screens of a forum, each a browser of its own at its real size, watched for faults. */
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { PICTURED } from './forms';

export const SIZES = {
  display: { width: 1920, height: 1080 },
  wall: { width: 3840, height: 1080 },
  tablet: { width: 1180, height: 820 },
  desk: { width: 1280, height: 800 },
  kiosk: { width: 1280, height: 800 },
  phone: { width: 360, height: 740 },
} as const;

const PICTURES = fileURLToPath(new URL('../../output/pictures/', import.meta.url));
/** What a browser says by itself when the network or the hub is gone; the tests cut them on purpose. */
const OUT_OF_TOUCH =
  /ERR_INTERNET_DISCONNECTED|ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE|ERR_SOCKET_NOT_CONNECTED|WebSocket connection to .* failed|WebSocket is already in CLOSING or CLOSED state/;

export class Screens {
  readonly #browser: Browser;
  readonly #base: string;
  readonly #folder: string;
  readonly #faults: string[] = [];
  readonly #contexts: BrowserContext[] = [];

  /** `base` is the origin of the hub as the browser calls it; pictures go to `folder`. */
  constructor(browser: Browser, base: string, folder: string) {
    this.#browser = browser;
    this.#base = base;
    this.#folder = `${PICTURES}${folder}/`;
    mkdirSync(this.#folder, { recursive: true });
  }

  /** `before` prepares the page that is then opened. */
  async open(
    path: string,
    size: keyof typeof SIZES,
    options: { locale: 'zh-CN' | 'en'; before?: (page: Page) => Promise<unknown> },
  ): Promise<Page> {
    const phone = size === 'phone';
    const context = await this.#browser.newContext({
      viewport: SIZES[size],
      locale: options.locale,
      timezoneId: 'Asia/Shanghai',
      baseURL: this.#base,
      hasTouch: phone || size === 'tablet',
      isMobile: phone,
    });
    this.#contexts.push(context);
    const page = await context.newPage();
    this.#watch(page, path);
    await options.before?.(page);
    await page.goto(path);
    return page;
  }

  /** To look at, in the long form: taking it costs as long as many a path takes. */
  async picture(page: Page, name: string): Promise<void> {
    if (!PICTURED) return;
    // Scenes cross-fade for 320 ms; a picture is of what stands after that.
    await page.waitForTimeout(360);
    await page.screenshot({ path: `${this.#folder}${name}.png` });
  }

  /** Fails on whatever a page threw, logged as an error, or asked of another address. */
  expectNoFaults(): void {
    expect(this.#faults).toEqual([]);
  }

  /** Pictures of every screen as it stands, to look at after a failure. */
  async pictures(name: string): Promise<void> {
    let index = 0;
    for (const context of this.#contexts) {
      for (const page of context.pages()) {
        await page.screenshot({ path: `${this.#folder}${name}-${(index += 1)}.png` });
      }
    }
  }

  async close(): Promise<void> {
    for (const context of this.#contexts) await context.close();
  }

  #watch(page: Page, path: string): void {
    const say = (what: string): void => void this.#faults.push(`${path}: ${what}`);
    page.on('pageerror', (error) => say(`at ${page.url()}: ${error.stack ?? error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error' && !OUT_OF_TOUCH.test(message.text())) say(message.text());
    });
    page.on('request', (request) => {
      const { protocol, origin } = new URL(request.url());
      if (protocol.startsWith('http') && origin !== this.#base) say(`asked ${origin}`);
    });
    page.on('websocket', (socket) => {
      if (new URL(socket.url()).host !== new URL(this.#base).host) say(`socket to ${socket.url()}`);
    });
  }
}
