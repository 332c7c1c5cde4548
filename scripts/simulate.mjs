/** `npm run simulate`: plays a whole forum with its phones from one seed; see tests/simulation. */
import { runBundled } from './run-bundled.mjs';

await runBundled('simulation', { built: true });
