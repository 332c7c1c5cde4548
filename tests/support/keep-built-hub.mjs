/** The starter without the build, which `npm test` has made before: `keep-built-hub.mjs <hub options>`. */
import { fileURLToPath } from 'node:url';
import { keepAlive } from '../../scripts/starter.mjs';

const hub = fileURLToPath(new URL('../../server/dist/main.js', import.meta.url));
process.exit(await keepAlive([hub, ...process.argv.slice(2)]));
