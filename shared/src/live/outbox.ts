/**
 * Commands on their way to the hub. Each keeps its id until it is answered, is sent again after every
 * reconnection, and survives a reload where the device has storage; the hub gives one id one effect.
 * Votes have a counter of their own for each device, because the hub knows them by pseudonym only.
 * What concerns the same thing goes one by one, so that nothing overtakes a command that has to be sent
 * again. Words and votes may wait for a network as long as it takes; a press of the host's that could not
 * be sent soon is given up, because the hall has moved on.
 */
import type { CommandInput } from '../forum/commands';
import { isVote } from '../forum/votes';
import type { Ack, CommandFrame, CommandId, Refusal } from '../wire/protocol';
import { LARGEST_FRAME } from '../wire/version';

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
  /** Monotonic local milliseconds. */
  readonly local: () => number;
  /** The hub has answered a command for good; `adopted` is one that an earlier page left behind. */
  readonly answered: (command: CommandInput, ack: Ack, adopted: boolean) => void;
  /** An id for this instance of the client: 16 characters or so, never used before. */
  readonly instance: string;
  /** Keeps kinds of clients apart. */
  readonly scope: string;
  /** The forum that commands are meant for now; null while that is not known. */
  readonly forum: () => string | null;
  /** For staff: as whom the hub knows this device now; null for others, and while that is not known. */
  readonly actor: () => string | null;
}

/** What is kept of a command, as long as it is not answered. */
interface Kept {
  /** Counts what this instance has queued. */
  readonly place: number;
  /** A vote gets its number when it is first sent: only then is it known what the hub has seen. */
  readonly id: CommandId | null;
  readonly forum: string | null;
  /** An id has its one effect per actor: under another name it would be another command. */
  readonly actor: string | null;
  readonly command: CommandInput;
}

interface Waiting {
  kept: Kept;
  readonly key: string;
  /** Null for what an earlier page left behind. */
  readonly settle: ((ack: Ack) => void) | null;
  readonly since: number;
  /** Connection by which it was last sent; 0 when it has to be sent again. */
  sent: number;
  /** Sent once, it may have had its effect: nobody but the hub can tell. */
  everSent: boolean;
}

/** Lanes that may have a command in flight at once; well inside the hub's window of 64. */
const IN_FLIGHT = 16;
const RESEND_MS = 5_000;
const RETRY_MS = 700;
/** A press that could not be sent for so long is given up. */
const PRESS_LASTS_MS = 10_000;
/** Answers that do not settle a command. */
const TRY_AGAIN: ReadonlySet<Refusal['code']> = new Set(['unknown_outcome', 'busy']);
/** People's words, which like votes are kept through a reload and sent however late. */
const MAY_WAIT: ReadonlySet<CommandInput['type']> = new Set([
  'askQuestion',
  'presentCode',
  'editQuestion',
  'completeNotes',
  'recordOutcome',
  'submitStatement',
  'addStatement',
]);
/** So does whatever is done with a slip in the hand, which names its serial number. */
const mayWait = (command: CommandInput): boolean =>
  isVote(command) || MAY_WAIT.has(command.type) || 'serial' in command;
const STALE: Refusal = { ok: false, code: 'stale' };
const TOO_LONG: Refusal = { ok: false, code: 'malformed', field: 'text', problem: 'too_long' };

/** Commands of one lane wait for each other: votes by what they are about, all others together. */
const laneOf = (command: CommandInput): string => {
  if (!isVote(command)) return '';
  if (command.type === 'rateAnswer') return command.answer;
  if (command.type === 'castBallot') return command.poll;
  if (command.type === 'markUnclear') return 'u';
  return command.type === 'supportQuestion' ? command.question : `s${command.statement}`;
};
const fitsFrame = (command: CommandInput): boolean =>
  new TextEncoder().encode(JSON.stringify(command)).length < LARGEST_FRAME - 512;

export class Outbox {
  readonly #ports: OutboxPorts;
  #place = 0;
  /** Counter of the last command that was no vote. */
  #counter = 0;
  /** Forum → counter of the last vote, should the storage not have taken it. */
  readonly #votes = new Map<string, number>();
  #connection = 0;
  #waiting: Waiting[] = [];

  constructor(ports: OutboxPorts) {
    this.#ports = ports;
    this.#adopt();
  }

  /** How many commands are not yet answered. */
  get pending(): number {
    return this.commands.length;
  }

  /** Queued commands for the forum at hand, oldest first; for marks like "sending". */
  get commands(): readonly CommandInput[] {
    return this.#waiting.filter(this.#belongs).map(({ kept }) => kept.command);
  }

