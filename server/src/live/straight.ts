/**
 * Text written straight to the socket under a WebSocket, as one frame in one buffer, and read straight from it. It is
 * what Socket.IO would write and read, without its way there: that costs more than the kernel's part. Whatever is not a
 * plain open WebSocket with nothing waiting, or no plain call or answer to a heartbeat, goes the ordinary way, so that
 * order and limits of waiting packets stay. A view may follow what the connection still takes, as it follows `hello`.
 */
import type { Socket } from 'node:net';
import type { WebSocket } from 'ws';
import type { Ack } from '@wenzheng/shared/wire/protocol';
import { gather, takesMore, textFrame } from './gathered-socket';

export type Encoded = readonly (string | Buffer)[];

/** What of Socket.IO's and Engine.IO's insides this needs; their versions are pinned. */
export interface EngineSocket {
  readonly readyState: string;
  /** Runs until the next heartbeat is due. */
  readonly pingIntervalTimer: NodeJS.Timeout | null;
  /** Runs while the answer to a heartbeat is awaited; whatever else comes puts it off, once. */
  pingTimeoutTimer: NodeJS.Timeout | null;
  hasRefreshedPingTimeout: boolean;
  readonly upgrading: boolean;
  readonly writeBuffer: readonly unknown[];
  readonly transport: {
    readonly name: string;
    readonly writable: boolean;
    readonly socket?: WebSocket;
  };
  sendPacket: SendPacket;
  close(): void;
}
export type SendPacket = (this: EngineSocket, type: string, ...rest: unknown[]) => void;
export interface EngineClient {
  readonly conn: EngineSocket;
  writeToEngine(packets: Encoded, options: object): void;
}

/** Engine.IO's type of a message, before the packet of Socket.IO. */
const MESSAGE = '4';
/** Its heartbeat, and the answer to it. */
const PING = textFrame('2');
const PONG = '3';
/** Engine.IO adds to them what is the same for all. */
const NO_OPTIONS = {};

/** The socket that carries the connection; null if it polls, is changing its transport or is being closed. */
export function rawSocket({ transport, upgrading }: EngineSocket): Socket | null {
  if (transport.name !== 'websocket' || upgrading) return null;
  // `ws` keeps it in this field.
  const { _socket: raw } = transport.socket as unknown as { _socket?: Socket | null };
  return raw?.writable === true ? raw : null;
}

/** What is sent to `client` alone is written straight from now on where it can be, all else by `sendPacket`. */
export function writeStraight(client: object, sendPacket: SendPacket): void {
  const { conn } = client as EngineClient;
  (client as EngineClient).writeToEngine = straightToEngine;
  conn.sendPacket = sendPacket;
}

function straightToEngine(this: EngineClient, packets: Encoded, options: object): void {
  const [packet] = packets;
  const isPlain = packets.length === 1 && typeof packet === 'string';
  const raw = isPlain ? freeSocket(this.conn) : null;
  if (isPlain && raw !== null) raw.write(textFrame(MESSAGE + packet));
  else ordinary(this).writeToEngine.call(this, packets, options);
}

/** What a feed gives to all who need it. */
export type SharedEvent = 'snapshot' | 'patch';
/** An event of Socket.IO, written out: as its packet, and as the frame in which Engine.IO would put that. */
interface WrittenOut {
  readonly packet: string;
  readonly frame: Buffer;
}
const writtenOut = new WeakMap<object, WrittenOut>();

/**
 * Sends `client` what many are sent: `view`, the same object for all, which never changes, is written out once. When the
 * hub was started again, ten thousand phones are sent the same.
 */
export function sendShared(client: object, event: SharedEvent, view: object): void {
  let written = writtenOut.get(view);
  if (!written) writtenOut.set(view, (written = writeOut(event, view)));
  const { conn } = client as EngineClient;
  const raw = isClear(conn) ? rawSocket(conn) : null;
  if (raw !== null && takesMore(raw)) {
    gather(raw);
    raw.write(written.frame);
  } else (client as EngineClient).writeToEngine([written.packet], NO_OPTIONS);
}

function writeOut(event: SharedEvent, view: object): WrittenOut {
  const packet = `2${JSON.stringify([event, view])}`;
  return { packet, frame: textFrame(MESSAGE + packet) };
}

/**
 * Writes heartbeats straight, each when `whenIdle` calls for it. Ten thousand phones are sent 1,700 a second: within a
 * broadcast they and the answers to them would make its last phone wait a third longer.
 */
export function heartbeatsAt(whenIdle: (beat: () => void) => void): SendPacket {
  return function (this: EngineSocket, type, ...rest) {
    if (type === 'ping') whenIdle(() => beat(this));
    else ordinary(this).sendPacket.call(this, type, ...rest);
  };
}

function beat(conn: EngineSocket): void {
  const raw = freeSocket(conn);
  if (raw === null) ordinary(conn).sendPacket.call(conn, 'ping');
  else raw.write(PING);
}

/** The socket under `conn` if nothing waits to be written to it. */
function freeSocket(conn: EngineSocket): Socket | null {
  const raw = isClear(conn) ? rawSocket(conn) : null;
  return raw?.writableLength === 0 ? raw : null;
}

/** Nothing waits in Engine.IO to be sent before. */
const isClear = ({ readyState, writeBuffer, transport }: EngineSocket): boolean =>
  readyState === 'open' && writeBuffer.length === 0 && transport.writable;

/** What it does where nothing is written straight. */
const ordinary = <T extends object>(own: T): T => Object.getPrototypeOf(own) as T;

/** What a client asks and waits to be answered. */
export interface Call {
  /** Under which it waits. */
  readonly number: string;
  readonly event: 'command' | 'probe';
  readonly argument: unknown;
}

/** A message of Engine.IO with an event of Socket.IO that is to be acknowledged. */
const CALL = /^42(\d{1,9})\["(command|probe)"[,\]]/;
const WORDS = { command: 2, probe: 1 } as const;

/** The call that `text` is; null for all else, and for what is none by Socket.IO's rules. */
export function readCall(text: string): Call | null {
  const [, number, name] = CALL.exec(text) ?? [];
  if (number === undefined) return null;
  const event = name === 'probe' ? 'probe' : 'command';
  try {
    const words: unknown[] = JSON.parse(text.slice(2 + number.length));
    return words.length === WORDS[event] ? { number, event, argument: words[1] } : null;
  } catch {
    return null;
  }
}

/** May calls be taken from `conn`? Not once it is closing. A call is a sign of life, as every packet is. */
export function takesCalls(client: object): boolean {
  const { conn } = client as EngineClient;
  if (conn.readyState !== 'open') return false;
  if (conn.pingTimeoutTimer !== null && !conn.hasRefreshedPingTimeout) {
    conn.pingTimeoutTimer.refresh();
    conn.hasRefreshedPingTimeout = true;
  }
  return true;
}

/** Takes the answer to a heartbeat as Engine.IO does; false if `text` is none. */
export function takesPong(client: object, text: string): boolean {
  const { conn } = client as EngineClient;
  if (text !== PONG || conn.readyState !== 'open') return false;
  if (conn.pingTimeoutTimer !== null) clearTimeout(conn.pingTimeoutTimer);
  conn.pingTimeoutTimer = null;
  conn.pingIntervalTimer?.refresh();
  return true;
}

/** Answers the call that came from `client` under `number`. */
export const answerCall = (client: object, number: string, answer: Ack | number): void =>
  (client as EngineClient).writeToEngine([`3${number}[${JSON.stringify(answer)}]`], NO_OPTIONS);
