/** Plain TCP to the hub: an attacker is bound by no client library. */
import { connect, type Socket } from 'node:net';
import { PROTOCOL } from '@wenzheng/shared/wire/version';
import { text } from './sockets';

const ANSWER_WITHIN_MS = 10_000;

/** After an answer, more of it may come for so long (ms); without one, so long is waited for it. */
const MORE_WITHIN_MS = 20;
const FIRST_WITHIN_MS = 400;

/** What comes back for `bytes`, until the hub closes or has nothing more to say. Errors: the hub is gone. */
export function answerTo(port: number, bytes: Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1' });
    let answer = '';
    socket.setTimeout(FIRST_WITHIN_MS, () => socket.destroy());
    socket.on('data', (chunk) => {
      answer += chunk.toString('latin1');
      socket.setTimeout(MORE_WITHIN_MS);
    });
    socket.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNREFUSED') reject(error);
    });
    socket.on('close', () => resolve(answer));
    socket.write(bytes);
  });
}

/** Close frames, without a code and with one from 1000 on; no text has these bytes. */
const FAREWELLS = [Buffer.from([0x88, 0x00]), Buffer.from([0x88, 0x02, 0x03])];

/** A WebSocket that sends whatever bytes it is told. */
export class RawSocket {
  readonly #socket: Socket;
  #received = Buffer.alloc(0);
  #open = true;
  #heard: () => void = () => undefined;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.setNoDelay(true);
    socket.on('data', (chunk) => {
      this.#received = Buffer.concat([this.#received, chunk]);
      // `ws` waits 30 s for the farewell of a client that it has told to go, and hears nothing else of it.
      if (FAREWELLS.some((farewell) => this.#received.includes(farewell))) socket.destroy();
      this.#heard();
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      this.#open = false;
      this.#heard();
    });
  }

  /** Resolves once the hub has let it in as `client`; null if it has not. Errors: the hub is gone. */
  static async join(port: number, client: string, cookie: string): Promise<RawSocket | null> {
    const socket = connect({ port, host: '127.0.0.1' });
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('error', reject);
    });
    const raw = new RawSocket(socket);
    raw.send(
      Buffer.from(
        'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\n' +
          'Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n' +
          `Cookie: ${cookie}\r\n\r\n`,
      ),
    );
    if (!(await raw.heard('"sid"'))) return null;
    const auth = { protocol: PROTOCOL, client, forum: null, held: null };
    raw.send(text(`40${JSON.stringify(auth)}`));
    return (await raw.heard('["hello"')) ? raw : null;
  }

  get open(): boolean {
    return this.#open;
  }
  /** What the hub has said since `forget`, frames and all. */
  get said(): string {
    return this.#received.toString('utf8');
  }
  send(bytes: Buffer): void {
    if (this.#open) this.#socket.write(bytes);
  }
  /** Resolves to true once the hub has said `words`, to false once it has closed. Errors: neither in 10 s. */
  async heard(words: string): Promise<boolean> {
    const heard = await this.heardWithin(words, ANSWER_WITHIN_MS);
    if (!heard && this.#open) throw new Error(`not heard: ${words}, but ${this.said.slice(-300)}`);
    return heard;
  }
  /** Resolves to true once the hub has said `words`, to false once it has closed or `ms` have passed. */
  heardWithin(words: string, ms: number): Promise<boolean> {
    return new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(late);
        this.#heard = () => undefined;
        resolve(this.#received.includes(words));
      };
      const late = setTimeout(done, ms);
      this.#heard = () => {
        if (!this.#open || this.#received.includes(words)) done();
      };
      this.#heard();
    });
  }
  close(): void {
    this.#socket.destroy();
  }
}
