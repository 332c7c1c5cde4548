/** Finds the Chromium that the browser tests run in, and installs it where that is possible. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { run } from './run.mjs';

/** Chromium without a window around it: the same pages for little more than half the work. */
const SHELL = 'chromium-headless-shell';
const NAMES = [SHELL, 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
/** How long fetching it may take (s). */
const SHELL_WITHIN = 60;

/** @returns {string | undefined} */
export function findChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named) return existsSync(named) ? named : undefined;
  return find(NAMES);
}

export async function ensureChromium() {
  if (process.env.CHROMIUM_PATH) {
    if (findChromium() === undefined)
      throw new Error(`CHROMIUM_PATH names no file: ${process.env.CHROMIUM_PATH}`);
    return;
  }
  if (find([SHELL]) !== undefined) return;
  const canInstall = process.getuid?.() === 0 && find(['apt-get']) !== undefined;
  if (findChromium() !== undefined) {
    if (canInstall) await installShell();
    return;
  }
  if (!canInstall)
    throw new Error('The browser tests need Chromium: install it or set CHROMIUM_PATH.');
  await aptGet('update');
  await aptGet('install', '--yes', '--no-install-recommends', 'chromium', 'fonts-noto-cjk');
  if (findChromium() === undefined) throw new Error('apt-get installed no Chromium.');
  await installShell();
}

/** If it cannot be had, the tests take longer. Only fetching it is cut short: apt is not to be stopped half-way. */
async function installShell() {
  const install = ['install', '--yes', '--no-install-recommends'];
  const fetch = () => quietly('timeout', String(SHELL_WITHIN), 'apt-get', ...install, '-d', SHELL);
  const isThere = (await fetch()) || ((await quietly('apt-get', 'update')) && (await fetch()));
  if (isThere) await quietly('apt-get', ...install, SHELL);
}

const env = { DEBIAN_FRONTEND: 'noninteractive' };
const quietly = async (command, ...args) => (await run(command, args, { env })).ok;

async function aptGet(...args) {
  const { ok } = await run('apt-get', args, { live: true, env });
  if (!ok) throw new Error(`apt-get ${args[0]} failed; the browser tests need Chromium.`);
}

function find(names) {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return names
    .flatMap((name) => folders.map((folder) => path.join(folder, name)))
    .find((file) => existsSync(file));
}
