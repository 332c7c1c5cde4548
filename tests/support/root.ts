/** The repository, wherever a test or a bundled program runs from. */
import { existsSync } from 'node:fs';
import path from 'node:path';

function findRoot(folder: string): string {
  if (existsSync(path.join(folder, 'package-lock.json'))) return folder;
  const above = path.dirname(folder);
  if (above === folder) throw new Error('not inside the repository');
  return findRoot(above);
}

export const ROOT = findRoot(import.meta.dirname);
