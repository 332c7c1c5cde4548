/**
 * What only one command may do at a time, though two are run in two terminals. Whoever does it listens at an address
 * that the system takes back when its process ends, however that ends; whoever waits is connected to it. Where addresses
 * are files, as on macOS, two that meet the file of a killed command in the same instant may both go on.
 */
import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { platform, tmpdir } from 'node:os';
import path from 'node:path';
import { ROOT } from './run.mjs';

/** Does `work` on this project unless it is done, be it by another command in the meantime. Not to be nested. */
export const onceAlone = (isDone, work) =>
  onceAt(addressOf(ROOT, platform()), isDone, work, () =>
    console.error('Another command prepares the project; this one waits for it …'),
  );

/** The same among all who know `address`; `waits` is called when somebody else works, before waiting. */
export async function onceAt(address, isDone, work, waits) {
  if (await isDone()) return;
  const release = await take(address, waits);
  try {
    if (!(await isDone())) await work();
  } finally {
    await release();
  }
}

/** Where the one is found that works in `folder`. */
export function addressOf(folder, system) {
  const name = `wenzheng-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`;
  // A name in no file system, on Linux.
  if (system === 'linux') return `\0${name}`;
  return system === 'win32' ? `\\\\?\\pipe\\${name}` : path.join(tmpdir(), name);
}

async function take(address, waits) {
  for (;;) {
    const release = await listen(address);
    if (release) return release;
    await untilGone(address, waits);
  }
}

/** Resolves with what ends the listening, or with null if somebody else listens there. */
function listen(address) {
  const waiting = new Set();
  const server = createServer((socket) => {
    waiting.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => waiting.delete(socket));
  });
  const release = () =>
    new Promise((resolve) => {
      server.close(resolve);
      for (const socket of waiting) socket.destroy();
    });
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      if (error.code === 'EADDRINUSE') resolve(null);
      else reject(error);
    });
    server.listen(address, () => resolve(release));
  });
}

/** Resolves when nobody listens there any more; calls `waits` once somebody does. */
function untilGone(address, waits) {
  return new Promise((resolve, reject) => {
    const socket = connect(address, waits);
    socket.once('close', resolve);
    socket.on('error', (error) => {
      // The file of one that was killed, where addresses are files.
      if (error.code === 'ECONNREFUSED' && path.isAbsolute(address))
        rmSync(address, { force: true });
      else if (!['ECONNREFUSED', 'ECONNRESET', 'ENOENT'].includes(error.code)) reject(error);
    });
    socket.resume();
  });
}
