/** Stamps say what a result was made from, so that nothing is made twice and nothing stale is used. */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './run.mjs';

const LEFT_OUT = new Set(['node_modules', 'dist', 'output', 'paraglide', 'project.inlang']);

function* filesIn(file) {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (stat?.isFile()) yield file;
  if (!stat?.isDirectory() || LEFT_OUT.has(path.basename(file))) return;
  for (const name of readdirSync(file).sort()) yield* filesIn(path.join(file, name));
}

/** One hash over the names and contents of files and folders (what is generated inside them left out). */
export function hashOf(paths) {
  const hash = createHash('sha256');
  for (const each of paths)
    for (const file of filesIn(path.join(ROOT, each)))
      hash.update(path.relative(ROOT, file)).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}

export function readStamp(file) {
  try {
    return readFileSync(path.join(ROOT, file), 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

export function writeStamp(file, stamp) {
  mkdirSync(path.dirname(path.join(ROOT, file)), { recursive: true });
  writeFileSync(path.join(ROOT, file), stamp);
}
