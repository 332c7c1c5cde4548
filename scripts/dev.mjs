/** `npm run dev`: rebuilds hub, screens and messages on every change and starts the hub again. */
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import path from 'node:path';
import { build, bundlesOf } from './build.mjs';
import { compileMessages } from './messages.mjs';
import { main, ROOT, tool } from './run.mjs';

const at = (file) => path.join(ROOT, file);

await main(async () => {
  await build();
  for (const name of ['server', 'display', 'console', 'audience']) watchBuild(name);
  onChange('shared/src/messages', () => compileMessages().catch((error) => console.error(error)));
  runHub();
});

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
  onChange('server/dist', restart);
}

/** Calls back once the folder has been quiet for a moment; what a hub keeps for its next start is no change. */
function onChange(folder, callback) {
  let timer;
  watch(at(folder), (_, name) => {
    if (name?.includes('.compiled')) return;
    clearTimeout(timer);
    timer = setTimeout(callback, 300);
  });
}
