/** What a page fetches once it stands. */
import type * as pages from '../screens/later';

export type Later = typeof pages;

const AGAIN_MS = 5_000;

/**
 * What `load` imports. Most browsers remember what could not be fetched and never ask for it again, so the page starts
 * anew, once, when the hub can be reached; no form was on it yet.
 */
export async function loaded<T>(load: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await load();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
      const answer = await fetch('').catch(() => null);
      // Its successor says it in more bytes, and old phones know this one.
      if (answer?.ok && !performance.navigation.type) location.reload();
    }
  }
}

/** The other pages: with them all works offline. */
export const loadLater = (): Promise<Later> => loaded(() => import('../screens/later'));
