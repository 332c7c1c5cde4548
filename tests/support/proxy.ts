/** A wire between a client and the hub that a test can cut and mend. */
import { createServer, connect, type Socket } from 'node:net';

export interface Wire {
  readonly port: number;
  cut(): void;
  mend(): void;
  /** Holds back what travels either way, without closing anything, until `flow`. */
  stall(): void;
  flow(): void;
  close(): Promise<void>;
}

/** Listens on a free port of loopback and passes everything on to `port`. */
export function wireTo(port: number): Promise<Wire> {
  const open = new Set<Socket>();
  let whole = true;
  const server = createServer((near) => {
    if (!whole) return void near.destroy();
    const far = connect(port, '127.0.0.1');
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(from);
      from.pipe(to);
      from.on('error', () => to.destroy());
      from.on('close', () => {
        open.delete(from);
        to.destroy();
      });
    }
  });
  const cut = (): void => {
    whole = false;
    for (const socket of open) socket.destroy();
  };
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve({
        port: address !== null && typeof address === 'object' ? address.port : 0,
        cut,
        mend: () => {
          whole = true;
        },
        stall: () => {
          for (const socket of open) socket.pause();
        },
        flow: () => {
          for (const socket of open) socket.resume();
        },
        close: () => {
          cut();
          return new Promise((done) => server.close(() => done()));
        },
      });
    });
  });
}
