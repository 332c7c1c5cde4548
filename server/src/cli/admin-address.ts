/** Where the admin socket of a data folder is. */
import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Systems cut paths of sockets off at 104 to 108 bytes. */
const LONGEST_PATH = 100;

/** File that names the socket if it cannot lie within the folder. */
const pointer = (data: string): string => path.join(data, 'admin.path');

const hash = (data: string): string =>
  createHash('sha256').update(path.resolve(data)).digest('hex').slice(0, 16);

/** The address to listen on within the folder; null if its path would be too long. */
export function adminAddressInside(data: string): string | null {
  forgetAdminAddress(data);
  if (process.platform === 'win32') return windowsPipe(data);
  const inside = path.join(data, 'admin.sock');
  return Buffer.byteLength(inside) <= LONGEST_PATH ? inside : null;
}

/** An address elsewhere, of which word is left in the folder. */
export function adminAddressOutside(data: string): string {
  const outside = path.join(tmpdir(), `wenzheng-${hash(data)}.sock`);
  writeFileSync(pointer(data), outside, { mode: 0o600 });
  return outside;
}

/** The address a running hub would listen on. */
export function findAdminAddress(data: string): string {
  if (process.platform === 'win32') return windowsPipe(data);
  const outside = pointed(data);
  return outside !== null && path.isAbsolute(outside) ? outside : path.join(data, 'admin.sock');
}

function pointed(data: string): string | null {
  try {
    return readFileSync(pointer(data), 'utf8');
  } catch {
    return null;
  }
}

/** So that a copy of the folder does not lead to the hub of the original. */
export const forgetAdminAddress = (data: string): void => rmSync(pointer(data), { force: true });

const windowsPipe = (data: string): string => `\\\\.\\pipe\\wenzheng-${hash(data)}`;
