/** A wire between a client and the hub that a test can spoil in many ways, and mend. */
import { connect, createServer, type Socket } from 'node:net';

/** The end that somebody turns to: the client's, or the hub's. */
export type End = 'client' | 'hub';

export interface Wire {
  readonly port: number;
  cut(): void;
  mend(): void;
  /** Holds back what travels either way, without closing anything, until `flow`. */
  stall(): void;
  flow(): void;
  /** From now on all that travels takes `ms` and up to `jitter` more, and keeps its order. */
  delay(ms: number, jitter: number): void;
  /**
   * From now on `share` (0 to 1) of the pieces either way get lost. As TCP does, a lost one is sent again after `ms`,
   * after twice as long if it is lost once more and so on; what was sent after it waits.
   */
  drop(share: number, ms: number): void;
  /**
   * Until `mend`, nothing that travels either way arrives, and nobody is told. Connections that stand or begin
   * meanwhile stay dead after it, as on a network that has forgotten them.
   */
  lose(): void;
  /** Tells `end` that the other has nothing more to say (FIN), while that other one hears nothing of it. */
  halfClose(end: End): void;
  close(): Promise<void>;
}

const MOST_UNREAD = 1024 * 1024;

/** What is the same for all connections of a wire. */
interface Weather {
  whole: boolean;
  lost: boolean;
  still: boolean;
  /** How long the next piece takes (ms), and by how much longer because it gets lost. */
  lag: () => number;
  resent: () => number;
}

/** What travels in one direction of one connection. */
class Way {
  readonly #from: Socket;
  readonly #to: Socket;
  readonly #weather: Weather;
  /** What is on its way, oldest first. */
  readonly #travelling: (() => void)[] = [];
  #arrival = 0;
  #dead = false;

  constructor(from: Socket, to: Socket, weather: Weather) {
    this.#from = from;
    this.#to = to;
    this.#weather = weather;
    from.on('data', (piece: Buffer) => this.#carry(() => this.#write(piece)));
    from.on('end', () => this.#carry(() => to.end()));
    from.on('error', () => this.#carry(() => to.destroy()));
    from.on('close', () => this.#carry(() => to.destroy()));
    to.on('drain', () => this.#weather.still || from.resume());
  }

  lose(): void {
    this.#dead = true;
  }
  halfClose(): void {
    this.#to.end();
  }

  #carry(deliver: () => void): void {
    if (this.#dead) return;
    const now = performance.now();
    const { lag, resent } = this.#weather;
    this.#arrival = Math.max(this.#arrival, now + lag() + resent());
    this.#travelling.push(deliver);
    if (this.#arrival <= now && this.#travelling.length === 1) this.#arrive();
    else setTimeout(() => this.#arrive(), this.#arrival - now);
  }
  /** Always the oldest: timers of different lengths may end in another order than they should. */
  #arrive(): void {
    const deliver = this.#travelling.shift();
    if (!this.#dead) deliver?.();
  }
  #write(piece: Buffer): void {
    if (this.#to.writable) this.#to.write(piece);
    if (this.#to.writableLength > MOST_UNREAD) this.#from.pause();
  }
}

interface Connection {
  readonly up: Way;
  readonly down: Way;
}

/** How late a piece is whose every copy gets lost by chance. */
function untilKept(share: number, ms: number): number {
  let late = 0;
  for (let again = ms; Math.random() < share; again *= 2) late += again;
  return late;
}

/** Listens on a free port of loopback and passes everything on to `port`. */
export function wireTo(port: number): Promise<Wire> {
  const sockets = new Set<Socket>();
  const connections = new Set<Connection>();
  const weather: Weather = {
    ...{ whole: true, lost: false, still: false },
    ...{ lag: () => 0, resent: () => 0 },
  };

  const keep = (socket: Socket): void => {
    sockets.add(socket);
    if (weather.still) socket.pause();
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
  };
  const server = createServer({ allowHalfOpen: true }, (near) => {
    if (!weather.whole) return void near.destroy();
    if (weather.lost) return keep(near.resume());
    const far = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
    const up = new Way(near, far, weather);
    const down = new Way(far, near, weather);
    const connection = { up, down };
    connections.add(connection);
    for (const socket of [near, far]) {
      keep(socket);
      socket.on('close', () => connections.delete(connection));
    }
  });
  const cut = (): void => {
    weather.whole = false;
    for (const socket of sockets) socket.destroy();
  };

  const wire = (listening: number): Wire => ({
    port: listening,
    cut,
    mend: () => {
      weather.whole = true;
      weather.lost = false;
    },
    stall: () => {
      weather.still = true;
      for (const socket of sockets) socket.pause();
    },
    flow: () => {
      weather.still = false;
      for (const socket of sockets) socket.resume();
    },
    delay: (ms, jitter) => {
      weather.lag = () => ms + Math.random() * jitter;
    },
    drop: (share, ms) => {
      weather.resent = () => untilKept(share, ms);
    },
    lose: () => {
      weather.lost = true;
      for (const { up, down } of connections) {
        up.lose();
        down.lose();
      }
    },
    halfClose: (end) => {
      for (const { up, down } of connections) (end === 'hub' ? up : down).halfClose();
    },
    close: () => {
      cut();
      return new Promise((done) => server.close(() => done()));
    },
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(wire(address !== null && typeof address === 'object' ? address.port : 0));
    });
  });
}
