import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { connect, type Socket } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { GatheringServer, hearFirst, textFrame } from '@wenzheng/server/src/live/gathered-socket';

const closers: (() => unknown)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

type Opened = (socket: WebSocket, request: IncomingMessage) => void;

/** A server that hands every connection to `opened` in the turn in which it is upgraded, once `together` have come. */
async function listen(opened: Opened, together = 1): Promise<number> {
  const http = createServer();
  const server = new GatheringServer({ noServer: true });
  const come: (() => void)[] = [];
  http.on('upgrade', (request, socket, head) => {
    come.push(() => server.handleUpgrade(request, socket, head, opened));
    if (come.length >= together) for (const upgrade of come.splice(0)) upgrade();
  });
  return portOf(http);
}

async function portOf(http: Server): Promise<number> {
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  closers.push(() => http.close());
  const address = http.address();
  return typeof address === 'object' ? (address?.port ?? 0) : 0;
}

function client(port: number, path = '/'): WebSocket {
  const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`);
  closers.push(() => socket.terminate());
  return socket;
}

const UPGRADE =
  'GET / HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n' +
  'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n';

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

it('gives text to whoever hears it first, and passes on what is not taken', async () => {
  const heard: string[] = [];
  const passed: string[] = [];
  const port = await listen((socket) => {
    socket.on('message', (data, binary) => {
      passed.push(binary ? 'binary' : String(data));
      const hears = (text: string): boolean => text !== 'pass on' && heard.push(text) > 0;
      if (passed.length === 1) hearFirst(socket, { hears });
    });
  });
  const socket = client(port);
  await once(socket, 'open');
  socket.send('first');
  await expect.poll(() => passed).toEqual(['first']);
  for (const each of ['问政', 'pass on', Buffer.from('bytes'), '']) socket.send(each);
  await expect.poll(() => heard).toEqual(['问政', '']);
  expect(passed).toEqual(['first', 'pass on', 'binary']);
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
  raw.write(UPGRADE);
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

it('lets host and screens in before the phones that wait at the door', async () => {
  const order: string[] = [];
  const port = await listen((_, { url = '' }) => order.push(url), 300);
  const phones = Array.from({ length: 299 }, () => client(port, '/?client=audience'));
  const screen = client(port, '/?client=display&EIO=4');
  await Promise.all([...phones, screen].map((socket) => once(socket, 'open')));
  expect(order).toHaveLength(300);
  expect(order.indexOf('/?client=display&EIO=4')).toBe(0);
});

it('is not brought down by a phone that is gone before its turn', async () => {
  const http = createServer();
  const server = new GatheringServer({ noServer: true });
  let opened = 0;
  http.on('upgrade', (request, socket, head) => {
    server.handleUpgrade(request, socket, head, () => (opened += 1));
    // As a connection ends that is reset; an error that nobody listens to would end the hub.
    if (request.url === '/gone') socket.destroy(new Error('reset'));
  });
  const port = await portOf(http);
  const gone = client(port, '/gone');
  const [error] = (await once(gone, 'error')) as [Error];
  expect(error.message).toBe('socket hang up');
  await once(client(port), 'open');
  expect(opened).toBe(1);
});
