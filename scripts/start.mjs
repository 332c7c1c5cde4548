/** `npm start`: builds what is stale, then runs the hub and keeps it running. */
import path from 'node:path';
import { build } from './build.mjs';
import { main, ROOT } from './run.mjs';
import { keepAlive } from './starter.mjs';

await main(async () => {
  await build();
  const hub = path.join(ROOT, 'server/dist/main.js');
  process.exit(await keepAlive([hub, ...process.argv.slice(2)]));
});