  /** Queues `command`; resolves with the hub's answer, however long that takes. */
  submit(command: CommandInput): Promise<Ack> {
    if (!fitsFrame(command)) return Promise.resolve(TOO_LONG);
    const { instance, forum, actor, local } = this.#ports;
    const place = (this.#place += 1);
    const id: CommandId | null = isVote(command) ? null : [instance, (this.#counter += 1)];
    return new Promise((settle) => {
      const waiting: Waiting = {
        kept: { place, id, forum: forum(), actor: actor(), command },
        key: `${this.#prefix()}${instance}.${place}`,
        settle,
        since: local(),
        sent: 0,
        everSent: false,
      };
      this.#waiting.push(waiting);
      this.#keep(waiting);
      this.#pump();
    });
  }

  /**
   * A new connection stands: everything unanswered that is meant for its forum is sent again. What people
   * wrote for another one waits until that is met again.
   */
  connected(): void {
    this.#connection += 1;
    for (const each of [...this.#waiting]) {
      const late = this.#ports.local() - each.since > PRESS_LASTS_MS;
      const givenUp = late && !each.everSent && !mayWait(each.kept.command);
      if (givenUp || !(this.#belongs(each) || mayWait(each.kept.command)))
        this.#settle(each, STALE);
      else each.sent = 0;
    }
    this.#pump();
  }

  /** The hub has seen votes of this device up to `counter` (another tab, or lost storage). */
  votesSeen(counter: number): void {
    if (counter > this.#lastVote()) this.#keepVotes(counter);
  }

  /** Meant for the forum that is connected, and for the name under which it is. */
  readonly #belongs = ({ kept }: Waiting): boolean => {
    const forum = this.#ports.forum();
    const actor = this.#ports.actor();
    return (kept.forum ?? forum) === forum && (kept.actor ?? actor) === actor;
  };

  #lastVote(): number {
    const key = this.#votesKey();
    return Math.max(this.#votes.get(key) ?? 0, Number(this.#ports.storage.get(key)) || 0);
  }
  #keepVotes(counter: number): void {
    const key = this.#votesKey();
    this.#votes.set(key, counter);
    this.#ports.storage.set(key, String(counter));
  }

  #pump(): void {
    const lanes = new Set<string>();
    for (const each of [...this.#waiting]) {
      if (!this.#belongs(each) || this.#answeredElsewhere(each)) continue;
      const lane = laneOf(each.kept.command);
      if (lanes.has(lane)) continue;
      if (lanes.add(lane).size > IN_FLIGHT) return;
      if (each.sent === this.#connection && each.sent !== 0) continue;
      if (!this.#send(each)) return;
    }
  }

  /** What two pages of a device took over is forgotten by one when the other has its answer. */
  #answeredElsewhere(each: Waiting): boolean {
    const gone = each.settle === null && this.#ports.storage.get(each.key) === null;
    if (gone) this.#waiting = this.#waiting.filter((other) => other !== each);
    return gone;
  }

  #send(each: Waiting): boolean {
    const connection = this.#connection;
    const { command } = each.kept;
    const sent = each.kept.id ?? readKept(this.#ports.storage.get(each.key))?.id;
    const id: CommandId = sent ?? ['vote', this.#lastVote() + 1];
    if (!this.#ports.send({ id, command }, (ack) => this.#answered(each, ack))) return false;
    if (each.kept.id === null) {
      // Another page may have counted on since it gave this number.
      this.votesSeen(id[1]);
      each.kept = { ...each.kept, id };
      this.#keep(each);
    }
    each.sent = connection;
    each.everSent = true;
    this.#ports.later(RESEND_MS, () => {
      if (each.sent === connection && connection === this.#connection) this.#again(each);
    });
    return true;
  }

  #answered(each: Waiting, ack: Ack): void {
    if (!this.#waiting.includes(each)) return;
    if (!ack.ok && TRY_AGAIN.has(ack.code)) {
      this.#ports.later(RETRY_MS, () => this.#again(each));
      return;
    }
    this.#settle(each, ack);
    this.#pump();
  }

  #settle(each: Waiting, ack: Ack): void {
    this.#waiting = this.#waiting.filter((other) => other !== each);
    this.#ports.storage.remove(each.key);
    this.#ports.answered(each.kept.command, ack, each.settle === null);
    each.settle?.(ack);
  }

  #again(each: Waiting): void {
    if (!this.#waiting.includes(each)) return;
    each.sent = 0;
    this.#pump();
  }

  /** Takes over what an earlier page of this device left behind, under its old ids. */
  #adopt(): void {
    const { storage, local } = this.#ports;
    for (const key of storage.keys()) {
      if (!key.startsWith(this.#prefix())) continue;
      const kept = readKept(storage.get(key));
      if (kept) {
        const waiting = { kept, key, settle: null, since: local(), sent: 0, everSent: true };
        this.#waiting.push(waiting);
      } else storage.remove(key);
    }
    this.#waiting.sort((a, b) => a.kept.place - b.kept.place);
    this.#place = this.#waiting[this.#waiting.length - 1]?.kept.place ?? 0;
  }

  #keep({ kept, key }: Waiting): void {
    if (mayWait(kept.command)) this.#ports.storage.set(key, JSON.stringify(kept));
  }
  #prefix(): string {
    return `wz.outbox.${this.#ports.scope}.`;
  }
  /** The hub counts the votes of a device in one forum, by whatever address its pages came. */
  #votesKey(): string {
    return `wz.votes.${this.#ports.forum()}`;
  }
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** A command as `#keep` wrote it, or null; what the hub makes of it is the hub's to say. */
function readKept(text: string | null): Kept | null {
  try {
    const { place, id, forum, actor, command }: Partial<Kept> = JSON.parse(text ?? 'null') ?? {};
    if (typeof place !== 'number' || typeof command?.type !== 'string') return null;
    const numbered = typeof id?.[0] === 'string' && typeof id[1] === 'number' ? id : null;
    if (!numbered && !isVote(command)) return null;
    return { place, id: numbered, forum: textOf(forum), actor: textOf(actor), command };
  } catch {
    return null;
  }
}
