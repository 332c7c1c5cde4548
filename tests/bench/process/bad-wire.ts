/** A wire that delays each piece as chance has it, none overtaking another, or swallows all of them. */
import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { Dice } from '../../support/dice';
import { sharedNow } from './clock';

export interface BadWire {
  readonly port: number;
  /** From now on nothing gets through, not even that an end has closed. */
  swallow(): void;
  close(): void;
}

/** Passes everything on to `port` of loopback, each way up to `jitter` milliseconds late. */
export async function badWire(port: number, jitter: number, seed: number): Promise<BadWire> {
  const dice = new Dice(seed);
  const open = new Set<Socket>();
  let swallows = false;
  const server = createServer({ noDelay: true }, (near) => {
    const far = connect({ port, host: '127.0.0.1', noDelay: true });
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(from);
      let last = 0;
      from.on('data', (piece) => {
        if (swallows) return;
        last = Math.max(last, sharedNow() + dice.next() * jitter);
        setTimeout(() => to.write(piece), last - sharedNow());
      });
      from.on('error', () => from.destroy());
      from.on('close', () => {
        open.delete(from);
        if (swallows) return;
        setTimeout(() => to.destroy(), Math.max(0, last - sharedNow()));
      });
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    port: address.port,
    swallow: () => {
      swallows = true;
    },
    close: () => {
      for (const socket of open) socket.destroy();
      server.close();
    },
  };
}
