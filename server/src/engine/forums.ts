/** The forums of one hub as its data folder holds them: opened at the start, made, copied, live or not. */
import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Logger } from 'pino';
import type { Instant } from '@wenzheng/shared/time/instant';
import { itemsOf, type AgendaEntries } from '../forum/agenda';
import { MappingWorker } from '../forum/opinions';
import { ReadingWorker } from '../forum/questions';
import { AcknowledgedHead } from '../journal/acknowledged';
import type { OpenedDatabase } from '../journal/database';
import { LiveForums } from '../journal/live-forums';
import { StorageFailed } from '../journal/port';
import { readingAhead } from '../journal/read-ahead';
import { Rehearsals, type KeptRehearsal } from '../journal/rehearsals';
import { SnapshotSchedule } from '../journal/snapshot-schedule';
import { snapshotFile } from '../journal/snapshots';
import {
  digestOf,
  forumIds,
  lastEntryAt,
  keepAnchor,
  savedAnchor,
  SqliteJournal,
} from '../journal/sqlite-journal';
import { StorageHealth, type StorageStatus } from '../journal/storage-health';
import type { Identity } from '../live/room';
import type { HubClock } from '../ports/hub-clock';
import { makeHubClock, systemRandom, systemScheduler } from '../ports/system';
import type { NewEntry } from './entries';
import { ForumKeys } from './forum-keys';
import { openRoom, type OpenRoomPorts, type RoomSeat } from './open-room';
import { emptyState } from './state';
import { StatesAhead } from './states-ahead';

export interface ForumsOptions {
  readonly database: OpenedDatabase;
  readonly keysFolder: string;
  readonly log: Logger;
  /** What was read of the snapshots while the database was being opened. */
  readonly ahead?: StatesAhead;
}

/** How a forum reaches its people. */
export type Outlets = Pick<OpenRoomPorts, 'join' | 'broadcast' | 'whenSent'>;

export interface ForumListing {
  readonly id: string;
  readonly title: string;
  readonly startsAt: Instant;
  readonly closedAt: Instant | null;
  readonly live: boolean;
}

export type Maker = Pick<Identity, 'role'> & { readonly id: string };

export class Forums {
  readonly clock: HubClock;
  readonly rehearsals: Rehearsals;
  readonly #options: ForumsOptions;
  readonly #outlets: (forum: string) => Outlets;
  readonly #keys: ForumKeys;
  readonly #ahead: StatesAhead;
  readonly #snapshots: SnapshotSchedule;
  readonly #live: LiveForums;
  readonly #health: StorageHealth;
  readonly #acknowledged = new Map<string, AcknowledgedHead>();
  readonly #seats = new Map<string, RoomSeat>();

