/**
 * Socket.IO's adapter with broadcasts encoded once and written straight to the WebSockets, slice by
 * slice. Sockets that poll, upgrade or have a backlog get their packet the ordinary way.
 */
import type { Socket } from 'node:net';
import type { Namespace } from 'socket.io';
import { Adapter, type BroadcastOptions } from 'socket.io-adapter';
import type { WebSocket } from 'ws';
import { Slices } from './slices';

/** Rooms whose name begins so are served after all others. */
export const PHONES = 'phones:';

/** Tallies are not written to sockets with more than this (bytes) still to send. */
const BACKLOG_FOR_TALLIES = 32 * 1024;
/** A connection that has not read this much is closed; it comes back and gets a snapshot. */
const BACKLOG_LIMIT = 2 * 1024 * 1024;

type Encoded = ReturnType<InstanceType<typeof Adapter>['encoder']['encode']>;
interface EngineSocket {
  readonly readyState: string;
  readonly upgrading: boolean;
  readonly upgraded: boolean;
  readonly writeBuffer: readonly unknown[];
  readonly transport: {
    readonly name: string;
    readonly writable: boolean;
    readonly socket?: WebSocket;
  };
  close(discard: boolean): void;
}
interface ServerSocket {
  readonly conn: EngineSocket;
  readonly client: { writeToEngine(packets: Encoded, options: object): void };
}
interface Message {
  readonly packets: Encoded;
  readonly options: { preEncoded: true; volatile: boolean; wsPreEncodedFrame?: readonly Buffer[] };
  readonly frame: Buffer | null;
}

/** `ws` keeps the socket of a connection in this field; its version is pinned. */
const rawSocket = (connection: WebSocket | undefined): Socket | null => {
  const raw = (connection as unknown as { _socket?: Socket } | undefined)?._socket;
  return raw?.writable ? raw : null;
};

/** Packets that wait for a client to read; Socket.IO's types keep the list to themselves. */
export const packetsWaiting = (conn: object): number => (conn as EngineSocket).writeBuffer.length;

export class DirectAdapter extends Adapter {
  readonly #slices: Slices<ServerSocket>;

  /** `now` is a monotonic clock in milliseconds. */
  constructor(namespace: Namespace, now: () => number) {
    super(namespace);
    this.#slices = new Slices({
      now,
      soon: (run) => void setImmediate(run),
      later: (ms, run) => void setTimeout(run, ms).unref(),
    });
  }

  override broadcast(packet: object, opts: BroadcastOptions): void {
    const options: Message['options'] = {
      preEncoded: true,
      volatile: opts.flags?.volatile === true,
    };
    Object.assign(packet, { nsp: this.nsp.name });
    const packets: Encoded = encode(this, packet, options);
    const targets: ServerSocket[] = [];
    each(this, opts, (socket) => targets.push(socket));
    const frame = options.wsPreEncodedFrame ? Buffer.concat(options.wsPreEncodedFrame) : null;
    const toPhones = [...opts.rooms].some((room) => room.startsWith(PHONES));
    const message = { packets, options, frame };
    const { rooms } = opts;
    this.#slices.send({ rooms, targets, toPhones, write: (socket) => write(socket, message) });
  }

  /** Calls `run` once all broadcasts to `room` so far are written; at once if none is under way. */
  whenSent(room: string, run: () => void): void {
    this.#slices.whenSent(room, run);
  }
}

/** False if the socket is too slow for these tallies. */
function write({ conn, client }: ServerSocket, { frame, packets, options }: Message): boolean {
  if (conn.readyState !== 'open') return true;
  const raw = conn.transport.name === 'websocket' ? rawSocket(conn.transport.socket) : null;
  const backlog = raw?.writableLength ?? 0;
  const slow = backlog > BACKLOG_FOR_TALLIES || !conn.transport.writable;
  if (options.volatile && slow) return false;
  if (backlog > BACKLOG_LIMIT) {
    conn.close(true);
    return true;
  }
  const straight =
    frame !== null &&
    raw !== null &&
    !conn.upgrading &&
    conn.transport.writable &&
    conn.writeBuffer.length === 0;
  if (straight) raw.write(frame);
  else client.writeToEngine(packets, options);
  return true;
}

/** The adapter's own encoding and choice of sockets, which its types keep to themselves. */
interface AdapterInside {
  _encode(packet: object, options: Message['options']): Encoded;
  apply(opts: BroadcastOptions, run: (socket: ServerSocket) => void): void;
}
const inside = (adapter: Adapter): AdapterInside => adapter as unknown as AdapterInside;
const encode = (adapter: Adapter, packet: object, options: Message['options']): Encoded =>
  inside(adapter)._encode(packet, options);
const each = (
  adapter: Adapter,
  opts: BroadcastOptions,
  run: (socket: ServerSocket) => void,
): void => inside(adapter).apply(opts, run);

/** For Socket.IO's `adapter` option, which makes one for each namespace. */
export const directAdapter = (now: () => number): typeof Adapter =>
  class extends DirectAdapter {
    constructor(namespace: Namespace) {
      super(namespace, now);
    }
  };
