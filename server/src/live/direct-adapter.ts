/**
 * Socket.IO's adapter with broadcasts encoded once and written straight to the WebSockets, slice by
 * slice. Sockets that poll, upgrade or have a backlog get their packet the ordinary way.
 */
import type { Socket } from 'node:net';
import type { Namespace } from 'socket.io';
import { Adapter, type BroadcastOptions } from 'socket.io-adapter';
import { Slices } from './slices';
import {
  heartbeatsAt,
  rawSocket,
  writeStraight,
  type Encoded,
  type EngineClient,
  type EngineSocket,
  type SendPacket,
} from './straight';

/** Rooms whose name begins so are served after all others. */
export const PHONES = 'phones:';

/** Tallies are not written to sockets with more than this (bytes) still to send. */
const BACKLOG_FOR_TALLIES = 32 * 1024;
/** A connection that has not read this much is closed; it comes back and gets a snapshot. */
const BACKLOG_LIMIT = 2 * 1024 * 1024;
/** Packets that may wait for a client that does not read; beyond that its connection is closed. */
export const MOST_WAITING = 256;

interface ServerSocket {
  readonly conn: EngineSocket;
  readonly client: EngineClient;
}
/** What a broadcast needs of one connection, close together: ten thousand are gone through each time. */
interface Line {
  readonly conn: EngineSocket;
  readonly client: EngineClient;
  /** Once the connection is a WebSocket it stays one. */
  raw: Socket | null;
}
interface Message {
  readonly packets: Encoded;
  readonly options: { preEncoded: true; volatile: boolean; wsPreEncodedFrame?: readonly Buffer[] };
  readonly frame: Buffer | null;
}

/** Packets that wait because the client has not read the earlier ones. */
export const packetsWaiting = (conn: object): number => (conn as EngineSocket).writeBuffer.length;

export class DirectAdapter extends Adapter {
  readonly #slices: Slices<Line>;
  readonly #lines = new WeakMap<ServerSocket, Line>();
  /** Who is in a room, until somebody comes or goes. */
  readonly #members = new Map<string, readonly Line[]>();
  readonly #sendPacket: SendPacket;

  /** `now` is a monotonic clock in milliseconds. */
  constructor(namespace: Namespace, now: () => number) {
    super(namespace);
    this.#slices = new Slices({
      now,
      soon: (run) => void setImmediate(run),
      later: (ms, run) => void setTimeout(run, ms).unref(),
    });
    this.#sendPacket = heartbeatsAt((run) => this.#slices.whenIdle(run));
    const moved = (room: string): void => void this.#members.delete(room);
    this.on('join-room', moved);
    this.on('leave-room', moved);
  }

  override broadcast(packet: object, opts: BroadcastOptions): void {
    const options: Message['options'] = {
      preEncoded: true,
      volatile: opts.flags?.volatile === true,
    };
    Object.assign(packet, { nsp: this.nsp.name });
    const packets: Encoded = encode(this, packet, options);
    const frame = options.wsPreEncodedFrame ? Buffer.concat(options.wsPreEncodedFrame) : null;
    const { rooms } = opts;
    const toPhones = [...rooms].some((room) => room.startsWith(PHONES));
    const message = { packets, options, frame };
    const targets = this.#targets(opts);
    this.#slices.send({ rooms, targets, toPhones, write: (line) => write(line, message) });
  }

  /** From now on what is sent to `client` alone, and its heartbeats, are written straight where they can be. */
  adopt(client: object): void {
    writeStraight(client, this.#sendPacket);
  }

  /** Calls `run` once all broadcasts to `room` so far are written; at once if none is under way. */
  whenSent(room: string, run: () => void): void {
    this.#slices.whenSent(room, run);
  }

  /** A command waits that others must not wait for: see `Slices.giveWay`. */
  giveWay(): void {
    this.#slices.giveWay();
  }

  #targets(opts: BroadcastOptions): readonly Line[] {
    const [room] = opts.rooms;
    const isPlain = opts.rooms.size === 1 && (opts.except?.size ?? 0) === 0;
    const known = isPlain && room !== undefined ? this.#members.get(room) : undefined;
    if (known) return known;
    const lines: Line[] = [];
    each(this, opts, (socket) => lines.push(this.#line(socket)));
    if (isPlain && room !== undefined && this.rooms.has(room)) this.#members.set(room, lines);
    return lines;
  }

  /** The same for each socket, whatever list it stands in. */
  #line(socket: ServerSocket): Line {
    const known = this.#lines.get(socket);
    if (known) return known;
    const line = { conn: socket.conn, client: socket.client, raw: null };
    this.#lines.set(socket, line);
    return line;
  }
}

/** False if the socket is too slow for these tallies. */
function write(line: Line, message: Message): boolean {
  const { conn } = line;
  if (conn.readyState !== 'open') return true;
  const raw = (line.raw ??= rawSocket(conn));
  if (raw?.writableLength !== 0 || conn.writeBuffer.length > 0 || message.frame === null)
    return writeToBusy(line, message);
  if (raw.writable) raw.write(message.frame);
  return true;
}

function writeToBusy({ conn, client, raw }: Line, { frame, packets, options }: Message): boolean {
  const backlog = raw?.writableLength ?? 0;
  const slow = backlog > BACKLOG_FOR_TALLIES || !conn.transport.writable;
  if (options.volatile && slow) return false;
  if (backlog > BACKLOG_LIMIT || packetsWaiting(conn) > MOST_WAITING) {
    conn.close();
    return true;
  }
  const straight = raw?.writable === true && conn.transport.writable;
  if (straight && frame !== null && conn.writeBuffer.length === 0) raw.write(frame);
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
