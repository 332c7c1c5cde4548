/** Devices and the pages open on them: the real client parts over a simulated connection. */
import type { Identity } from '@wenzheng/server/src/live/room';
import type { Role } from '@wenzheng/shared/forum/access';
import type { CommandInput } from '@wenzheng/shared/forum/commands';
import type { Face } from '@wenzheng/shared/forum/choices';
import type { Answer } from '@wenzheng/shared/forum/opinions';
import { isVote } from '@wenzheng/shared/forum/votes';
import { ForumLink, type Transport } from '@wenzheng/shared/live/forum-link';
import { memoryStorage } from '@wenzheng/shared/live/storage';
import type {
  Ack,
  ClientToHub,
  Handshake,
  HubToClient,
  Mine,
} from '@wenzheng/shared/wire/protocol';
import type { ViewOf } from '@wenzheng/shared/wire/views';
import type { Dice } from '../support/dice';
import type { Findings } from './findings';
import type { Guest, SimHub } from './hub';
import type { Frame } from './frame';
import { Line } from './network';
import type { Timeline } from './timeline';

export interface World {
  readonly timeline: Timeline;
  readonly dice: Dice;
  readonly hub: SimHub;
  readonly findings: Findings;
  /** Frames that went either way, probes left out. */
  frames: number;
  /** Everything that troubled the run is over. */
  calm: boolean;
}

const CLIENTS: Readonly<Record<Role, Handshake['client']>> = {
  audience: 'audience',
  kiosk: 'kiosk',
  display: 'display',
  stage: 'display',
  lobby: 'display',
  overlay: 'display',
  admin: 'console',
  host: 'console',
  moderator: 'console',
  volunteer: 'console',
};

/** Support given or not, an answer to a statement, the rating of an answer, a ballot; null for what is taken back. */
export type Pressed = boolean | Answer | Face | `ballot ${string}` | null;

/** In the form in which the journal has it: of words only that there are some. */
export const pressedBallot = (ballot: object | null): Pressed => {
  if (ballot === null) return null;
  return 'choices' in ballot ? `ballot ${String(ballot.choices)}` : 'ballot in words';
};

const voteIn = (command: CommandInput): { about: string; pressed: Pressed } | null => {
  if (!isVote(command)) return null;
  switch (command.type) {
    case 'supportQuestion':
      return { about: `question ${command.question}`, pressed: command.on };
    case 'answerStatement':
      return { about: `statement ${command.statement}`, pressed: command.answer };
    case 'rateAnswer':
      return { about: `answer ${command.answer}`, pressed: command.face };
    case 'castBallot':
      return { about: `poll ${command.poll}`, pressed: pressedBallot(command.ballot) };
    // Said again it is said once more: nothing that was said before is put in its place.
    case 'markUnclear':
      return null;
    default:
      return command satisfies never;
  }
};

/** A phone, tablet or computer: one cookie, one storage, a clock of its own, any number of pages. */
export class Device {
  readonly identity: Identity;
  readonly storage = memoryStorage();
  readonly pages: Page[] = [];
  /** What a vote was about → what was pressed there, in this order. */
  readonly presses = new Map<string, readonly Pressed[]>();
  /** All that was pressed. */
  readonly pressed: CommandInput[] = [];
  readonly #world: World;
  readonly #clockError: number;
  #opened = 0;

  constructor(world: World, role: Role, name: string) {
    this.#world = world;
    const display = role === 'display' ? `main.${name.toUpperCase().replace('-', '')}` : null;
    this.identity = { role, actor: name, name, ...(display !== null && { display }) };
    this.#clockError = world.dice.between(-300_000, 300_000);
  }

  /** The device's own monotonic clock. */
  readonly local = (): number => this.#world.timeline.now + this.#clockError;

  open(): Page {
    this.#opened += 1;
    const page = new Page(this.#world, this, `${this.identity.actor}-page-${this.#opened}`);
    this.pages.push(page);
    return page;
  }
  /** Closes a page and opens another, as a reload does. */
  reload(page: Page): void {
    page.close();
    this.pages.splice(this.pages.indexOf(page), 1);
    this.open();
  }
}

/** A hub that is down is told at once by the machine it should run on. */
const UNREACHABLE_WITHIN = 50;

/** The code on the big screen changes by itself, every few minutes. */
function isNextCode(event: string, args: unknown): boolean {
  const [sent] = Array.isArray(args) ? (args as unknown[]) : [];
  return (
    event === 'patch' &&
    typeof sent === 'object' &&
    sent !== null &&
    'documents' in sent &&
    Object.keys(sent.documents ?? {}).join() === 'hall'
  );
}

type Handlers = { [E in keyof HubToClient]?: (...args: never[]) => void };

export class Page {
  readonly link: ForumLink;
  /** Commands of this page that nobody has answered. */
  unanswered = 0;
  readonly device: Device;
  readonly #world: World;
  readonly #handlers: Handlers = {};
  #lost: () => void = () => undefined;
  #handshake: () => Handshake | null = () => null;
  #line: Line | null = null;
  #guest: Guest | null = null;
  #connected = false;
  #closed = false;

