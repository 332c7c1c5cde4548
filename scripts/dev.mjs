/** `npm run dev`: rebuilds hub, screens and messages on every change and starts the hub again. */
import { spawn } from 'node:child_process';
import { readdirSync, rmSync, watch } from 'node:fs';
import path from 'node:path';
import { build, bundlesOf, WORKSPACES } from './build.mjs';
import { COMPRESSED } from './compress.mjs';
import { compileMessages } from './messages.mjs';
import { main, ROOT, tool } from './run.mjs';
import { writeStamp } from './stamp.mjs';

const at = (file) => path.join(ROOT, file);
const distOf = (name) => at(`${name}/dist`);

await main(async () => {
  await build();
  for (const name of WORKSPACES) {
    forgetBuild(name);
    watchBuild(name);
  }
  onChange([at('shared/src/messages')], () =>
    compileMessages().catch((error) => console.error(error)),
  );
  runHub();
});

/** What is built from now on is of no known sources, and has no compressed copies, which would be served in its place. */
function forgetBuild(name) {
  writeStamp(`${name}/dist/.stamp`, 'dev');
  for (const file of readdirSync(distOf(name), { recursive: true }))
    if (file.endsWith(COMPRESSED)) rmSync(path.join(distOf(name), file));
}

/** Of several bundles in one folder none takes out what another has laid there. */
function watchBuild(name) {
  const bundles = bundlesOf(name);
  for (const config of bundles) {
    const options = ['--watch', '--logLevel', 'warn'];
    if (bundles.length > 1) options.push('--no-emptyOutDir');
    spawn(process.execPath, [at(tool.vite[0]), 'build', '--config', config, ...options], {
      cwd: at(name),
      stdio: ['ignore', 'inherit', 'inherit'],
    });
  }
}

function runHub() {
  let hub;
  const start = () => {
    hub = spawn(process.execPath, [at('server/dist/main.js'), ...process.argv.slice(2)], {
      stdio: 'inherit',
    });
  };
  const restart = () => {
    if (hub.exitCode !== null || hub.signalCode !== null) return start();
    hub.removeAllListeners('exit').once('exit', start);
    hub.kill('SIGTERM');
  };
  start();
  // It reads the screens when it starts.
  onChange([...WORKSPACES.map(distOf), at('audience/dist/kiosk')], restart);
}

/** Calls back once the folders have been quiet for a moment; what a hub keeps for its next start is no change. */
function onChange(folders, callback) {
  let timer;
  const changed = (_, name) => {
    if (name?.includes('.compiled')) return;
    clearTimeout(timer);
    timer = setTimeout(callback, 300);
  };
  for (const folder of folders) watch(folder, changed);
}
