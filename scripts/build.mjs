/** Builds what is stale: the hub and the three screens, each stamped with a hash of what it was built from. */
import { onceAlone } from './alone.mjs';
import { compressTexts } from './compress.mjs';
import { node, inParallel, isMain, main, tool, ROOT } from './run.mjs';
import { prepare } from './prepare.mjs';
import { hashOf, readStamp, writeStamp } from './stamp.mjs';

export const WORKSPACES = ['server', 'display', 'console', 'audience'];
/** Configurations of a workspace that makes more than one bundle; the first empties the folder. */
const BUNDLES = {
  audience: ['vite.config.ts', 'kiosk.vite.config.ts'],
  server: ['hub.vite.config.ts', 'vite.config.ts'],
};

export const bundlesOf = (name) => BUNDLES[name] ?? ['vite.config.ts'];

export async function build(workspaces = WORKSPACES) {
  await prepare();
  const stale = () =>
    workspaces
      .map((name) => ({ name, stamp: stampOf(name) }))
      .filter(({ name, stamp }) => readStamp(`${name}/dist/.stamp`) !== stamp);
  await onceAlone(
    () => stale().length === 0,
    () => inParallel(2, stale(), buildOne),
  );
}

function stampOf(name) {
  const sources = [name, 'shared', 'package-lock.json', 'tsconfig.base.json'];
  return hashOf(name === 'server' ? sources : [...sources, 'scripts/compress.mjs']);
}

async function buildOne({ name, stamp }) {
  console.log(`Building ${name} …`);
  for (const config of bundlesOf(name)) {
    const options = ['--config', config, '--logLevel', 'warn'];
    const { ok, output } = await node([...tool.vite, 'build', ...options], {
      cwd: `${ROOT}/${name}`,
      env: { NODE_ENV: 'production' },
    });
    if (!ok) throw new Error(`${name} does not build:\n${output}`);
    if (output !== '') console.warn(output);
  }
  if (name !== 'server') compressTexts(`${ROOT}/${name}/dist`);
  writeStamp(`${name}/dist/.stamp`, stamp);
}

if (isMain(import.meta.url)) await main(() => build());
