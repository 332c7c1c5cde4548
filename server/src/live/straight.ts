/**
 * Text written straight to the socket under a WebSocket, as one frame in one buffer. It is what Socket.IO
 * would write, without its way there: that costs more than the kernel's part. Whatever is not a plain open
 * WebSocket with nothing waiting goes the ordinary way, so that order and limits of waiting packets stay.
 */
import type { Socket } from 'node:net';
import type { WebSocket } from 'ws';
import { textFrame } from './gathered-socket';

export type Encoded = readonly (string | Buffer)[];

/** What of Socket.IO's and Engine.IO's insides this needs; their versions are pinned. */
export interface EngineSocket {
  readonly readyState: string;
  readonly upgrading: boolean;
  readonly writeBuffer: readonly unknown[];
  readonly transport: {
    readonly name: string;
    readonly writable: boolean;
    readonly socket?: WebSocket;
  };
  close(): void;
}
export interface EngineClient {
  readonly conn: EngineSocket;
  writeToEngine(packets: Encoded, options: object): void;
}

/** Engine.IO's type of a message, before the packet of Socket.IO. */
const MESSAGE = '4';

/** The socket that carries the connection; null if it polls, is changing its transport or is being closed. */
export function rawSocket({ transport, upgrading }: EngineSocket): Socket | null {
  if (transport.name !== 'websocket' || upgrading) return null;
  // `ws` keeps it in this field.
  const { _socket: raw } = transport.socket as unknown as { _socket?: Socket | null };
  return raw?.writable === true ? raw : null;
}

/** From now on what is sent to `client` alone is written straight where it can be. */
export function writeStraight(client: object): void {
  (client as EngineClient).writeToEngine = straightToEngine;
}

function straightToEngine(this: EngineClient, packets: Encoded, options: object): void {
  const { conn } = this;
  const [packet] = packets;
  const isPlain = packets.length === 1 && typeof packet === 'string';
  const isFree =
    conn.readyState === 'open' && conn.writeBuffer.length === 0 && conn.transport.writable;
  const raw = isPlain && isFree ? rawSocket(conn) : null;
  if (isPlain && raw?.writableLength === 0) raw.write(textFrame(MESSAGE + packet));
  else ordinary(this).call(this, packets, options);
}

const ordinary = (client: EngineClient): EngineClient['writeToEngine'] =>
  (Object.getPrototypeOf(client) as EngineClient).writeToEngine;
