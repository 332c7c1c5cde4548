/**
 * Commands on their way to the hub. Each keeps its id until it is answered, is sent again after every
 * reconnection, and survives a reload where the device has storage; the hub gives one id one effect.
 * Votes have a counter of their own for each device, because the hub knows them by pseudonym only.
 * What concerns the same thing goes one by one, so that nothing overtakes a command that has to be sent
 * again.
 */
import type { CommandInput } from '../forum/commands';
import type { Ack, CommandFrame, CommandId, Refusal } from '../wire/protocol';

/** Where queued commands wait, a `localStorage` or its like. */
export interface OutboxStorage {
  get(key: string): string | null;
  set(key: string, value: string): void;
  remove(key: string): void;
  keys(): readonly string[];
}

export interface OutboxPorts {
  readonly storage: OutboxStorage;
  /** Sends one frame; false when there is no connection. The answer may never come. */
  readonly send: (frame: CommandFrame, answered: (ack: Ack) => void) => boolean;
  readonly later: (ms: number, run: () => void) => void;
  /** The hub has answered a command for good, be it one that an earlier page left behind. */
  readonly answered: (command: CommandInput, ack: Ack) => void;
  /** An id for this instance of the client: 16 characters or so, never used before. */
  readonly instance: string;
  /** Keeps forums of one hub apart. */
  readonly scope: string;
}

interface Waiting {
  readonly frame: CommandFrame;
  /** Null for what an earlier page left behind. */
  readonly settle: ((ack: Ack) => void) | null;
  sent: number;
}

/** Lanes that may have a command in flight at once; well inside the hub's window of 64. */
const IN_FLIGHT = 16;
const RESEND_MS = 5_000;
const RETRY_MS = 700;
/** Answers that do not settle a command. */
const TRY_AGAIN: ReadonlySet<Refusal['code']> = new Set(['unknown_outcome', 'busy']);

/** Commands of one lane wait for each other: votes by their question, all others together. */
const laneOf = (command: CommandInput): string =>
  command.type === 'supportQuestion' ? command.question : '';

export class Outbox {
  readonly #ports: OutboxPorts;
  #counter = 0;
  /** Counter of the last vote, should the storage not have taken it. */
  #votes = 0;
  #connection = 0;
  #waiting: Waiting[] = [];

  constructor(ports: OutboxPorts) {
    this.#ports = ports;
    this.#adopt();
  }

  /** How many commands are not yet answered. */
  get pending(): number {
    return this.#waiting.length;
  }

  /** Queued commands, oldest first; for marks like "sending". */
  get commands(): readonly CommandInput[] {
    return this.#waiting.map(({ frame }) => frame.command);
  }

  /** Queues `command`; resolves with the hub's answer, however long that takes. */
  submit(command: CommandInput): Promise<Ack> {
    const frame = { id: this.#nextId(command), command };
    return new Promise((settle) => {
      this.#waiting.push({ frame, settle, sent: 0 });
      this.#keep(frame);
      this.#pump();
    });
  }

  /** Sends everything unanswered again: a new connection stands. */
  connected(): void {
    this.#connection += 1;
    for (const each of this.#waiting) each.sent = 0;
    this.#pump();
  }

  /** The hub has seen votes of this device up to `counter` (another tab, or lost storage). */
  votesSeen(counter: number): void {
    if (counter > this.#lastVote()) this.#keepVotes(counter);
  }

  #nextId(command: CommandInput): CommandId {
    if (command.type !== 'supportQuestion') return [this.#ports.instance, (this.#counter += 1)];
    const next = this.#lastVote() + 1;
    this.#keepVotes(next);
    return ['vote', next];
  }

  #lastVote(): number {
    return Math.max(this.#votes, Number(this.#ports.storage.get(this.#votesKey())) || 0);
  }
  #keepVotes(counter: number): void {
    this.#votes = counter;
    this.#ports.storage.set(this.#votesKey(), String(counter));
  }

  #pump(): void {
    const lanes = new Set<string>();
    for (const each of this.#waiting) {
      const lane = laneOf(each.frame.command);
      if (lanes.has(lane)) continue;
      if (lanes.add(lane).size > IN_FLIGHT) return;
      if (each.sent === this.#connection && each.sent !== 0) continue;
      const connection = this.#connection;
      if (!this.#ports.send(each.frame, (ack) => this.#answered(each, ack))) return;
      each.sent = connection;
      this.#ports.later(RESEND_MS, () => {
        if (each.sent === connection && connection === this.#connection) this.#again(each);
      });
    }
  }

  #answered(each: Waiting, ack: Ack): void {
    if (!this.#waiting.includes(each)) return;
    if (!ack.ok && TRY_AGAIN.has(ack.code)) {
      this.#ports.later(RETRY_MS, () => this.#again(each));
      return;
    }
    this.#waiting = this.#waiting.filter((other) => other !== each);
    this.#ports.storage.remove(this.#key(each.frame));
    this.#ports.answered(each.frame.command, ack);
    each.settle?.(ack);
    this.#pump();
  }

  #again(each: Waiting): void {
    if (!this.#waiting.includes(each)) return;
    each.sent = 0;
    this.#pump();
  }

  /** Takes over what an earlier page of this device left behind, under its old ids. */
  #adopt(): void {
    const frames: CommandFrame[] = [];
    for (const key of this.#ports.storage.keys()) {
      if (!key.startsWith(this.#prefix())) continue;
      const frame = readFrame(this.#ports.storage.get(key));
      if (frame) frames.push(frame);
      else this.#ports.storage.remove(key);
    }
    frames.sort((a, b) => a.id[1] - b.id[1]);
    this.#waiting = frames.map((frame) => ({ frame, settle: null, sent: 0 }));
  }

  #keep(frame: CommandFrame): void {
    this.#ports.storage.set(this.#key(frame), JSON.stringify(frame));
  }
  #prefix(): string {
    return `wz.outbox.${this.#ports.scope}.`;
  }
  #votesKey(): string {
    return `wz.votes.${this.#ports.scope}`;
  }
  #key({ id }: CommandFrame): string {
    return `${this.#prefix()}${id[0]}.${id[1]}`;
  }
}

/** A frame as `#keep` wrote it, or null; what the hub makes of its command is the hub's to say. */
function readFrame(kept: string | null): CommandFrame | null {
  try {
    const frame: Partial<CommandFrame> | null = JSON.parse(kept ?? 'null');
    const [instance, counter] = frame?.id ?? [];
    if (typeof instance !== 'string' || typeof counter !== 'number') return null;
    if (typeof frame?.command?.type !== 'string') return null;
    return { id: [instance, counter], command: frame.command };
  } catch {
    return null;
  }
}
