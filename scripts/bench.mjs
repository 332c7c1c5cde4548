/** `npm run bench`: measures the hub; see tests/bench. */
import { runBundled } from './run-bundled.mjs';

await runBundled('bench', { built: true });
