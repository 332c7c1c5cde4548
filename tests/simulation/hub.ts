/** The hub: real room, engine, feeds and clock over the simulated disk; it can be killed and started again. */
import { builtInForum } from '@wenzheng/server/src/forum/agenda/index';
import { openRoom, type RoomSeat } from '@wenzheng/server/src/engine/open-room';
import { TOLD_WHO_IS_HERE } from '@wenzheng/server/src/engine/recount';
import { dumpState, emptyState, loadState } from '@wenzheng/server/src/engine/state';
import { HeadMoved, StorageFailed } from '@wenzheng/server/src/journal/port';
import { snapshotPieces } from '@wenzheng/server/src/journal/snapshots';
import type { Identity, Peer, Session } from '@wenzheng/server/src/live/room';
import { startHubClock, type HubClock } from '@wenzheng/server/src/ports/hub-clock';
import type { Role } from '@wenzheng/shared/forum/access';
import { handshakeSchema, type Ack, type Patch } from '@wenzheng/shared/wire/protocol';
import { instant } from '@wenzheng/shared/time/instant';
import type { Dice } from '../support/dice';
import { beside } from '../support/photo';
import { mappingHere } from '../support/mapping-here';
import { readingHere } from '../support/reading-here';
import { OpenDisk, type SimDisk } from './disk';
import type { Findings } from './findings';
import { Broadcasts } from './broadcasts';
import { FrameEncoder, type Frame } from './frame';
import type { Line } from './network';
import type { Timeline } from './timeline';

export const FORUM = 'f1';
export const FORUM_KEY = new TextEncoder().encode('the key of the simulated forum');
const EPOCH = 1_800_000_000_000;

export interface HubPorts {
  readonly timeline: Timeline;
  readonly dice: Dice;
  readonly disk: SimDisk;
  readonly findings: Findings;
  /** A run begins, with views that nobody has been sent yet. */
  readonly starting: () => void;
  /** Looks at what the hub sends before it is on the wire. */
  readonly sending: (frame: Frame, identity: Identity | null, role: Role) => void;
  readonly answering: (identity: Identity, frame: unknown, ack: Ack, misled: boolean) => void;
  /** Told of each patch, before it is encoded. */
  readonly publishing: (role: Role, patch: Patch) => void;
}

/** One admitted connection, as the hub knows it. */
export interface Guest {
  readonly identity: Identity;
  readonly line: Line;
  readonly session: Session;
  /** Hands a frame to the client, at its end of the line. */
  readonly deliver: (frame: Frame) => void;
}

export class SimHub {
  readonly #ports: HubPorts;
  /** Wall clock of the machine, as wrong as it may be. */
  wallError = 0;
  boot = 1;
  /** The machine's clock when it was booted. */
  bootedAt = 0;
  #run = 0;
  #clock: HubClock | null = null;
  #disk: OpenDisk | null = null;
  #guests = new Map<Role, Set<Guest>>();
  #broadcasts: Broadcasts | null = null;
  /** A file beside the disk; null once the forum is closed. */
  #votersKey: Uint8Array | null = FORUM_KEY;
  readonly #encoder = new FrameEncoder();
  seat: RoomSeat | null = null;

  constructor(ports: HubPorts) {
    this.#ports = ports;
  }

  /** The clock of the run that is up; null while none is. */
  get clock(): HubClock | null {
    return this.seat ? this.#clock : null;
  }

