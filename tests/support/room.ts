/** One real forum room without sockets: journal in memory, a clock moved by hand, timers that wait to be run. */
import { openRoom, type OpenRoomPorts, type RoomSeat } from '@wenzheng/server/src/engine/open-room';
import { emptyState } from '@wenzheng/server/src/engine/state';
import type { Identity, Peer, Session } from '@wenzheng/server/src/live/room';
import type { Role } from '@wenzheng/shared/forum/access';
import type { CommandInput } from '@wenzheng/shared/forum/commands';
import type { Ack, Handshake, HubToClient, Patch } from '@wenzheng/shared/wire/protocol';
import { PROTOCOL } from '@wenzheng/shared/wire/version';
import { mappingHere } from './mapping-here';
import { readingHere } from './reading-here';
import { Dice } from './dice';
import { FORUM, moment } from './given';
import { beside } from './photo';
import { MemoryJournal } from './memory-journal';

type Sent = {
  [E in keyof HubToClient]: { event: E; data: Parameters<HubToClient[E]>[0] };
}[keyof HubToClient];
export interface Broadcast {
  readonly role: Role;
  readonly patch: Patch;
  readonly tallies: boolean;
}
export const KEY = new TextEncoder().encode('a key of tests');
const HANDSHAKE: Handshake = { protocol: PROTOCOL, client: 'console', forum: null, held: null };

/** A connection: what it sends, and what it was sent. */
export class Guest {
  readonly sent: Sent[] = [];
  readonly session: Session;
  #counter = 0;

  constructor(seat: RoomSeat, identity: Identity, held: Handshake['held']) {
    const peer: Peer = {
      identity,
      send: (event, ...[data]) => void this.sent.push({ event, data } as Sent),
    };
    this.session = seat.room.enter(peer, { ...HANDSHAKE, held });
  }

  /** Sends `command` under a new id, with its photo or file if it has one. */
  press(command: CommandInput): Promise<Ack> {
    this.#counter += 1;
    const frame = { id: ['page', this.#counter], command };
    return this.session.commandWith(frame, beside(frame));
  }
  /** Sends `command` and expects it to be accepted. */
  async does(command: CommandInput): Promise<Extract<Ack, { ok: true }>> {
    const ack = await this.press(command);
    if (!ack.ok) throw new Error(`${command.type}: ${ack.code}`);
    return ack;
  }
  events<E extends keyof HubToClient>(event: E): Parameters<HubToClient[E]>[0][] {
    return this.sent.flatMap((sent) =>
      sent.event === event ? [sent.data as Parameters<HubToClient[E]>[0]] : [],
    );
  }
}

export class TestRoom {
  readonly journal: MemoryJournal;
  readonly broadcasts: Broadcast[] = [];
  readonly faults: unknown[] = [];
  readonly forbidden: string[] = [];
  #second = 0;
  #seat: RoomSeat | null = null;
  #timers = new Set<() => void>();

  constructor(journal: MemoryJournal) {
    this.journal = journal;
  }

  get seat(): RoomSeat {
    if (!this.#seat) throw new Error('the room is not open');
    return this.#seat;
  }
  /** Lets so many seconds pass. */
  pass(seconds: number): void {
    this.#second += seconds;
  }
  /** Runs everything that waits for a timer. */
  runTimers(): void {
    const timers = [...this.#timers];
    this.#timers = new Set();
    for (const run of timers) run();
  }

  /** Opens the room as a hub does that has just started. */
  async open(ports: Partial<OpenRoomPorts>): Promise<void> {
    this.#timers = new Set();
    this.#seat = await openRoom({
      forum: 'f1',
      journal: this.journal,
      vault: this.journal,
      clock: { now: () => moment(this.#second), monotonic: () => this.#second * 1_000 },
      random: new Dice(this.journal.size + 1),
      scheduler: {
        soon: (run) => void setImmediate(run),
        later: (_, run) => {
          this.#timers.add(run);
          return () => void this.#timers.delete(run);
        },
      },
      readKeys: () => ({ askers: KEY, voters: KEY }),
      destroyVotersKey: () => undefined,
      start: { state: emptyState(), head: 0 },
      join: () => ({ url: 'http://hub/', address: 'hub' }),
      broadcast: (role, patch, tallies) => void this.broadcasts.push({ role, patch, tallies }),
      whenSent: (_, run) => run(),
      read: () => readingHere(),
      map: () => mappingHere(),
      isLive: () => true,
      committed: () => undefined,
      fault: (error) => void this.faults.push(error),
      forbidden: ({ role }, command) => void this.forbidden.push(`${role} ${command}`),
      ...ports,
    });
  }

  enter(role: Role, actor: string = role, held: Handshake['held'] = null): Guest {
    return new Guest(this.seat, { role, actor, name: actor }, held);
  }
}

/** A room with the small forum in it. */
export async function roomWithForum(
  ports: Partial<OpenRoomPorts> = {},
  journal = new MemoryJournal(),
): Promise<TestRoom> {
  const room = new TestRoom(journal);
  await room.open(ports);
  await room.seat.engine.record({ role: 'admin', id: 'first-run' }, [
    { type: 'forumCreated', data: FORUM },
  ]);
  return room;
}