  constructor(world: World, device: Device, instance: string) {
    this.#world = world;
    this.device = device;
    this.link = new ForumLink({
      transport: this.#transport(),
      storage: device.storage,
      local: device.local,
      later: (ms, run) => void this.#later(ms, run),
      instance,
      client: CLIENTS[device.identity.role],
      forum: null,
      first: null,
      ...(device.identity.display !== undefined && { display: device.identity.display }),
      changed: () => undefined,
    });
    this.#connectLater();
  }

  get line(): Line | null {
    return this.#line;
  }
  get live(): boolean {
    return this.link.status === 'live' && this.#line?.broken === false;
  }

  /** What the hub would tell this device of its own, were it to ask now. */
  sessionMine(): Mine | null {
    return this.#guest?.session.mine() ?? null;
  }

  /** The hub builds this role's view by the same schemas; the checks hold every view against them. */
  view<R extends Role>(role: R): ViewOf<R> | null {
    return role === this.device.identity.role
      ? (this.link.view as unknown as ViewOf<R> | null)
      : null;
  }

  press(command: CommandInput): void {
    const { findings } = this.#world;
    const { name } = this.device.identity;
    findings.note(`${name}: ${JSON.stringify(command)}`);
    this.unanswered += 1;
    this.device.pressed.push(command);
    const vote = voteIn(command);
    if (vote) {
      const { presses } = this.device;
      presses.set(vote.about, [...(presses.get(vote.about) ?? []), vote.pressed]);
    }
    void this.link.submit(command).then((ack) => {
      this.unanswered -= 1;
      findings.note(`${name}: ${command.type} → ${ack.ok ? 'ok' : ack.code}`);
    });
  }

  /** Sends something that the page's own code would never send. */
  sendRaw(frame: unknown): void {
    this.#world.findings.note(
      `${this.device.identity.name}: raw ${JSON.stringify(frame)?.slice(0, 90)}`,
    );
    this.#sendCommand(frame, () => undefined);
  }

  close(): void {
    this.#closed = true;
    this.#line?.hangUp();
  }

  #later(ms: number, run: () => void): void {
    this.#world.timeline.later(ms, () => {
      if (!this.#closed) run();
    });
  }

  #connectLater(): void {
    const { dice } = this.#world;
    this.#later(dice.between(300, 3_000), () => this.#connect());
  }

  #connect(): void {
    const { hub, timeline, dice } = this.#world;
    const line = new Line({
      timeline,
      dice: dice.fork(),
      calm: () => this.#world.calm,
      clientLost: () => this.#hasLost(line),
      hubLost: () => {
        if (guest) hub.leave(guest);
      },
    });
    let guest: Guest | null = null;
    this.#line = line;
    const handshake = this.#handshake();
    line.toHub(() => {
      guest = hub.admit(handshake, this.device.identity, line, (frame) =>
        this.#receive(line, frame),
      );
      if (guest === null) return line.cut(UNREACHABLE_WITHIN);
      this.#guest = guest;
      this.#connected = true;
    });
  }

  #hasLost(line: Line): void {
    if (line !== this.#line || this.#closed) return;
    this.#connected = false;
    this.#guest = null;
    this.#lost();
    this.#connectLater();
  }

  #receive(line: Line, { event, args }: Frame): void {
    if (line !== this.#line || this.#closed) return;
    if (!isNextCode(event, args)) this.#world.frames += 1;
    this.#handlers[event]?.(...(args as never[]));
  }

  #sendCommand(frame: unknown, answered: (ack: Ack) => void): void {
    const { hub, dice } = this.#world;
    const [line, guest] = [this.#line, this.#guest];
    if (!line || !guest) return;
    this.#world.frames += 1;
    const bytes = JSON.stringify(frame) ?? 'null';
    const times = dice.chance(0.05) ? 2 : 1;
    for (let time = 0; time < times; time += 1) {
      line.toHub(() =>
        hub.command(guest, JSON.parse(bytes), (ack) => {
          line.answerClient(() => {
            if (line === this.#line && !this.#closed) answered(ack);
          });
        }),
      );
    }
  }

  #transport(): Transport {
    const isConnected = (): boolean => this.#connected;
    const emit = <E extends keyof ClientToHub>(
      event: E,
      ...args: Parameters<ClientToHub[E]>
    ): void => {
      const [first, second] = args;
      if (!this.#connected) return;
      if (event === 'command') this.#sendCommand(first, second as (ack: Ack) => void);
      else if (event === 'probe') this.#probe(first as Parameters<ClientToHub['probe']>[0]);
      else this.#resync();
    };
    return {
      on: (event, handler) => {
        this.#handlers[event] = handler;
      },
      onDisconnect: (handler) => {
        this.#lost = handler;
      },
      get connected() {
        return isConnected();
      },
      emit,
      handshake: (make) => {
        this.#handshake = make;
      },
      close: () => this.close(),
    };
  }

  #probe(answered: Parameters<ClientToHub['probe']>[0]): void {
    const [line, { hub }] = [this.#line, this.#world];
    line?.toHub(() => {
      const now = hub.clock?.now();
      if (now !== undefined) line.toClient(() => answered(now));
    });
  }

  #resync(): void {
    const guest = this.#guest;
    this.#world.frames += 1;
    this.#line?.toHub(() => guest?.session.resync());
  }
}
