/** `npm run dev`: rebuilds hub, screens and messages on every change and starts the hub again. */
import { spawn } from 'node:child_process';
import { readdirSync, rmSync, watch } from 'node:fs';
import path from 'node:path';
import { build, bundlesOf } from './build.mjs';
import { COMPRESSED } from './compress.mjs';
import { compileMessages } from './messages.mjs';
import { main, ROOT, tool } from './run.mjs';

const WORKSPACES = ['server', 'display', 'console', 'audience'];

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

/** What is built from now on has no stamp, and no compressed copies, which would be served in its place. */
function forgetBuild(name) {
  const dist = distOf(name);
  for (const file of readdirSync(dist, { recursive: true }))
    if (file === '.stamp' || file.endsWith(COMPRESSED)) rmSync(path.join(dist, file));
}

/** What one bundle lays into a folder, no other takes out of it. */
function watchBuild(name) {
  for (const config of bundlesOf(name)) {
    const options = ['--watch', '--no-emptyOutDir', '--logLevel', 'warn'];
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
  onChange(WORKSPACES.map(distOf), restart);
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
