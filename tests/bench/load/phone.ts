/** One phone of the crowd: Socket.IO's protocol by hand, no more of it than the hub can notice. */
import { sharedNow } from '../process/clock';
import { frameOf, LeanSocket, type Listener, type Target } from './lean-socket';

/** What is at the other end: the hub, a bare Socket.IO server, or a bare WebSocket server. */
export type Protocol = 'hub' | 'socket.io' | 'ws';

/** The view a phone already holds, from its page. */
export interface Held {
  readonly epoch: string;
  readonly revision: number;
}

export interface Crowd {
  readonly protocol: Protocol;
  readonly traffic: Traffic;
  ready(phone: Phone): void;
  broadcast(bytes: Buffer, start: number, end: number): void;
  acknowledged(phone: Phone, accepted: boolean): void;
  lost(phone: Phone): void;
}

/** What all phones together were sent, in bytes of the connection. */
export class Traffic {
  events = { messages: 0, bytes: 0 };
  acknowledgements = { messages: 0, bytes: 0 };
  heartbeats = { messages: 0, bytes: 0 };
  handshakes = { messages: 0, bytes: 0 };
}

const [ZERO, TWO, THREE, FOUR, BRACKET] = Buffer.from('0234[');
const [H, P, S] = Buffer.from('hps');
const PONG = frameOf('3');
const SUPPORT_OK = Buffer.from('"ok":true');

export class Phone implements Listener {
  readonly index: number;
  readonly #crowd: Crowd;
  readonly #socket: LeanSocket;
  readonly #held: Held | null;
  isReady = false;
  #packets = 0;
  #votes = 0;
  /** When the vote that is not yet acknowledged was sent. */
  votedAt: number | null = null;
  #probes = 0;

  constructor(index: number, target: Target, held: Held | null, crowd: Crowd) {
    this.index = index;
    this.#held = held;
    this.#crowd = crowd;
    this.#socket = new LeanSocket(target, this);
  }

  /** Bytes that went to and fro, frames and handshake included. */
  get bytes(): { received: number; sent: number } {
    return { received: this.#socket.received, sent: this.#socket.sent };
  }

  /** Supports the next question, or takes its support back once it supports all. */
  vote(questions: readonly string[]): void {
    const turn = this.index + this.#votes;
    const question = questions[turn % questions.length] ?? '';
    const on = Math.floor(this.#votes / questions.length) % 2 === 0;
    this.#votes += 1;
    this.#command(`{"type":"supportQuestion","question":"${question}","on":${on}}`);
  }
  probe(): void {
    this.#probes += 1;
    this.#socket.send(frameOf(`42${this.#next()}["probe"]`));
  }
  close(): void {
    this.#socket.close();
  }

  opened(): void {
    if (this.#crowd.protocol === 'ws') this.#becomeReady();
  }
  closed(): void {
    this.#crowd.lost(this);
  }

  message(bytes: Buffer, start: number, end: number): void {
    const { traffic, protocol } = this.#crowd;
    const first = bytes[start];
    if (protocol === 'ws') return this.#crowd.broadcast(bytes, start, end);
    if (first === FOUR && bytes[start + 1] === TWO) {
      count(traffic.events, end - start);
      this.#event(bytes, start, end);
    } else if (first === FOUR && bytes[start + 1] === THREE) {
      count(traffic.acknowledgements, end - start);
      this.#acknowledgement(bytes, start, end);
    } else if (first === TWO) {
      count(traffic.heartbeats, end - start);
      this.#socket.send(PONG);
    } else {
      count(traffic.handshakes, end - start);
      if (first === ZERO) this.#socket.send(frameOf(this.#connectPacket()));
      else if (protocol === 'socket.io') this.#becomeReady();
    }
  }

  #event(bytes: Buffer, start: number, end: number): void {
    if (bytes[start + 2] !== BRACKET) return;
    const name = bytes[start + 4];
    if (name === P) this.#crowd.broadcast(bytes, start, end);
    else if (name === H || name === S) this.#becomeReady();
    else throw new Error(`a phone was told ${bytes.toString('utf8', start, end)}`);
  }

  #acknowledgement(bytes: Buffer, start: number, end: number): void {
    if (this.votedAt === null) {
      this.#probes -= 1;
      if (this.#probes < 0) throw new Error('an acknowledgement for nothing');
      return;
    }
    const accepted = bytes.subarray(start, end).includes(SUPPORT_OK);
    this.#crowd.acknowledged(this, accepted);
  }

  #connectPacket(): string {
    if (this.#crowd.protocol !== 'hub') return '40';
    const held = JSON.stringify(this.#held);
    return `40{"protocol":1,"client":"audience","forum":null,"held":${held}}`;
  }
  #command(command: string): void {
    this.votedAt = sharedNow();
    const frame = `{"id":["vote",${this.#votes}],"command":${command}}`;
    this.#socket.send(frameOf(`42${this.#next()}["command",${frame}]`));
  }
  #next(): number {
    return (this.#packets += 1);
  }
  #becomeReady(): void {
    if (this.isReady) return;
    this.isReady = true;
    this.#crowd.ready(this);
  }
}

function count(kind: { messages: number; bytes: number }, length: number): void {
  kind.messages += 1;
  kind.bytes += length + (length < 126 ? 2 : length < 65_536 ? 4 : 10);
}