  constructor(options: ForumsOptions, outlets: (forum: string) => Outlets) {
    this.#options = options;
    this.#outlets = outlets;
    const { db } = options.database;
    this.#ahead = options.ahead ?? new StatesAhead(dirname(options.database.file));
    this.clock = makeHubClock(savedAnchor(db), lastEntryAt(db));
    this.#live = new LiveForums(db);
    this.rehearsals = new Rehearsals(db);
    this.#health = new StorageHealth(options.log);
    this.#keys = new ForumKeys(options.keysFolder, systemRandom);
    this.#snapshots = new SnapshotSchedule(
      new URL('./snapshot-worker.js', import.meta.url),
      (error) => options.log.error({ err: error }, 'a snapshot could not be taken'),
    );
  }

  /** Reads every forum that the database holds. */
  async load(): Promise<void> {
    for (const forum of forumIds(this.#options.database.db)) {
      this.#seats.set(forum, await this.#open(forum));
    }
    this.#ahead.forget();
    // Not before everything was found sound: what is refused is left as it is.
    this.#noteTime();
  }

  /** A run that commits nothing is restarted within one boot without its time moving, too. */
  #noteTime(): void {
    const { database, log } = this.#options;
    try {
      keepAnchor(database.db, this.clock.anchor());
    } catch (error) {
      log.warn({ err: error }, 'the time of the start could not be kept');
    }
  }

  /** How the last commit went. */
  storage(): StorageStatus {
    return this.#health.status;
  }

  find(forum: string): RoomSeat | undefined {
    return this.#seats.get(forum);
  }

  /** Throws if there is no such forum. */
  get(forum: string): RoomSeat {
    const seat = this.#seats.get(forum);
    if (!seat) throw new Error(`no forum ${forum}`);
    return seat;
  }

  /** The one made first first: ids grow with time. */
  inOrder(): RoomSeat[] {
    return [...this.#seats.keys()].sort().map((forum) => this.get(forum));
  }

  live(): RoomSeat[] {
    return this.inOrder().filter(({ engine }) => this.#live.has(engine.forum));
  }

  /** Says whether a forum is live; answers false if there is no such forum. */
  setLive(forum: string, live: boolean): boolean {
    if (!this.#seats.has(forum)) return false;
    this.#live.set(forum, live);
    this.#wakeMaps();
    return true;
  }

  /** Whether a live forum has begun and is not closed. */
  underWay(): boolean {
    return this.live().some(({ engine: { state } }) => {
      const isOpen = state.forum.value?.closedAt === null;
      return isOpen && itemsOf(state).some(({ run }) => run !== null);
    });
  }

  setOnlyLive(forum: string): void {
    this.#live.setOnly(forum);
    this.#wakeMaps();
  }

  /** Makes these the live ones, as far as they are there. */
  setAllLive(forums: readonly string[]): void {
    this.#live.setAll(forums.filter((forum) => this.#seats.has(forum)));
    this.#wakeMaps();
  }

  /** A forum that is not live waits with its map. */
  #wakeMaps(): void {
    for (const { mapping } of this.#seats.values()) mapping.wake();
  }

  list(): ForumListing[] {
    return this.inOrder().flatMap(({ engine }) => {
      const forum = engine.state.forum.value;
      if (!forum) return [];
      const { id, title, startsAt, closedAt } = forum;
      return [{ id, title, startsAt, closedAt, live: this.#live.has(id) }];
    });
  }

  /** For a forum to be made; it grows with time, so that ids sort by when forums were made. */
  newId(): string {
    return `f${this.clock.now().toString(36)}${Buffer.from(systemRandom.bytes(2)).toString('hex')}`;
  }

  /** Makes a forum, with what else was set up in it, and answers its id, once all is durable. */
  async create(
    created: AgendaEntries['forumCreated'],
    actor: Maker,
    more: readonly NewEntry[],
  ): Promise<string> {
    const { id } = created.forum;
    this.#keys.make(id);
    const seat = await this.#open(id);
    // The first forum is live by itself. Noted before, so that it never stands there without.
    if (this.#seats.size === 0) this.#live.setOnly(id);
    await seat.engine.record(actor, [{ type: 'forumCreated', data: created }, ...more]);
    // Only a forum whose making is durable is one that screens may open.
    this.#seats.set(id, seat);
    return id;
  }

  /**
   * Wipes the rehearsal that is under way from database and disk; nobody may be connected to it any more. The mark
   * of how far it was acknowledged goes first: without it, a start after a kill finds everything sound.
   */
  async wipe(rehearsal: KeptRehearsal): Promise<void> {
    const { forum } = rehearsal;
    const seat = this.get(forum);
    seat.stop();
    await seat.engine.idle();
    await seat.reading.stop();
    await seat.mapping.stop();
    await this.#snapshots.forget(forum);
    this.#acknowledged.get(forum)?.remove();
    this.#acknowledged.delete(forum);
    this.rehearsals.wipe(rehearsal);
    this.#live.set(forum, false);
    this.#seats.delete(forum);
    this.#keys.destroy(forum);
    rmSync(snapshotFile(dirname(this.#options.database.file), forum), { force: true });
  }

  /** Waits for what is being written. */
  async idle(): Promise<void> {
    await Promise.all([...this.#seats.values()].map(({ engine }) => engine.idle()));
  }

  /** Lets go of the files; after {@link idle}. */
  async close(): Promise<void> {
    await this.#snapshots.stop();
    await Promise.all(
      [...this.#seats.values()].flatMap(({ reading, mapping }) => [reading.stop(), mapping.stop()]),
    );
    for (const each of this.#acknowledged.values()) each.close();
    this.#acknowledged.clear();
  }

  /** Storage failures are logged by StorageHealth, once. */
  fault(error: unknown): void {
    if (error instanceof StorageFailed) return;
    this.#options.log.error({ err: error }, 'a fault of the hub');
  }

  async #open(forum: string): Promise<RoomSeat> {
    const { database, log } = this.#options;
    const file = snapshotFile(dirname(database.file), forum);
    const start = this.#ahead.take(forum, (seq) => digestOf(database.db, forum, seq)) ?? {
      state: emptyState(),
      head: 0,
    };
    const acknowledged = new AcknowledgedHead(dirname(database.file), forum);
    this.#acknowledged.set(forum, acknowledged);
    const journal = new SqliteJournal(database.db, forum, () => this.clock.anchor());
    this.#snapshots.startedFrom(forum, start.head);
    const reader = new URL('./read-ahead-worker.js', import.meta.url);
    const stretch = { database: database.file, forum, from: start.head + 1 };
    const seat = await openRoom({
      ...this.#outlets(forum),
      forum,
      journal: this.#health.watch(await readingAhead(journal, reader, stretch)),
      vault: journal,
      clock: this.clock,
      random: systemRandom,
      scheduler: systemScheduler,
      readKeys: () => this.#keys.read(forum),
      destroyVotersKey: () => this.#keys.destroyVoters(forum),
      start,
      read: () =>
        new ReadingWorker(new URL('./reading-thread.js', import.meta.url), (error) =>
          log.error(
            { err: error, forum },
            'the reader of questions ended; who asks starts another',
          ),
        ),
      map: () => new MappingWorker(new URL('./mapping-thread.js', import.meta.url)),
      isLive: () => this.#live.has(forum),
      committed: (head) => {
        acknowledged.keep(head);
        this.#snapshots.grown({ database: database.file, forum, file, head });
      },
      fault: (error) => this.fault(error),
      forbidden: ({ role, actor }, command) =>
        log.warn({ forum, role, actor, command }, 'refused: no right'),
    });
    // What is there now was acknowledged, also if it came from a backup or an older hub.
    acknowledged.keep(seat.engine.head);
    return seat;
  }
}
