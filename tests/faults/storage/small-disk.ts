/**
 * A disk that is full, without filling anybody's: a file system of a few megabytes where this machine lets the
 * test mount one (root), else a limit on how large the hub's files may grow.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../support/root';

const FILLER = 'filler';

/** A new folder on the disk of the repository. */
export function folderOnDisk(): string {
  const output = path.join(ROOT, 'tests/output');
  mkdirSync(output, { recursive: true });
  return mkdtempSync(path.join(output, 'storage-'));
}

export const isRoot = (): boolean => process.getuid?.() === 0;

export class SmallDisk {
  readonly folder: string;

  /** Throws if this machine does not let the test mount; root alone may. */
  constructor(megabytes = 12) {
    this.folder = folderOnDisk();
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'wenzheng', this.folder]);
  }

  /** Takes all space but `bytes`. */
  fill(bytes: number): void {
    const { bavail, bsize } = statfsSync(this.folder);
    writeFileSync(path.join(this.folder, FILLER), Buffer.alloc(bavail * bsize - bytes));
  }

  makeSpace(): void {
    rmSync(path.join(this.folder, FILLER));
  }

  /** With files open for writing the system refuses. */
  makeReadOnly(): void {
    execFileSync('mount', ['-o', 'remount,ro', this.folder]);
  }

  remove(): void {
    execFileSync('umount', ['-l', this.folder]);
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** From now on the process may let no file grow beyond `bytes`; `unlimited` takes that back. */
export function limitFiles(pid: number, bytes: number | 'unlimited'): void {
  execFileSync('prlimit', ['--pid', String(pid), `--fsize=${bytes}:unlimited`]);
}