  async start(): Promise<void> {
    const run = (this.#run += 1);
    this.#ports.starting();
    this.#ports.disk.recover();
    const clock = (this.#clock = this.#startClock());
    this.#ports.disk.anchor = clock.anchor();
    this.#broadcasts = new Broadcasts({ ...this.#ports, isUp: () => run === this.#run });
    const disk = (this.#disk = new OpenDisk(this.#ports.disk, () => clock.anchor()));
    try {
      const seat = await openRoom(this.#roomPorts(run, disk, clock));
      if (run === this.#run) this.seat = seat;
    } catch (error) {
      if (!(error instanceof StorageFailed))
        this.#ports.findings.fail(`the hub cannot start: ${String(error)}`);
      else if (run === this.#run) this.#startAgain(run);
    }
  }

  #startAgain(run: number): void {
    this.#ports.timeline.later(200, () => {
      if (run === this.#run) void this.start();
    });
  }

  /** Makes the forum, as the first run of a hub does. */
  async makeForum(): Promise<void> {
    const forum = builtInForum(FORUM, 'zh-CN', instant(EPOCH));
    await this.seat?.engine.record({ role: 'admin', id: 'first-run' }, [
      { type: 'forumCreated', data: forum },
    ]);
  }

  /** There is a process, whether it serves or is still starting. */
  get isAlive(): boolean {
    return this.#disk !== null;
  }

  /** Everything that is not on the disk is gone, at once. */
  crash(): void {
    this.#run += 1;
    this.seat = null;
    this.#disk?.crash();
    this.#disk = null;
    const guests = this.guests();
    this.#guests = new Map();
    for (const { line } of guests) line.loseHub();
  }

  guests(): Guest[] {
    return [...this.#guests.values()].flatMap((guests) => [...guests]);
  }

  /** Lets a connection in as the real hub does; null if there is no hub to let it in. */
  admit(auth: unknown, identity: Identity, line: Line, deliver: Guest['deliver']): Guest | null {
    const handshake = handshakeSchema.parse(auth);
    if (!this.seat) return null;
    const peer: Peer = {
      identity,
      send: (event, ...args) => {
        const frame = this.#encoder.encode(event, args, identity.role);
        this.#ports.sending(frame, identity, identity.role);
        line.toClient(() => deliver(frame));
      },
    };
    const guest = { identity, line, session: this.seat.room.enter(peer, handshake), deliver };
    const guests = this.#guests.get(identity.role) ?? new Set<Guest>();
    this.#guests.set(identity.role, guests.add(guest));
    this.#count(identity, 1);
    return guest;
  }

  leave(guest: Guest): void {
    const left = this.#guests.get(guest.identity.role)?.delete(guest);
    if (!left) return;
    this.seat?.room.leave(guest.session);
    this.#count(guest.identity, -1);
  }

  command(guest: Guest, frame: unknown, answer: (ack: Ack) => void): void {
    const run = this.#run;
    guest.session.commandWith(frame, beside(frame)).then(
      (ack) => {
        if (run !== this.#run) return;
        // A writer that was given up for dead can still write; only the next commit tells.
        const misled = (this.seat?.engine.head ?? 0) < this.#ports.disk.strayUpTo;
        this.#ports.answering(guest.identity, frame, ack, misled);
        answer(ack);
      },
      (error: unknown) => this.#ports.findings.fail(`a command threw: ${String(error)}`),
    );
  }

  /** Keeps the state of this moment as a snapshot, for a later start. */
  keepSnapshot(): void {
    const engine = this.seat?.engine;
    if (!engine) return;
    engine.afterCommit(() => {
      const { disk } = this.#ports;
      const digest = disk.digestAt(engine.head);
      if (digest === null) return;
      const tables = dumpState(engine.state);
      disk.snapshots.push(
        Buffer.concat([...snapshotPieces({ head: engine.head, digest, tables })]),
      );
    });
  }

  #startClock(): HubClock {
    const { timeline, disk } = this.#ports;
    const { bootedAt } = this;
    const sources = {
      wall: () => EPOCH + timeline.now + this.wallError,
      monotonic: () => timeline.now - bootedAt,
      bootId: `boot-${this.boot}`,
    };
    const last = disk.journal.entries(disk.journal.size, 1)[0];
    return startHubClock(sources, disk.anchor, last?.at ?? null);
  }

  #roomPorts(run: number, disk: OpenDisk, clock: HubClock): Parameters<typeof openRoom>[0] {
    const { timeline, dice, findings } = this.#ports;
    const alive = (work: () => void) => (): void => {
      if (run === this.#run) work();
    };
    return {
      forum: FORUM,
      journal: disk,
      vault: disk,
      clock,
      random: dice,
      scheduler: {
        soon: (work) => void timeline.later(0, alive(work)),
        later: (ms, work) => timeline.later(ms, alive(work)),
      },
      readKeys: () => ({ askers: FORUM_KEY, voters: this.#votersKey }),
      destroyVotersKey: () => {
        this.#votersKey = null;
      },
      start: this.#startState(),
      join: () => ({ url: 'http://192.168.1.5:8080/', address: '192.168.1.5:8080' }),
      broadcast: (role, patch, tallies) => this.#broadcast(role, patch, tallies),
      whenSent: (role, run) => this.#broadcasts?.whenSent(role, run),
      read: () => readingHere(),
      // So few phones as there are here make a map as well.
      map: () => mappingHere({ people: 2, statements: 2, group: 2 }),
      isLive: () => true,
      committed: () => undefined,
      fault: (error) => {
        if (run !== this.#run || error instanceof StorageFailed || error instanceof HeadMoved)
          return;
        findings.fail(
          `a fault of the hub: ${error instanceof Error ? (error.stack ?? '') : String(error)}`,
        );
      },
      forbidden: () => undefined,
    };
  }

  #startState(): Parameters<typeof openRoom>[0]['start'] {
    const kept = this.#ports.disk.readSnapshot();
    return kept
      ? { state: loadState(kept.tables), head: kept.head }
      : { state: emptyState(), head: 0 };
  }

  #broadcast(role: Role, patch: Patch, tallies: boolean): void {
    this.#ports.publishing(role, patch);
    const frame = this.#encoder.encode('patch', [patch], role);
    this.#ports.sending(frame, null, role);
    this.#broadcasts?.send(role, [...(this.#guests.get(role) ?? [])], frame, tallies);
  }

  #count(identity: Identity, by: 1 | -1): void {
    if (!this.seat) return;
    const { attendance, screens, room } = this.seat;
    const facts = [...attendance.count(identity, by), ...screens.count(identity, by)];
    room.publish(new Map(facts.map((fact) => [fact, new Map()])), TOLD_WHO_IS_HERE);
  }
}
