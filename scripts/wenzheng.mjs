/** `npm run wenzheng -- …`: the command-line program; see server/src/cli. */
import path from 'node:path';
import { spawnSync } from 'node:child_process';
import { build } from './build.mjs';
import { compileNative } from './prepare.mjs';
import { readStamp } from './stamp.mjs';
import { main, ROOT } from './run.mjs';

await main(async () => {
  // A hub may run from what is built: only `npm start` makes that anew.
  if (readStamp('server/dist/.stamp') === undefined) await build(['server']);
  else await compileNative();
  const cli = path.join(ROOT, 'server/dist/cli.js');
  const { status } = spawnSync(process.execPath, [cli, ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  process.exit(status ?? 1);
});
