/**
 * What everything else starts with: dependencies installed as the lock file says, messages compiled,
 * SQLite compiled. Nothing from node_modules may be imported here, as it may not be there yet.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { onceAlone } from './alone.mjs';
import { compileMessages } from './messages.mjs';
import { isMain, main, ROOT, run } from './run.mjs';
import { hashOf, readStamp, writeStamp } from './stamp.mjs';

const STAMP = 'node_modules/.wenzheng-stamp';
/** The one dependency with a part to be compiled, which takes a minute. */
const NATIVE = 'better-sqlite3';

export async function prepare() {
  await prepareSources();
  await compileNative();
}

/** All that checks of the sources and builds need. */
export async function prepareSources() {
  await install();
  await compileMessages();
}

/** All that a hub needs besides, unless it is there and loads in this very node. */
export async function compileNative() {
  const loads = ['--eval', `new (require('${NATIVE}'))(':memory:')`];
  const isCompiled = async () => (await run(process.execPath, loads)).ok;
  await onceAlone(isCompiled, async () => {
    const { ok, output } = await npm('rebuild', [NATIVE]);
    if (!ok) throw new Error(`npm could not compile ${NATIVE}:\n${output}`);
  });
}

async function install() {
  const stamp = () => hashOf(['package-lock.json']);
  const isInstalled = () => readStamp(STAMP) === stamp();
  await onceAlone(isInstalled, async () => {
    console.log('Installing dependencies; the first time this takes a few minutes …');
    const fromNothing = !existsSync(path.join(ROOT, 'node_modules'));
    const clean = fromNothing && (await npm('ci', ['--ignore-scripts'])).ok;
    const { ok, output } = clean
      ? { ok: true }
      : await npm('install', ['--ignore-scripts'], { live: true });
    if (!ok) throw new Error(`npm could not install the dependencies. ${output}`);
    writeStamp(STAMP, stamp());
  });
}

const npm = (command, args, options) =>
  run('npm', [command, ...args, '--no-audit', '--no-fund'], options);

if (isMain(import.meta.url)) await main(prepare);
