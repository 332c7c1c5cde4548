/** Clients that take part but never read what the hub tells them, or hardly. */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { PROTOCOL } from '@wenzheng/shared/wire/protocol';
import { PHONES_PATH } from '../bench/load/crowd';
import { frameOf, handshake } from '../bench/load/lean-socket';

/** Never reads; reads one byte a second; never reads but goes on asking. */
export const KINDS = ['deaf', 'slow', 'lying'] as const;
export type Kind = (typeof KINDS)[number];

const PONG = frameOf('3');
const RESYNC = frameOf('42["resync"]');

export class DeafSocket {
  readonly kind: Kind;
  readonly #socket: Socket;
  readonly #timers: NodeJS.Timeout[] = [];

  private constructor(kind: Kind, socket: Socket) {
    this.kind = kind;
    this.#socket = socket;
  }

  /** Enters as a phone and reads no more from then on. */
  static async enter(port: number, cookie: string, kind: Kind): Promise<DeafSocket> {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    socket.on('error', () => socket.destroy());
    await once(socket, 'connect');
    socket.write(handshake({ port, path: PHONES_PATH, cookie }));
    await once(socket, 'readable');
    socket.write(
      frameOf(`40{"protocol":${PROTOCOL},"client":"audience","forum":null,"held":null}`),
    );
    await wait(50);
    const client = new DeafSocket(kind, socket);
    client.#begin();
    return client;
  }

  close(): void {
    for (const timer of this.#timers) clearInterval(timer);
    this.#socket.destroy();
  }

  /** Those who claim to be alive ask for the whole view and for the time, and fetch no answer. */
  #begin(): void {
    const every = (ms: number, act: () => void): void =>
      void this.#timers.push(setInterval(() => this.#socket.writable && act(), ms));
    if (this.kind === 'slow') every(1_000, () => this.#socket.read(1));
    if (this.kind !== 'lying') return;
    let probes = 0;
    every(500, () => {
      this.#socket.write(PONG);
      this.#socket.write(RESYNC);
      for (let probe = 0; probe < 20; probe += 1)
        this.#socket.write(frameOf(`42${(probes += 1)}["probe"]`));
    });
  }
}
