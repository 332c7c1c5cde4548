import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect, type Socket } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { GatheringServer, textFrame } from '@wenzheng/server/src/live/gathered-socket';

const closers: (() => unknown)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

/** A server that hands every connection to `opened` in the turn in which it is upgraded. */
async function listen(opened: (socket: WebSocket) => void): Promise<number> {
  const http = createServer();
  const server = new GatheringServer({ noServer: true });
  http.on('upgrade', (request, socket, head) =>
    server.handleUpgrade(request, socket, head, opened),
  );
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  closers.push(() => http.close());
  const address = http.address();
  return typeof address === 'object' ? (address?.port ?? 0) : 0;
}

function client(port: number): WebSocket {
  const socket = new WebSocket(`ws://127.0.0.1:${port}`);
  closers.push(() => socket.terminate());
  return socket;
}

it('sends messages of every length whole and in order', async () => {
  const texts = [
    '',
    'a',
    '问政'.repeat(21),
    'b'.repeat(126),
    'c'.repeat(65_535),
    '号'.repeat(30_000),
  ];
  const port = await listen((socket) => {
    for (const text of texts) socket.send(text);
    socket.send(Buffer.from([1, 2]));
    socket.send('last');
  });
  const got: string[] = [];
  const socket = client(port);
  socket.on('message', (data, binary) => got.push(binary ? 'binary' : String(data)));
  await expect.poll(() => got.length).toBe(texts.length + 2);
  expect(got).toEqual([...texts, 'binary', 'last']);
});

it('lets the answer to the handshake and what is sent with it leave in one write', async () => {
  const writes: number[] = [];
  const port = await listen((socket) => {
    const raw = Reflect.get(socket, '_socket') as Socket;
    socket.send('one', () => writes.push(raw.bytesWritten));
    socket.send('two', () => writes.push(raw.bytesWritten));
    expect(raw.writableCorked).toBeGreaterThan(0);
  });
  const raw = connect(port, '127.0.0.1');
  closers.push(() => raw.destroy());
  raw.write(
    'GET / HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n' +
      'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
  );
  const [first] = (await once(raw, 'data')) as [Buffer];
  expect(writes).toHaveLength(2);
  expect(first.subarray(0, 12).toString()).toBe('HTTP/1.1 101');
  expect(first.subarray(-10)).toEqual(Buffer.concat([textFrame('one'), textFrame('two')]));
});

it('makes a sender wait for a client that does not read', async () => {
  let answered = 0;
  const port = await listen((socket) => {
    for (let sent = 0; sent < 200; sent += 1)
      socket.send('x'.repeat(100_000), () => (answered += 1));
  });
  const socket = client(port);
  await once(socket, 'open');
  socket.pause();
  expect(answered).toBeLessThan(200);
  socket.resume();
  await expect.poll(() => answered, { timeout: 5_000 }).toBe(200);
});
