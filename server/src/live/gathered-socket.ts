/**
 * WebSockets whose messages of one turn leave in one write, each frame in one piece. A write costs more than
 * the message in it: who joins is sent the answer to the handshake, the opening, the connection and the hello.
 */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocket, WebSocketServer, type ServerOptions } from 'ws';
import { monotonicNow } from '../ports/system';
import { Doors } from './doors';

const TEXT = 0x81;
/** A phone that sleeps, or is out of reach, does not answer a goodbye; `ws` would wait for half a minute. */
const GOODBYE_MS = 1_500;

/** `ws` keeps the socket of a connection in this field; its version is pinned. */
const rawSocket = (connection: WebSocket): Duplex | null =>
  (connection as unknown as { _socket: Duplex | null })._socket;

/** Holds back what is written to `raw` until the code that runs now has ended. */
export function gather(raw: Duplex): void {
  if (raw.writableCorked > 0) return;
  raw.cork();
  process.nextTick(release, raw);
}

const release = (raw: Duplex): void => raw.uncork();

/** What a connection still takes counts as sent, so that the next packet can leave with it. */
export const takesMore = (raw: Duplex): boolean => raw.writableLength < raw.writableHighWaterMark;

/** The frame of a whole text message from a server. */
export function textFrame(text: string): Buffer {
  const length = Buffer.byteLength(text);
  const head = length < 126 ? 2 : length < 65_536 ? 4 : 10;
  const frame = Buffer.allocUnsafe(head + length);
  frame[0] = TEXT;
  if (head === 2) frame[1] = length;
  else if (head === 4) {
    frame[1] = 126;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = 127;
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
  frame.write(text, head);
  return frame;
}

type Sent = (error?: Error) => void;

/** Says that it is no phone. That only moves it forward: who it is, and what it may, is found out once it is in. */
const isForemost = (url: string | undefined): boolean =>
  /[?&]client=(console|display|kiosk)\b/.test(url ?? '');

/** Is given each text message first; answers whether it has taken it. */
export interface Hearer {
  hears(text: string): boolean;
}

class GatheredSocket extends WebSocket {
  hearer: Hearer | null = null;

  override emit(event: string | symbol, ...args: unknown[]): boolean {
    const [message, isBinary] = args;
    const isText = event === 'message' && message instanceof Buffer && isBinary === false;
    return (
      (isText && this.hearer?.hears(message.toString()) === true) || super.emit(event, ...args)
    );
  }

  override send(data: unknown, options?: unknown, sent?: Sent): void {
    const raw = rawSocket(this);
    const done = typeof options === 'function' ? (options as Sent) : sent;
    if (typeof data !== 'string' || raw === null || this.readyState !== this.OPEN) {
      super.send(data as string, options as Sent);
      return;
    }
    gather(raw);
    if (takesMore(raw)) {
      raw.write(textFrame(data));
      done?.();
    } else raw.write(textFrame(data), (error) => done?.(error ?? undefined));
  }
}

/** From now on `hearer` is given what comes over `connection` before Engine.IO is. */
export function hearFirst(connection: unknown, hearer: Hearer): void {
  if (connection instanceof GatheredSocket) connection.hearer = hearer;
}

/** For Socket.IO's `wsEngine` option. */
export class GatheringServer extends WebSocketServer {
  readonly #doors = new Doors({
    soon: (run) => void setImmediate(run),
    clock: { monotonic: monotonicNow },
  });

  constructor(options: ServerOptions) {
    const ours = {
      WebSocket: GatheredSocket as unknown as typeof WebSocket,
      // An option that its types do not know yet.
      closeTimeout: GOODBYE_MS,
    };
    super({ ...options, ...ours });
  }

  /** The opening packet follows the answer to the handshake before the loop turns. */
  override handleUpgrade(
    request: IncomingMessage,
    socket: Duplex,
    head: Buffer,
    opened: (client: WebSocket, request: IncomingMessage) => void,
  ): void {
    // Until then nobody else listens to the connection.
    const lost = (): void => void socket.destroy();
    socket.on('error', lost);
    const comer = {
      isGone: () => !socket.readable || !socket.writable,
      enter: () => {
        socket.off('error', lost);
        socket.cork();
        setImmediate(release, socket);
        super.handleUpgrade(request, socket, head, opened);
      },
    };
    if (isForemost(request.url)) this.#doors.passFirst(comer);
    else this.#doors.pass(comer);
  }
}
