/** The bare baseline of a connection and of an acknowledged message: Socket.IO with nothing behind it. */
import { createServer } from 'node:http';
import { once } from 'node:events';
import { Server } from 'socket.io';
import { HEARTBEAT } from '@wenzheng/server/src/live/room';

export class BareSocketIo {
  /** Listens, and acknowledges every command with the bytes that the hub would. Answers the port. */
  async listen(): Promise<number> {
    const http = createServer();
    const io = new Server(http, {
      serveClient: false,
      perMessageDeflate: false,
      httpCompression: false,
      pingInterval: HEARTBEAT.interval,
      pingTimeout: HEARTBEAT.timeout,
    });
    io.on('connection', (socket) => {
      socket.on('command', (_frame, answer) => answer({ ok: true }));
    });
    http.listen(0, '127.0.0.1');
    await once(http, 'listening');
    const address = http.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    return address.port;
  }

  /** Frees what is no longer used, before memory is measured. */
  collectGarbage(): void {
    globalThis.gc?.();
  }
}
