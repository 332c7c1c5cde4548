/** One phone of the crowd: Socket.IO's protocol by hand, no more of it than the hub can notice. */
import { ANSWERS } from '@wenzheng/shared/forum/choices';
import { isProbeWanted, LAST_OF_FIRST, probeGap } from '@wenzheng/shared/time/probing';
import { PROTOCOL } from '@wenzheng/shared/wire/protocol';
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
  /** Patches that did not fit. */
  resyncs = 0;
}

const [ZERO, TWO, THREE, FOUR, BRACKET] = Buffer.from('0234[');
const [H, P, S] = Buffer.from('hps');
const PONG = frameOf('3');
const RESYNC = frameOf('42["resync"]');
const LONGEST_GAP_MS = 150;
const ANSWERED = 0.7;
const CAMPS = 3;
const ACCEPTED = Buffer.from('"ok":true');
/** Where the first number of a patch stands, and what stands before the one of a snapshot. */
const BASE_AT = '42["patch",{"base":'.length;
const REVISION = Buffer.from('"revision":');

export class Phone implements Listener {
  readonly index: number;
  readonly #crowd: Crowd;
  readonly #socket: LeanSocket;
  readonly #held: Held | null;
  isReady = false;
  /** Revision of the view that a real phone would hold. */
  #revision: number | null;
  #packets = 0;
  #votes = 0;
  /** When the vote that is not yet acknowledged was sent. */
  votedAt: number | null = null;
  /** When the probes that are not yet answered were sent. */
  readonly #probedAt: number[] = [];
  #roundTrip = Infinity;
  /** When it asked to be let in. */
  #askedAt = 0;
  #isClosed = false;
  /** Probes sent in all. */
  probes = 0;
  #hasAsked = false;

  constructor(index: number, target: Target, held: Held | null, crowd: Crowd) {
    this.index = index;
    this.#held = held;
    this.#revision = held?.revision ?? null;
    this.#crowd = crowd;
    this.#socket = new LeanSocket(target, this);
  }

  /** Bytes that went to and fro, frames and handshake included. */
  get bytes(): { received: number; sent: number } {
    return { received: this.#socket.received, sent: this.#socket.sent };
  }

  /**
   * Supports a question or, one time in four, takes support back. The higher `leaning` (from 1: all alike), the
   * more the first questions are favoured.
   */
  vote(questions: readonly string[], leaning: number): void {
    const chance = ((this.index * 7_919 + this.#votes * 104_729) % 10_007) / 10_007;
    const question = questions[Math.floor(questions.length * chance ** leaning)] ?? '';
    const on = (this.index + this.#votes) % 4 !== 3;
    this.#votes += 1;
    this.#command(`{"type":"supportQuestion","question":"${question}","on":${on}}`);
  }
  /** Casts a ballot for one of `places` in a poll. */
  ballot(poll: string, places: number): void {
    const choice = (this.index + this.#votes) % places;
    this.#votes += 1;
    this.#command(`{"type":"castBallot","poll":"${poll}","ballot":{"choices":[${choice}]}}`);
  }
  /** Answers the next of seven statements in ten, mostly as one of three camps does. */
  answer(statements: readonly string[]): void {
    const own = Math.floor(statements.length * ANSWERED);
    const at = (this.index * 31 + (this.#votes % own)) % statements.length;
    const camp = this.index % CAMPS;
    const isOwnMind = (this.index * 7_919 + this.#votes * 104_729) % 100 < 15;
    const answer = ANSWERS[(isOwnMind ? this.index + this.#votes : at * (camp + 2)) % 3];
    this.#votes += 1;
    this.#command(
      `{"type":"answerStatement","statement":"${statements[at]}","answer":"${answer}"}`,
    );
  }
  probe(): void {
    this.probes += 1;
    this.#probedAt.push(sharedNow());
    this.#socket.send(frameOf(`42${this.#next()}["probe"]`));
  }
  /** Asks for the time as a page does that has just come, but does not wait for it to calm down: heartbeats go on meanwhile. */
  learnTime(place = 0): void {
    if (this.#isClosed) return;
    if (isProbeWanted(place, this.#roundTrip / 2)) this.probe();
    if (place === LAST_OF_FIRST) this.#hasAsked = true;
    else setTimeout(() => this.learnTime(place + 1), Math.min(probeGap(place), LONGEST_GAP_MS));
  }
  /** Has been answered all that it asks before the next minute. */
  get knowsTime(): boolean {
    return this.#hasAsked && this.#probedAt.length === 0;
  }
  close(): void {
    this.#isClosed = true;
    this.#socket.close();
  }

  opened(): void {
    if (this.#crowd.protocol === 'ws') this.#becomeReady();
  }
  closed(): void {
    this.#isClosed = true;
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
      if (first === ZERO) this.#connect();
      else if (protocol === 'socket.io') this.#becomeReady();
    }
  }

  #event(bytes: Buffer, start: number, end: number): void {
    if (bytes[start + 2] !== BRACKET) return;
    const name = bytes[start + 4];
    if (name === P) {
      this.#patch(bytes, start);
      this.#crowd.broadcast(bytes, start, end);
    } else if (name === S) {
      this.#revision = numberAt(bytes, bytes.indexOf(REVISION, start) + REVISION.length);
      this.#becomeReady();
    } else if (name !== H) {
      throw new Error(`a phone was told ${bytes.toString('utf8', start, end)}`);
    } else {
      this.#roundTrip = sharedNow() - this.#askedAt;
      if (this.#held !== null) this.#becomeReady();
    }
  }

  /** Asks for the whole view where a patch does not fit, as a real phone does. */
  #patch(bytes: Buffer, start: number): void {
    const base = numberAt(bytes, start + BASE_AT);
    if (this.#revision === null || base < this.#revision) return;
    if (base === this.#revision) this.#revision += 1;
    else {
      this.#revision = null;
      this.#crowd.traffic.resyncs += 1;
      this.#socket.send(RESYNC);
    }
  }

  #acknowledgement(bytes: Buffer, start: number, end: number): void {
    if (this.votedAt === null) {
      const probedAt = this.#probedAt.shift();
      if (probedAt === undefined) throw new Error('an acknowledgement for nothing');
      this.#roundTrip = Math.min(this.#roundTrip, sharedNow() - probedAt);
      return;
    }
    const accepted = bytes.subarray(start, end).includes(ACCEPTED);
    this.#crowd.acknowledged(this, accepted);
  }

  #connect(): void {
    this.#askedAt = sharedNow();
    this.#socket.send(frameOf(this.#connectPacket()));
  }
  #connectPacket(): string {
    if (this.#crowd.protocol !== 'hub') return '40';
    const held = JSON.stringify(this.#held);
    return `40{"protocol":${PROTOCOL},"client":"audience","forum":null,"held":${held}}`;
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

function numberAt(bytes: Buffer, start: number): number {
  let value = 0;
  for (let at = start; ; at += 1) {
    const digit = (bytes[at] ?? 0) - 48;
    if (digit < 0 || digit > 9) return value;
    value = value * 10 + digit;
  }
}
