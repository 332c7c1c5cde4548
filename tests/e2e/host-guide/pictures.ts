/** The pictures of docs/host-guide.md, taken when the guide is walked for them: scripts/host-guide-pictures.mjs. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, type Page } from '@playwright/test';
import { UNDO_MS } from '@wenzheng/shared/forum/undo';
import type { Locale } from '../support/forum-people';
import type { TaskId } from './tasks';

const FOLDER = fileURLToPath(new URL('../../../docs/pictures/', import.meta.url));
const WANTED = process.env['WENZHENG_GUIDE_PICTURES'] === '1';
/** As WebP: small letters stay sharp in a picture that is small enough to be kept with the text. */
const FORMAT = { format: 'webp', quality: 70 } as const;
/** Scenes and bars come in within this time. */
const SETTLE_MS = 700;

/** Of which moment of which task: before it, or after so many presses but one. */
const MOMENTS: Readonly<Partial<Record<TaskId, { name: string; at: 'before' | number }>>> = {
  rules: { name: 'opening', at: 1 },
  pause: { name: 'talks', at: 1 },
  answered: { name: 'questions', at: 0 },
  'record-outcome': { name: 'dialogue', at: 'before' },
  blank: { name: 'displays', at: 1 },
};

export class GuidePictures {
  readonly #locale: Locale;

  constructor(locale: Locale) {
    this.#locale = locale;
  }

  async take(page: Page, task: TaskId, at: 'before' | number): Promise<void> {
    const moment = MOMENTS[task];
    if (!WANTED || moment?.at !== at) return;
    // What others have just done is of this evening alone.
    await expect(page.getByTestId('undo-other')).toHaveCount(0, { timeout: UNDO_MS });
    await page.waitForTimeout(SETTLE_MS);
    const browser = await page.context().newCDPSession(page);
    const { data } = await browser.send('Page.captureScreenshot', FORMAT);
    const path = `${FOLDER}host-${moment.name}-${this.#locale}.webp`;
    writeFileSync(path, Buffer.from(data, 'base64'));
  }
}
