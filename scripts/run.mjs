/** Running programs: the repository's root, tools from node_modules, output shown only when something fails. */
import { spawn } from 'node:child_process';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = path.resolve(import.meta.dirname, '..');

/** Command lines of the tools, run with this very node. */
export const tool = {
  eslint: ['node_modules/eslint/bin/eslint.js'],
  paraglide: ['node_modules/@inlang/paraglide-js/bin/run.js'],
  playwright: ['node_modules/@playwright/test/cli.js'],
  prettier: ['node_modules/prettier/bin/prettier.cjs'],
  svelteCheck: ['node_modules/svelte-check/bin/svelte-check'],
  // The compiler in Go checks in a third of the time; what lints, and svelte-check, still need the one before it.
  tsc: ['node_modules/typescript-7/bin/tsc'],
  vite: ['node_modules/vite/bin/vite.js'],
  vitest: ['node_modules/vitest/vitest.mjs'],
};

/** A process's priority (nice), and that of those which it starts. */
const YIELDING = 15;

/** Runs node and resolves with `{ ok, code, output }`; with `live` the output goes straight to the terminal. */
export function node([script, ...args], options = {}) {
  return run(process.execPath, [path.resolve(ROOT, script), ...args], options);
}

/** `yielding`: everything else that wants a core has it first. */
export function run(command, args, { cwd = ROOT, env = {}, live = false, yielding = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', live ? 'inherit' : 'pipe', live ? 'inherit' : 'pipe'],
    });
    if (yielding && child.pid !== undefined) os.setPriority(child.pid, YIELDING);
    let output = '';
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => resolve({ ok: false, code: 1, output: String(error) }));
    child.on('close', (code) => resolve({ ok: code === 0, code: code ?? 1, output }));
  });
}

/** Does the work of several tasks, at most `width` at a time. */
export async function inParallel(width, tasks, work) {
  const waiting = [...tasks];
  const worker = async () => {
    for (let task = waiting.shift(); task !== undefined; task = waiting.shift()) await work(task);
  };
  await Promise.all(Array.from({ length: width }, worker));
}

/** Whether this module is the program that was started, not a part of another one. */
export const isMain = (url) => process.argv[1] === fileURLToPath(url);

/** Runs a program's main part: an error becomes one line and a failing exit code. */
export async function main(work) {
  try {
    await work();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
