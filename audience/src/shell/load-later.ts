/** Fetches the other pages as soon as the first stands, and again until they are here: then all works offline. */
import type * as pages from '../screens/later';

export type Later = typeof pages;

const RETRY_MS = 2_000;

export async function loadLater(): Promise<Later> {
  for (;;) {
    try {
      return await import('../screens/later');
    } catch {
      // No network: the page that is open says so.
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }
}
