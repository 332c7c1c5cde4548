/** The program `server/dist/main.js`: runs the hub, whose code lies beside it. */
import { runBundle } from './compiled-bundle';
import { systemScheduler } from './ports/system';

/** By then the hub is ready, and what it needs for its start is compiled. */
const KEEP_AFTER_MS = 3_000;

const keepCompiled = runBundle(new URL('./hub.cjs', import.meta.url));
if (keepCompiled) systemScheduler.later(KEEP_AFTER_MS, () => void keepCompiled());
