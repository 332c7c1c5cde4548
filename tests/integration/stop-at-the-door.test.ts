/** A hub that is stopped while hundreds of phones stand at its door, or are out of reach. */
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { databaseFile } from '@wenzheng/server/src/journal/database';
import { expect, onTestFinished, test } from 'vitest';
import { PHONES_PATH } from '../bench/load/crowd';
import { handshake } from '../bench/load/lean-socket';
import { HUB, startHubProcess, stopProcess, type HubProcess } from '../support/hub-process';
import { temporaryFolder } from '../support/test-app';

const PHONES = 600;
/** The first byte of the frame with which a WebSocket says goodbye; in no text. */
const GOODBYE = 0x88;

interface Phone {
  readonly socket: Socket;
  readonly closed: Promise<unknown>;
}

function phone({ port }: HubProcess, answersGoodbye: boolean): Phone {
  const greeting = handshake({ port, path: PHONES_PATH, cookie: null });
  const socket = connect(port, '127.0.0.1', () => socket.write(greeting));
  socket.on('data', (bytes) => {
    if (answersGoodbye && bytes.includes(GOODBYE)) socket.end();
  });
  // One that the kernel had queued is reset.
  socket.on('error', () => socket.destroy());
  return { socket, closed: new Promise((done) => socket.once('close', done)) };
}

test.each([
  ['at its door', true],
  ['out of reach', false],
])('a hub that is stopped with phones %s ends in order', async (_where, answersGoodbye) => {
  const hub = await startHubProcess(HUB, temporaryFolder(), []);
  onTestFinished(() => stopProcess(hub.child));
  const phones = Array.from({ length: PHONES }, () => phone(hub, answersGoodbye));
  // As the first comes in, the others stand behind it.
  await Promise.race(phones.map(({ socket }) => once(socket, 'data')));
  const gone = once(hub.child, 'exit');
  hub.child.kill('SIGTERM');
  expect(await gone).toEqual([0, null]);
  await Promise.all(phones.map(({ closed }) => closed));
  expect(hub.output()).not.toMatch(/"level":[456]0/);
  // Its journal is closed.
  expect(existsSync(`${databaseFile(hub.data)}-wal`)).toBe(false);
});
