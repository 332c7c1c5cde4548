/** Finds the Chromium that the browser tests run in, and installs it where that is possible. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { run } from './run.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** @returns {string | undefined} */
export function findChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named) return existsSync(named) ? named : undefined;
  return find(NAMES);
}

export async function ensureChromium() {
  if (findChromium() !== undefined) return;
  if (process.env.CHROMIUM_PATH)
    throw new Error(`CHROMIUM_PATH names no file: ${process.env.CHROMIUM_PATH}`);
  if (process.getuid?.() !== 0 || find(['apt-get']) === undefined)
    throw new Error('The browser tests need Chromium: install it or set CHROMIUM_PATH.');
  await aptGet('update');
  await aptGet('install', '--yes', '--no-install-recommends', 'chromium', 'fonts-noto-cjk');
  if (findChromium() === undefined) throw new Error('apt-get installed no Chromium.');
}

async function aptGet(...args) {
  const { ok } = await run('apt-get', args, {
    live: true,
    env: { DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (!ok) throw new Error(`apt-get ${args[0]} failed; the browser tests need Chromium.`);
}

function find(names) {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return names
    .flatMap((name) => folders.map((folder) => path.join(folder, name)))
    .find((file) => existsSync(file));
}
