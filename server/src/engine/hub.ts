/** All forums of one hub: their engines, feeds and live rooms, over one database. */
import { dirname, join } from 'node:path';
import type { Logger } from 'pino';
import { ROLES, type JoinView, type PresenceView, type Role } from '@wenzheng/shared/forum/access';
import type { TrackedQuestion } from '@wenzheng/shared/forum/questions';
import { parseTrackingCode } from '@wenzheng/shared/forum/tracking';
import type { Instant } from '@wenzheng/shared/time/instant';
import type { Handshake } from '@wenzheng/shared/wire/protocol';
import { builtInForum, copiedForum, type AgendaEntries } from '../forum/agenda';
import { trackedView } from '../forum/questions';
import type { OpenedDatabase } from '../journal/database';
import { AcknowledgedHead } from '../journal/acknowledged';
import { LiveForums } from '../journal/live-forums';
import { StorageFailed } from '../journal/port';
import { SnapshotSchedule } from '../journal/snapshot-schedule';
import { readSnapshot, snapshotFile } from '../journal/snapshots';
import {
  digestOf,
  forumIds,
  lastEntryAt,
  keepAnchor,
  savedAnchor,
  SqliteJournal,
} from '../journal/sqlite-journal';
import { startError, StartError } from '../journal/start-error';
import { StorageHealth, type StorageStatus } from '../journal/storage-health';
import { DirectAdapter } from '../live/direct-adapter';
import { FEED_ORDER, type ForumRoom, type Identity } from '../live/room';
import {
  cutActor,
  cutFollowers,
  feedRoom,
  hasActor,
  serveSockets,
  type HubServer,
  type Identify,
} from '../live/socket-server';
import type { HubClock } from '../ports/hub-clock';
import { makeHubClock, systemRandom, systemScheduler } from '../ports/system';
import { ForumKeys, KeyGone } from './forum-keys';
import { openRoom, type OpenRoomPorts, type RoomSeat } from './open-room';
import { Recount } from './recount';
import { emptyState, loadState } from './state';

export type { Identity } from '../live/room';

export interface HubOptions {
  readonly database: OpenedDatabase;
  readonly keysFolder: string;
  readonly log: Logger;
}
export interface ForumListing {
  readonly id: string;
  readonly title: string;
  readonly startsAt: Instant;
  readonly closedAt: Instant | null;
  readonly live: boolean;
}
interface Maker {
  readonly role: Role;
  readonly id: string;
}

interface Page {
  readonly revision: number;
  readonly json: string;
}

/** Grows with time, so that ids sort by when forums were made. */
const newId = (now: Instant): string =>
  `f${now.toString(36)}${Buffer.from(systemRandom.bytes(2)).toString('hex')}`;

export class Hub {
  readonly #options: HubOptions;
  readonly #clock: HubClock;
  readonly #keys: ForumKeys;
  readonly #snapshots: SnapshotSchedule;
  readonly #live: LiveForums;
  readonly #health: StorageHealth;
  readonly #acknowledged: AcknowledgedHead[] = [];
  readonly #seats = new Map<string, RoomSeat>();
  readonly #pages = new Map<string, Page>();
  #join: JoinView = { url: '', address: '' };
  #io: HubServer | null = null;
  readonly #recount = new Recount(systemScheduler);

