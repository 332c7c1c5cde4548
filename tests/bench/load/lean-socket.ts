/**
 * A WebSocket client that does next to nothing for each message, so that one thread can be ten thousand
 * phones: every connection reads into the same buffer, and only bytes are handed on.
 */
import { connect, type Socket } from 'node:net';

export interface Listener {
  opened(): void;
  /** One text message, in `bytes` from `start` to `end`; they are overwritten afterwards. */
  message(bytes: Buffer, start: number, end: number): void;
  closed(): void;
}
export interface Target {
  readonly port: number;
  /** Address to come from: one address has no more than some 28,000 ports. */
  readonly from: string;
  readonly path: string;
  readonly cookie: string | null;
}

const shared = Buffer.allocUnsafeSlow(256 * 1024);
const MASK = [0x37, 0xfa, 0x21, 0x3d] as const;
const END_OF_HEAD = Buffer.from('\r\n\r\n');
const TEXT = 0x81;
const OPCODE_CLOSE = 0x8;

/** The masked frame of a text message. */
export function frameOf(text: string): Buffer {
  const length = Buffer.byteLength(text);
  const head = length < 126 ? 6 : 8;
  const frame = Buffer.allocUnsafe(head + length);
  frame[0] = TEXT;
  if (length < 126) frame[1] = 0x80 | length;
  else {
    frame[1] = 0x80 | 126;
    frame.writeUInt16BE(length, 2);
  }
  frame.set(MASK, head - 4);
  frame.write(text, head);
  for (let at = 0; at < length; at += 1) {
    frame[head + at] = (frame[head + at] ?? 0) ^ (MASK[at & 3] ?? 0);
  }
  return frame;
}

export class LeanSocket {
  readonly #socket: Socket;
  readonly #listener: Listener;
  #upgraded = false;
  /** The beginning of a message whose end has not come yet. */
  #rest: Buffer | null = null;
  /** Bytes of the connection, frames and the answer to the handshake included. */
  received = 0;
  sent = 0;

  constructor(target: Target, listener: Listener) {
    this.#listener = listener;
    this.#socket = connect({
      port: target.port,
      host: '127.0.0.1',
      localAddress: target.from,
      noDelay: true,
      onread: {
        buffer: shared,
        callback: (length: number) => {
          this.received += length;
          this.#take(length);
          return true;
        },
      },
    });
    this.#socket.on('connect', () => this.#socket.write(handshake(target)));
    this.#socket.on('error', () => this.#socket.destroy());
    this.#socket.on('close', () => listener.closed());
  }

  send(frame: Buffer): void {
    this.sent += frame.length;
    this.#socket.write(frame);
  }
  close(): void {
    this.#socket.destroy();
  }

  #take(length: number): void {
    let bytes: Buffer = shared;
    let end = length;
    if (this.#rest) {
      bytes = Buffer.concat([this.#rest, shared.subarray(0, length)]);
      end = bytes.length;
      this.#rest = null;
    }
    const taken = this.#messages(bytes, this.#upgraded ? 0 : this.#head(bytes, end), end);
    if (taken < end) this.#rest = Buffer.from(bytes.subarray(taken, end));
  }

  /** Reads the answer to the handshake; answers where it ends, or 0 if it has not yet. */
  #head(bytes: Buffer, end: number): number {
    const at = bytes.subarray(0, end).indexOf(END_OF_HEAD);
    if (at < 0) return 0;
    const status = bytes.toString('latin1', 9, 12);
    if (status !== '101') throw new Error(`no WebSocket: ${bytes.toString('latin1', 0, at)}`);
    this.#upgraded = true;
    this.#listener.opened();
    return at + END_OF_HEAD.length;
  }

  /** Hands on every whole message from `start`; answers where the first unfinished one begins. */
  #messages(bytes: Buffer, start: number, end: number): number {
    if (!this.#upgraded) return start;
    let at = start;
    while (at + 2 <= end) {
      let head = 2;
      let length = bytes[at + 1] ?? 0;
      if (length === 126) {
        if (at + 4 > end) return at;
        head = 4;
        length = bytes.readUInt16BE(at + 2);
      } else if (length === 127) {
        if (at + 10 > end) return at;
        head = 10;
        length = Number(bytes.readBigUInt64BE(at + 2));
      }
      if (at + head + length > end) return at;
      if (((bytes[at] ?? 0) & 0xf) === OPCODE_CLOSE) this.#socket.end();
      else this.#listener.message(bytes, at + head, at + head + length);
      at += head + length;
    }
    return at;
  }
}

/** What a WebSocket sends first: no more of it than the hub looks at. */
export const handshake = ({ path, cookie, port }: Omit<Target, 'from'>): string =>
  [
    `GET ${path} HTTP/1.1`,
    `Host: 127.0.0.1:${port}`,
    'Upgrade: websocket',
    'Connection: Upgrade',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    ...(cookie === null ? [] : [`Cookie: ${cookie}`]),
    '',
    '',
  ].join('\r\n');
