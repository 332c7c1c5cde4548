/**
 * What everything else starts with: dependencies installed as the lock file says, messages compiled.
 * Nothing from node_modules may be imported here, as it may not be there yet.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { compileMessages } from './messages.mjs';
import { isMain, main, ROOT, run } from './run.mjs';
import { hashOf, readStamp, writeStamp } from './stamp.mjs';

const STAMP = 'node_modules/.wenzheng-stamp';

export async function prepare() {
  await install();
  await compileMessages();
}

async function install() {
  const abi = process.versions.modules; // native modules are built for one of them
  const stamp = () => `${hashOf(['package-lock.json'])} ${abi}`;
  const last = readStamp(STAMP);
  if (last === stamp()) return;

  console.log('Installing dependencies; the first time this takes a few minutes …');
  const otherNode = last !== undefined && !last.endsWith(` ${abi}`);
  const fromNothing = otherNode || !existsSync(path.join(ROOT, 'node_modules'));
  const clean = fromNothing && (await npm('ci', { live: false }));
  if (!clean && !(await npm('install', { live: true })))
    throw new Error('npm could not install the dependencies.');
  writeStamp(STAMP, stamp());
}

async function npm(command, options) {
  const { ok } = await run('npm', [command, '--no-audit', '--no-fund'], options);
  return ok;
}

if (isMain(import.meta.url)) await main(prepare);
