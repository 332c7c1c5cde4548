/** The pictures that the browser's compositor has really made of a page, and what is on them. */
import type { CDPSession, Page } from '@playwright/test';
import { PNG } from 'pngjs';

/** A quarter of a big screen: enough to see whether something is there. */
const SIZE = { width: 480, height: 270 } as const;
/** How far a pixel is from the ground before it counts as drawn (0 to 255). */
const DRAWN = 24;

export interface Region {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Collects every frame of `page` from now on. */
export class Painted {
  readonly #session: CDPSession;
  readonly #frames: string[] = [];

  private constructor(session: CDPSession) {
    this.#session = session;
  }

  static async of(page: Page): Promise<Painted> {
    const session = await page.context().newCDPSession(page);
    const painted = new Painted(session);
    session.on('Page.screencastFrame', ({ data, sessionId }) => {
      painted.#frames.push(data);
      // The last one may come when nobody waits for it any more.
      void session.send('Page.screencastFrameAck', { sessionId }).catch(() => undefined);
    });
    const { width: maxWidth, height: maxHeight } = SIZE;
    const format = { format: 'png', maxWidth, maxHeight, everyNthFrame: 1 } as const;
    await session.send('Page.startScreencast', format);
    return painted;
  }

  /** Ends it; for each frame, how much of `region` (shares of the whole screen) is drawn upon, 0 to 1. */
  async end(region: Region): Promise<number[]> {
    await this.#session.send('Page.stopScreencast');
    await this.#session.detach();
    return this.#frames.map((data) => inkOf(PNG.sync.read(Buffer.from(data, 'base64')), region));
  }
}

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Four bytes a pixel. */
  readonly data: Uint8Array;
}

/** What share of `region` has another colour than the one that most of it has. */
export function inkOf({ width, height, data }: Picture, region: Region): number {
  const pixels: number[] = [];
  for (let y = Math.ceil(region.top * height); y < Math.floor(region.bottom * height); y += 1)
    for (let x = Math.ceil(region.left * width); x < Math.floor(region.right * width); x += 1)
      pixels.push((y * width + x) * 4);
  const counts = new Map<number, number>();
  let ground = 0;
  for (const at of pixels) {
    const colour = ((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0);
    const count = (counts.get(colour) ?? 0) + 1;
    counts.set(colour, count);
    if (count > (counts.get(ground) ?? 0)) ground = colour;
  }
  const apart = (at: number): boolean =>
    [16, 8, 0].some(
      (shift, channel) => Math.abs((data[at + channel] ?? 0) - ((ground >> shift) & 0xff)) > DRAWN,
    );
  return pixels.filter(apart).length / pixels.length;
}
