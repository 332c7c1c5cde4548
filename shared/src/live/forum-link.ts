/**
 * One client's link to a forum on the hub: view, time, outbox and the state of the connection. It knows
 * neither Svelte nor Socket.IO, so that the simulation runs this very code.
 */
import type { CommandInput } from '../forum/commands';
import type {
  Ack,
  ClientToHub,
  Handshake,
  Hello,
  HubToClient,
  Mine,
  MinePatch,
  Refusal,
} from '../wire/protocol';
import { PROTOCOL } from '../wire/version';
import { isProbeWanted, isWellKnown, probeGap } from '../time/probing';
import { ServerTime } from '../time/server-time';
import { Outbox, type OutboxStorage } from './outbox';
import { ViewStore, type HeldView } from './view-store';

/** A connection that comes and goes by itself; Socket.IO's client fits, and so does the simulated one. */
export interface Transport {
  on<E extends keyof HubToClient>(event: E, handler: HubToClient[E]): void;
  onDisconnect(handler: () => void): void;
  readonly connected: boolean;
  emit<E extends keyof ClientToHub>(event: E, ...args: Parameters<ClientToHub[E]>): void;
  /** `make` is called in the moment in which the hub is asked to let this client in. */
  handshake(make: () => Handshake): void;
  close(): void;
}

export interface LinkPorts {
  readonly transport: Transport;
  readonly storage: OutboxStorage;
  /** Monotonic local milliseconds. */
  readonly local: () => number;
  readonly later: (ms: number, run: () => void) => void;
  readonly instance: string;
  readonly client: Handshake['client'];
  readonly forum: string | null;
  /** A view that came inside the page. */
  readonly first: HeldView | null;
  /** Of a display: the id that it has given itself. */
  readonly display?: string;
  /** Something in `state` changed. */
  readonly changed: () => void;
}

export interface Orphan {
  readonly command: CommandInput;
  readonly refusal: Refusal;
}

export type LinkStatus = 'connecting' | 'live' | 'lost' | 'refused';

const RESYNC_AGAIN_MS = 5_000;

export class ForumLink {
  readonly time: ServerTime;
  readonly outbox: Outbox;
  readonly #ports: LinkPorts;
  readonly #view = new ViewStore();
  #status: LinkStatus = 'connecting';
  #hello: Hello | null = null;
  #mine: Mine | null = null;
  #refusal: Refusal | null = null;
  #orphans: readonly Orphan[] = [];
  #connection = 0;
  /** When the hub was last asked to let this client in; it answers with its time. */
  #askedAt = 0;
  /** A snapshot has been asked for and is on its way. */
  #resyncing = false;