  constructor(options: HubOptions) {
    this.#options = options;
    const { db } = options.database;
    this.#clock = makeHubClock(savedAnchor(db), lastEntryAt(db));
    this.#live = new LiveForums(db);
    this.#health = new StorageHealth(options.log);
    this.#keys = new ForumKeys(options.keysFolder, systemRandom);
    this.#snapshots = new SnapshotSchedule(
      new URL('./snapshot-worker.js', import.meta.url),
      (error) => options.log.error({ err: error }, 'a snapshot could not be taken'),
    );
  }

  /** A run that commits nothing is restarted within one boot without its time moving, too. */
  #noteTime(): void {
    const { database, log } = this.#options;
    try {
      keepAnchor(database.db, this.#clock.anchor());
    } catch (error) {
      log.warn({ err: error }, 'the time of the start could not be kept');
    }
  }

  /** Reads every forum that the database holds. */
  async load(): Promise<void> {
    for (const forum of forumIds(this.#options.database.db)) {
      this.#seats.set(forum, await this.#open(forum));
    }
    // Not before everything was found sound: what is refused is left as it is.
    this.#noteTime();
  }

  get clock(): HubClock {
    return this.#clock;
  }

  /** How the last commit went. */
  storage(): StorageStatus {
    return this.#health.status;
  }

  /** All forums, the one made first first. */
  forums(): ForumListing[] {
    return this.#inOrder().flatMap(({ engine }) => {
      const forum = engine.state.forum.value;
      if (!forum) return [];
      const { id, title, startsAt, closedAt } = forum;
      return [{ id, title, startsAt, closedAt, live: this.#live.has(id) }];
    });
  }

  /** The forum that is live alone. */
  live(): string | null {
    const [only, ...others] = this.#liveSeats();
    return only && others.length === 0 ? only.engine.forum : null;
  }

  /** Says whether a forum is live; answers false if there is no such forum. */
  setLive(forum: string, live: boolean): boolean {
    if (!this.#seats.has(forum)) return false;
    this.#live.set(forum, live);
    this.#bringOver();
    return true;
  }

  /** Makes `forum` the only live one. */
  setOnlyLive(forum: string): void {
    this.#live.setOnly(forum);
    this.#bringOver();
  }

  /** Makes the built-in forum and answers its id, once it is durable. */
  createForum(locale: 'zh-CN' | 'en', actor: Maker): Promise<string> {
    const now = this.#clock.now();
    const id = newId(now);
    return this.#create(builtInForum(id, locale, now), actor);
  }

  /** Makes a forum as `template` was set up and answers its id; null if there is no such forum. */
  async copyForum(template: string, actor: Maker): Promise<string | null> {
    const seat = this.#seats.get(template);
    const now = this.#clock.now();
    const created = seat ? copiedForum(seat.engine.state, newId(now), now) : null;
    return created && this.#create(created, actor);
  }

  async #create(created: AgendaEntries['forumCreated'], actor: Maker): Promise<string> {
    const { id } = created.forum;
    this.#keys.make(id);
    const seat = await this.#open(id);
    // The first forum is live by itself. Noted before, so that it never stands there without.
    if (this.#seats.size === 0) this.#live.setOnly(id);
    await seat.engine.record(actor, [{ type: 'forumCreated', data: created }]);
    // Only a forum whose making is durable is one that screens may open.
    this.#seats.set(id, seat);
    return id;
  }

  /** The view common to all phones, for the first page; the same text until the next revision. */
  page(forum: string): Page {
    const feed = this.#seat(forum).room.feed('audience');
    const cached = this.#pages.get(forum);
    if (cached?.revision === feed.revision) return cached;
    const page = { revision: feed.revision, json: JSON.stringify({ ...feed.snapshot(), forum }) };
    this.#pages.set(forum, page);
    return page;
  }

  /** Status of the question with this tracking code, or null. */
  track(forum: string, code: string): TrackedQuestion | null {
    const seat = this.#seats.get(forum);
    const parsed = parseTrackingCode(code);
    if (!seat || parsed === null) return null;
    const { state } = seat.engine;
    const row = state.questions.settled(state.trackingCodes.settled(parsed) ?? '');
    return row ? trackedView(seat.room.ports.sight(), row) : null;
  }

  /** Serves sockets; `identify` tells from cookies who they are, `left` is told of who goes. */
  attach(io: HubServer, identify: Identify, left: (identity: Identity) => void): void {
    this.#io = io;
    serveSockets(io, {
      identify,
      room: (handshake) => this.#roomFor(handshake),
      entered: (room, identity) => this.#count(room, identity, 1),
      left: (room, identity) => {
        this.#count(room, identity, -1);
        left(identity);
      },
      fault: (error) => this.#fault(error),
    });
  }

  /** Whether a signed-in device has a live connection. */
  isConnected(actor: string): boolean {
    return this.#io !== null && hasActor(this.#io, actor);
  }

  /** Ends the connections of a session that has ended. */
  signedOut(actor: string): void {
    if (this.#io) cutActor(this.#io, actor);
  }

  /** Sets the address that displays show. */
  setJoin(url: string): void {
    this.#join = { url, address: url.replace(/^https?:\/\//, '').replace(/\/$/, '') };
    for (const { room } of this.#seats.values())
      room.publish(new Map([['join', new Map()]]), FEED_ORDER);
  }

  /** Waits for what is being written; nothing is lost either way. */
  async stop(): Promise<void> {
    this.#recount.stop();
    await Promise.all([...this.#seats.values()].map(({ engine }) => engine.idle()));
    for (const { room } of this.#seats.values()) for (const role of ROLES) room.feed(role).close();
    await this.#snapshots.stop();
    for (const each of this.#acknowledged.splice(0)) each.close();
  }

  /** The one made first first. */
  #inOrder(): RoomSeat[] {
    return [...this.#seats.keys()].sort().map((forum) => this.#seat(forum));
  }

  #liveSeats(): RoomSeat[] {
    return this.#inOrder().filter(({ engine }) => this.#live.has(engine.forum));
  }

  /**
   * The forum named, else one that is live. Who holds the view of one stays with it as long as it is live, or
   * nothing else is; others come to the one made last.
   */
  #roomFor({ forum, held }: Pick<Handshake, 'forum' | 'held'>): ForumRoom | null {
    if (forum !== null) return this.#seats.get(forum)?.room ?? null;
    const live = this.#liveSeats();
    const own = (live.length > 0 ? live : this.#inOrder()).find(
      ({ room }) => held !== null && room.feed('display').epoch === held.epoch,
    );
    return (own ?? live.at(-1))?.room ?? null;
  }

  /** Has those who follow the live forum come over from any that is no longer. */
  #bringOver(): void {
    if (!this.#io || this.#liveSeats().length === 0) return;
    for (const forum of this.#seats.keys())
      if (!this.#live.has(forum)) cutFollowers(this.#io, forum);
  }

  #seat(forum: string): RoomSeat {
    const seat = this.#seats.get(forum);
    if (!seat) throw new Error(`no forum ${forum}`);
    return seat;
  }

  async #open(forum: string): Promise<RoomSeat> {
    const { database, log } = this.#options;
    const file = snapshotFile(dirname(database.file), forum);
    const snapshot = readSnapshot(file, (seq) => digestOf(database.db, forum, seq));
    const acknowledged = new AcknowledgedHead(dirname(database.file), forum);
    this.#acknowledged.push(acknowledged);
    const journal = new SqliteJournal(database.db, forum, () => this.#clock.anchor());
    const presence: PresenceView = { displays: 0, phones: 0, staff: 0 };
    this.#snapshots.startedFrom(forum, snapshot?.head ?? 0);
    const ports: OpenRoomPorts = {
      forum,
      journal: this.#health.watch(journal),
      vault: journal,
      clock: this.#clock,
      random: systemRandom,
      scheduler: systemScheduler,
      readKeys: () => this.#keys.read(forum),
      destroyVotersKey: () => this.#keys.destroyVoters(forum),
      start: {
        state: snapshot ? loadState(snapshot.tables) : emptyState(),
        head: snapshot?.head ?? 0,
      },
      join: () => this.#join,
      presence: () => this.#seats.get(forum)?.presence ?? presence,
      broadcast: (role, patch, tallies) => {
        const room = this.#io?.to(feedRoom(forum, role));
        (tallies ? room?.volatile : room)?.emit('patch', patch);
      },
      whenSent: (role, run) => {
        const adapter = this.#io?.sockets.adapter;
        if (adapter instanceof DirectAdapter) adapter.whenSent(feedRoom(forum, role), run);
        else run();
      },
      committed: (head) => {
        acknowledged.keep(head);
        this.#snapshots.grown({ database: database.file, forum, file, head });
      },
      fault: (error) => this.#fault(error),
      forbidden: ({ role, actor }, command) =>
        log.warn({ forum, role, actor, command }, 'refused: no right'),
    };
    const seat = await openRoom(ports);
    // What is there now was acknowledged, also if it came from a backup or an older hub.
    acknowledged.keep(seat.engine.head);
    return seat;
  }

  #count(room: ForumRoom, { role }: Identity, by: 1 | -1): void {
    const seat = this.#seats.get(room.ports.engine.forum);
    if (!seat) return;
    const kind = role === 'audience' ? 'phones' : role === 'display' ? 'displays' : 'staff';
    seat.presence = { ...seat.presence, [kind]: seat.presence[kind] + by };
    this.#recount.changed(room);
  }

  #fault(error: unknown): void {
    if (error instanceof StorageFailed) return; // logged by StorageHealth, once
    this.#options.log.error({ err: error }, 'a fault of the hub');
  }
}

/** Opens all forums of `options.database`. Rejects with StartError if they cannot be read. */
export async function startHub(options: HubOptions): Promise<Hub> {
  let hub: Hub | null = null;
  try {
    hub = new Hub(options);
    await hub.load();
    return hub;
  } catch (error) {
    await hub?.stop();
    if (error instanceof KeyGone) {
      const file = join(options.keysFolder, error.file);
      throw new StartError({ code: 'key_gone', file }, error);
    }
    throw startError(error, options.database.file);
  }
}
