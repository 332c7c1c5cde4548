/** The bare baseline of a broadcast: `ws`, one precomputed frame per message, written to every connection. */
import { once } from 'node:events';
import type { Socket } from 'node:net';
import { WebSocketServer, type WebSocket } from 'ws';

export class BareWs {
  #frame: Buffer = Buffer.alloc(0);

  /** Listens; whatever a client says makes it broadcast. Answers the port. */
  async listen(message: string): Promise<number> {
    this.#frame = serverFrame(Buffer.from(message));
    const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false });
    server.on('connection', (connection) => {
      connection.on('message', () => {
        for (const client of server.clients) rawSocket(client).write(this.#frame);
      });
    });
    await once(server, 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    return address.port;
  }
}

/** `ws` keeps the connection's socket to itself; writing to it is the least that a broadcast can cost. */
const rawSocket = (client: WebSocket): Socket => (client as unknown as { _socket: Socket })._socket;

function serverFrame(payload: Buffer): Buffer {
  const head = Buffer.alloc(payload.length < 126 ? 2 : 4);
  head[0] = 0x81;
  if (payload.length < 126) head[1] = payload.length;
  else {
    head[1] = 126;
    head.writeUInt16BE(payload.length, 2);
  }
  return Buffer.concat([head, payload]);
}