  constructor(ports: LinkPorts) {
    this.#ports = ports;
    if (ports.first) this.#view.replace(ports.first);
    this.time = new ServerTime(ports.local);
    this.outbox = new Outbox({
      storage: ports.storage,
      later: ports.later,
      instance: ports.instance,
      local: ports.local,
      scope: `${ports.client}.${ports.forum ?? 'live'}`,
      forum: () => this.#hello?.forum ?? ports.forum,
      actor: () => this.#hello?.actor ?? null,
      send: (frame, answered) => {
        if (!ports.transport.connected || this.#status !== 'live') return false;
        ports.transport.emit('command', frame, answered);
        return true;
      },
      answered: (command, ack, adopted) => {
        if (ack.ok) this.#remember(command, ack);
        else if (adopted) this.#orphans = [...this.#orphans, { command, refusal: ack }];
        ports.changed();
      },
    });
    this.#listen();
  }

  get status(): LinkStatus {
    return this.#status;
  }
  get hello(): Hello | null {
    return this.#hello;
  }
  get mine(): Mine | null {
    return this.#mine;
  }
  get view(): HeldView | null {
    return this.#view.held;
  }
  /** What earlier pages had sent and the hub has refused since: no form waits for the answer any more. */
  get orphans(): readonly Orphan[] {
    return this.#orphans;
  }
  /** Why the hub will not serve this client, while `status` is `refused`. */
  get refusal(): Refusal | null {
    return this.#refusal;
  }

  /** Sends `command`, now or when the network is back; answers what the hub answers. */
  submit(command: CommandInput): Promise<Ack> {
    const answer = this.outbox.submit(command);
    this.#ports.changed();
    return answer;
  }

  close(): void {
    this.#ports.transport.close();
  }

  #listen(): void {
    const { transport } = this.#ports;
    transport.handshake(() => {
      this.#askedAt = this.#ports.local();
      const { held } = this.#view;
      return {
        protocol: PROTOCOL,
        client: this.#ports.client,
        forum: this.#ports.forum,
        held: held && { epoch: held.epoch, revision: held.revision },
        display: this.#ports.display,
      };
    });
    transport.on('hello', (hello) => this.#greeted(hello));
    transport.on('snapshot', (snapshot) => {
      this.#resyncing = false;
      this.#view.replace(snapshot);
      this.#ports.changed();
    });
    transport.on('patch', (patch) => {
      const outcome = this.#view.apply(patch);
      if (outcome === 'resync' && !this.#resyncing) {
        this.#resyncing = true;
        this.#resync(this.#connection);
      }
      if (outcome === 'applied') this.#ports.changed();
    });
    transport.on('mine', (patch) => {
      this.#mine = withOwn(this.#mine, patch);
      this.#ports.changed();
    });
    transport.on('refused', (refusal) => {
      this.#refusal = refusal;
      this.#status = 'refused';
      this.#ports.changed();
    });
    transport.onDisconnect(() => {
      this.#connection += 1;
      if (this.#status !== 'refused') this.#status = 'lost';
      this.#ports.changed();
    });
  }

  #greeted(hello: Hello): void {
    const greetedAt = this.#ports.local();
    this.#hello = hello;
    this.#refusal = null;
    this.#resyncing = false;
    this.#status = 'live';
    this.#mine = hello.mine;
    this.#connection += 1;
    if (hello.mine) this.outbox.votesSeen(hello.mine.votes);
    this.time.restart();
    // The first estimate is taken at once: a slow greeting leaves it to the probe that follows.
    if (isWellKnown((greetedAt - this.#askedAt) / 2))
      this.time.addProbe(this.#askedAt, hello.now, greetedAt);
    this.#probe(this.#connection, 0);
    this.outbox.connected();
    this.#ports.changed();
  }

  /** Asks for a snapshot until one has come: the hub may not answer a device that asks too often. */
  #resync(connection: number): void {
    if (connection !== this.#connection || !this.#resyncing) return;
    this.#ports.transport.emit('resync');
    this.#ports.later(RESYNC_AGAIN_MS, () => this.#resync(connection));
  }

  /** Big screens stand side by side, and are few: they leave no probe out. */
  #probe(connection: number, place: number): void {
    if (connection !== this.#connection) return;
    const uncertainty = this.#ports.client === 'audience' ? this.time.uncertainty : Infinity;
    if (isProbeWanted(place, uncertainty)) this.#askTime(connection);
    this.#ports.later(probeGap(place), () => this.#probe(connection, place + 1));
  }

  #askTime(connection: number): void {
    const sentAt = this.#ports.local();
    this.#ports.transport.emit('probe', (now) => {
      if (connection !== this.#connection) return;
      this.time.addProbe(sentAt, now, this.#ports.local());
      this.#ports.changed();
    });
  }

  #remember(command: CommandInput, ack: Ack & { ok: true }): void {
    if (this.#ports.client !== 'audience') return;
    const { question, statement } = ack;
    if (question) this.#mine = withOwn(this.#mine, { questions: [question] });
    if (statement) this.#mine = withOwn(this.#mine, { statements: [statement] });
    if (!this.#mine) return;
    if (ack.own) {
      this.#mine = { ...this.#mine, ...ack.own };
      return;
    }
    if (command.type === 'supportQuestion') {
      const others = this.#mine.supports.filter((each) => each !== command.question);
      const supports = command.on ? [...others, command.question] : others;
      this.#mine = { ...this.#mine, supports };
    }
    if (command.type === 'rateAnswer') {
      const ratings = { ...this.#mine.ratings, [command.answer]: command.face };
      this.#mine = { ...this.#mine, ratings };
    }
    if (command.type === 'answerStatement') {
      const { statement: about, answer } = command;
      const { [about]: _, ...others } = this.#mine.answers;
      const answers = answer ? { ...others, [about]: answer } : others;
      this.#mine = { ...this.#mine, answers };
    }
  }
}

const NOTHING_YET: Mine = {
  ...{
    questions: [],
    supports: [],
    statements: [],
    answers: {},
    ratings: {},
    ballots: {},
    votes: 0,
  },
  admission: { by: 'link', seat: '' },
};

const withOwn = (mine: Mine | null, { questions, statements, ...replaced }: MinePatch): Mine => {
  const before = mine ?? NOTHING_YET;
  return {
    ...before,
    ...replaced,
    questions: united(before.questions, questions),
    statements: united(before.statements, statements),
  };
};

/** Those before and those that changed, in the order of their numbers. */
const united = <T extends { readonly id: string; readonly number: number }>(
  before: readonly T[],
  changed: readonly T[] = [],
): readonly T[] =>
  [...new Map([...before, ...changed].map((each) => [each.id, each])).values()].sort(
    (a, b) => a.number - b.number,
  );
