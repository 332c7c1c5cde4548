/** The program `server/dist/main.js`: runs the hub, whose code lies beside it. */
import { runBundle } from './compiled-bundle';
import type * as Hub from './hub-process';
import { systemScheduler } from './ports/system';

/** Screens come back first, and by then what a start needs has been compiled. */
const KEEP_AFTER_MS = 3_000;

await runHub();

async function runHub(): Promise<void> {
  const { exports, keep } = runBundle(new URL('./hub.cjs', import.meta.url));
  await (exports as typeof Hub).ready;
  if (keep) systemScheduler.later(KEEP_AFTER_MS, () => void keep());
}
