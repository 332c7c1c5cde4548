/** Copies of film clips and slides. A file never changes under its name, so what lies there already is not copied again. */
import { copyFileSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { wholeFiles } from '../media/files';
import { draftOf, sync } from './durable-files';

/**
 * Makes `to` hold what `from` holds, and nothing else of its kind; answers how many files that is. Throws what the
 * system says; whatever was copied until then is whole.
 */
export function keepMedia(from: string, to: string): number {
  const wanted = wholeFiles(from);
  if (wanted.length > 0) mkdirSync(to, { recursive: true, mode: 0o700 });
  for (const name of wanted) copyMissing(join(from, name), join(to, name));
  const there = wholeFiles(to);
  for (const name of there) if (!wanted.includes(name)) rmSync(join(to, name), { force: true });
  if (wanted.length > 0) sync(to);
  return wholeFiles(to).length;
}

function copyMissing(from: string, to: string): void {
  const size = sizeOf(from);
  // Organisers have taken it away meanwhile.
  if (size === null || size === sizeOf(to)) return;
  try {
    copyFileSync(from, draftOf(to));
    sync(draftOf(to));
    renameSync(draftOf(to), to);
  } catch (error) {
    rmSync(draftOf(to), { force: true });
    if (!isGone(error)) throw error;
  }
}

const isGone = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';

function sizeOf(file: string): number | null {
  try {
    return statSync(file).size;
  } catch (error) {
    if (isGone(error)) return null;
    throw error;
  }
}
