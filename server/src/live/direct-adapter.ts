/**
 * Socket.IO's adapter with broadcasts encoded once and written straight to the WebSockets, in slices
 * with the event loop turned in between, so that a host's command never waits behind ten thousand
 * phones. Sockets that poll, upgrade or have a backlog get their packet the ordinary way.
 */
import { Adapter, type BroadcastOptions } from 'socket.io-adapter';
import type { WebSocket } from 'ws';

/** Rooms whose name begins so are served after all others. */
export const PHONES = 'phones:';

const SLICE = 100;
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
  readonly transport: { readonly name: string; readonly writable: boolean; readonly socket?: WebSocket };
  close(discard: boolean): void;
}
interface ServerSocket {
  readonly conn: EngineSocket;
  readonly client: { writeToEngine(packets: Encoded, options: object): void };
}
interface Job {
  readonly sockets: readonly ServerSocket[];
  next: number;
  readonly packets: Encoded;
  readonly options: { preEncoded: true; volatile: boolean; wsPreEncodedFrame?: readonly Buffer[] };
  readonly frame: Buffer | null;
}

/** `ws` keeps the socket of a connection in this field; its version is pinned. */
const rawSocket = (connection: WebSocket | undefined): import('node:net').Socket | null => {
  const raw = (connection as unknown as { _socket?: import('node:net').Socket } | undefined)?._socket;
  return raw?.writable ? raw : null;
};

export class DirectAdapter extends Adapter {
  readonly #staff: Job[] = [];
  readonly #phones: Job[] = [];
  #turning = false;

  override broadcast(packet: object, opts: BroadcastOptions): void {
    const options: Job['options'] = { preEncoded: true, volatile: opts.flags?.volatile === true };
    Object.assign(packet, { nsp: this.nsp.name });
    const packets: Encoded = encode(this, packet, options);
    const sockets: ServerSocket[] = [];
    each(this, opts, (socket) => sockets.push(socket));
    const frame = options.wsPreEncodedFrame ? Buffer.concat(options.wsPreEncodedFrame) : null;
    const forPhones = [...opts.rooms].some((room) => room.startsWith(PHONES));
    (forPhones ? this.#phones : this.#staff).push({ sockets, next: 0, packets, options, frame });
    if (!this.#turning) this.#turn();
  }

  /** Writes one slice, then lets the event loop turn. */
  #turn(): void {
    const queue = this.#staff.length > 0 ? this.#staff : this.#phones;
    const job = queue[0];
    this.#turning = job !== undefined;
    if (!job) return;
    const end = Math.min(job.next + SLICE, job.sockets.length);
    for (; job.next < end; job.next += 1) {
      const socket = job.sockets[job.next];
      if (socket) write(socket, job);
    }
    if (job.next >= job.sockets.length) queue.shift();
    setImmediate(() => this.#turn());
  }
}

function write({ conn, client }: ServerSocket, { frame, packets, options }: Job): void {
  const raw = conn.transport.name === 'websocket' ? rawSocket(conn.transport.socket) : null;
  const backlog = raw?.writableLength ?? 0;
  if (options.volatile && backlog > BACKLOG_FOR_TALLIES) return;
  if (backlog > BACKLOG_LIMIT) {
    conn.close(true);
    return;
  }
  const straight =
    frame !== null &&
    raw !== null &&
    conn.readyState === 'open' &&
    !conn.upgrading &&
    conn.transport.writable &&
    conn.writeBuffer.length === 0;
  if (straight) raw.write(frame);
  else client.writeToEngine(packets, options);
}

/** The adapter's own encoding and choice of sockets, which its types keep to themselves. */
interface AdapterInside {
  _encode(packet: object, options: Job['options']): Encoded;
  apply(opts: BroadcastOptions, run: (socket: ServerSocket) => void): void;
}
const inside = (adapter: Adapter): AdapterInside => adapter as unknown as AdapterInside;
const encode = (adapter: Adapter, packet: object, options: Job['options']): Encoded =>
  inside(adapter)._encode(packet, options);
const each = (adapter: Adapter, opts: BroadcastOptions, run: (socket: ServerSocket) => void): void =>
  inside(adapter).apply(opts, run);
