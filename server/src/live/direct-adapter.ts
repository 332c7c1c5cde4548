/**
 * Socket.IO's adapter with broadcasts encoded once and written straight to the WebSockets, in slices
 * with the event loop turned in between, so that a host's command never waits behind ten thousand
 * phones, nor they behind a storm of votes. Sockets that poll, upgrade or have a backlog get their packet
 * the ordinary way.
 */
import type { Socket } from 'node:net';
import type { Namespace } from 'socket.io';
import { Adapter, type BroadcastOptions } from 'socket.io-adapter';
import type { WebSocket } from 'ws';

/** Rooms whose name begins so are served after all others. */
export const PHONES = 'phones:';

const SLICE = 100;
/** The most that one turn of the event loop spends on slices (ms), however long it served others before. */
const LONGEST_TURN = 50;
/** Tallies are not written to sockets with more than this (bytes) still to send. */
const BACKLOG_FOR_TALLIES = 32 * 1024;
/** How soon the newest tallies are offered again to sockets that were spared them (ms). */
const SPARED_AGAIN = 500;
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
interface Job {
  readonly rooms: ReadonlySet<string>;
  readonly sockets: readonly ServerSocket[];
  next: number;
  readonly packets: Encoded;
  readonly options: { preEncoded: true; volatile: boolean; wsPreEncodedFrame?: readonly Buffer[] };
  readonly frame: Buffer | null;
  /** To be called once everything is written. */
  readonly done: (() => void)[];
}

/** `ws` keeps the socket of a connection in this field; its version is pinned. */
const rawSocket = (connection: WebSocket | undefined): Socket | null => {
  const raw = (connection as unknown as { _socket?: Socket } | undefined)?._socket;
  return raw?.writable ? raw : null;
};

/** Packets that wait for a client to read; Socket.IO's types keep the list to themselves. */
export const packetsWaiting = (conn: object): number => (conn as EngineSocket).writeBuffer.length;

export class DirectAdapter extends Adapter {
  readonly #staff: Job[] = [];
  readonly #phones: Job[] = [];
  readonly #now: () => number;
  #turning = false;
  #ended = -Infinity;
  /** Whom the newest tallies were spared: they follow later, for who hears nothing more is never right. */
  #spared = new Map<ServerSocket, Job>();

  /** `now` is a monotonic clock in milliseconds. */
  constructor(namespace: Namespace, now: () => number) {
    super(namespace);
    this.#now = now;
  }

  override broadcast(packet: object, opts: BroadcastOptions): void {
    const options: Job['options'] = { preEncoded: true, volatile: opts.flags?.volatile === true };
    Object.assign(packet, { nsp: this.nsp.name });
    const packets: Encoded = encode(this, packet, options);
    const sockets: ServerSocket[] = [];
    each(this, opts, (socket) => sockets.push(socket));
    const frame = options.wsPreEncodedFrame ? Buffer.concat(options.wsPreEncodedFrame) : null;
    const forPhones = [...opts.rooms].some((room) => room.startsWith(PHONES));
    const job = { rooms: opts.rooms, sockets, next: 0, packets, options, frame, done: [] };
    (forPhones ? this.#phones : this.#staff).push(job);
    if (!this.#turning) this.#begin();
    else if (!forPhones) this.#slice();
  }

  /** Calls `run` once all broadcasts to `room` so far are written; at once if none is under way. */
  whenSent(room: string, run: () => void): void {
    const last = [...this.#staff, ...this.#phones].findLast(({ rooms }) => rooms.has(room));
    if (last) last.done.push(run);
    else run();
  }

  #begin(): void {
    this.#ended = this.#now();
    this.#turn();
  }

  /** Writes slices for as long as the loop served others since the last turn, then lets it turn again. */
  #turn(): void {
    const began = this.#now();
    const share = Math.min(LONGEST_TURN, began - this.#ended);
    do this.#turning = this.#slice();
    while (this.#turning && this.#now() - began < share);
    this.#ended = this.#now();
    if (this.#turning) setImmediate(() => this.#turn());
  }

  /** Writes one slice; false if there was none. */
  #slice(): boolean {
    const queue = this.#staff.length > 0 ? this.#staff : this.#phones;
    const job = queue[0];
    if (!job) return false;
    const end = Math.min(job.next + SLICE, job.sockets.length);
    for (; job.next < end; job.next += 1) {
      const socket = job.sockets[job.next];
      if (!socket) continue;
      if (write(socket, job)) this.#spared.delete(socket);
      else this.#spare(socket, job);
    }
    if (job.next >= job.sockets.length) {
      queue.shift();
      for (const run of job.done) run();
    }
    return true;
  }

  #spare(socket: ServerSocket, job: Job): void {
    if (this.#spared.size === 0) setTimeout(() => this.#offerAgain(), SPARED_AGAIN).unref();
    this.#spared.set(socket, job);
  }

  /** A client that has missed other patches before this one sees so, and asks for a snapshot. */
  #offerAgain(): void {
    const jobs = new Map<Job, ServerSocket[]>();
    for (const [socket, job] of this.#spared) {
      if (socket.conn.readyState !== 'open') continue;
      const sockets = jobs.get(job) ?? [];
      sockets.push(socket);
      jobs.set(job, sockets);
    }
    this.#spared = new Map();
    for (const [job, sockets] of jobs) this.#phones.push({ ...job, sockets, next: 0, done: [] });
    if (!this.#turning) this.#begin();
  }
}

/** False if the socket is too slow for these tallies. */
function write({ conn, client }: ServerSocket, { frame, packets, options }: Job): boolean {
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
    conn.readyState === 'open' &&
    !conn.upgrading &&
    conn.transport.writable &&
    conn.writeBuffer.length === 0;
  if (straight) raw.write(frame);
  else client.writeToEngine(packets, options);
  return true;
}

/** The adapter's own encoding and choice of sockets, which its types keep to themselves. */
interface AdapterInside {
  _encode(packet: object, options: Job['options']): Encoded;
  apply(opts: BroadcastOptions, run: (socket: ServerSocket) => void): void;
}
const inside = (adapter: Adapter): AdapterInside => adapter as unknown as AdapterInside;
const encode = (adapter: Adapter, packet: object, options: Job['options']): Encoded =>
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
