/** One hub: its forums, and the people that are connected to them. */
import { join } from 'node:path';
import { ROLES, type JoinView } from '@wenzheng/shared/forum/access';
import type { QueueFound, QueueWish } from '@wenzheng/shared/forum/picking';
import type {
  DeskPage,
  DeskQuery,
  SimilarAtDesk,
  SimilarOnPhone,
} from '@wenzheng/shared/forum/desk';
import type { TrackedQuestion } from '@wenzheng/shared/forum/questions';
import type { SlipStory } from '@wenzheng/shared/forum/slips';
import { parseTrackingCode } from '@wenzheng/shared/forum/tracking';
import type { Ack, CommandFrame, Handshake, Refusal } from '@wenzheng/shared/wire/protocol';
import { builtInForum, copiedForum } from '../forum/agenda';
import { builtInTasks, checklistMade } from '../forum/checklist';
import { builtInTerms, glossaryMade } from '../forum/glossary';
import { lookUpQueue, trackedView } from '../forum/questions';
import type { MediumRow } from '../forum/media';
import type { SlipSheet } from '../forum/slips';
import type { Sheets } from '../http/print/sheets';
import type { ReadinessView } from '@wenzheng/shared/forum/readiness';
import type { Picture } from '../journal/picture';
import { startError, StartError } from '../journal/start-error';
import { SelfCheck } from '../journal/self-check';
import type { StorageStatus } from '../journal/storage-health';
import { DirectAdapter } from '../live/direct-adapter';
import { FEED_ORDER, type ForumRoom, type Identity } from '../live/room';
import {
  cutActor,
  cutFollowers,
  cutForum,
  feedRoom,
  hasActor,
  screensOf,
  serveSockets,
  type HubServer,
  type Identify,
} from '../live/socket-server';
import type { KnownSupporter } from '../live/supporters';
import type { HubClock } from '../ports/hub-clock';
import { systemScheduler } from '../ports/system';
import { KeyGone } from './forum-keys';
import { Forums, type ForumListing, type ForumsOptions, type Maker, type Outlets } from './forums';
import { checkReadiness } from './readiness';
import { namedMedia } from './named-media';
import { Preparation } from './preparation';
import { preparedAsIn } from './prepared';
import { Recount } from './recount';
import { Rehearsal } from './rehearsal';
import { sheetsOf } from './sheets-of';
import type { Beside } from './submission';
import { slipOf, slipPhotoOf, slipSheetOf } from './slips-of';

export type { Identity } from '../live/room';

interface Page {
  readonly revision: number;
  readonly json: string;
}

export class Hub {
  readonly preparation: Preparation;
  readonly rehearsal: Rehearsal;
  readonly #forums: Forums;
  readonly #pages = new Map<string, Page>();
  #join: JoinView = { url: '', address: '' };
  #io: HubServer | null = null;
  readonly #selfCheck: SelfCheck;
  readonly #recount = new Recount(systemScheduler);

  constructor(options: ForumsOptions) {
    this.#forums = new Forums(options, (forum) => this.#outlets(forum));
    this.preparation = new Preparation(this.#forums);
    this.rehearsal = new Rehearsal({
      forums: this.#forums,
      bringOver: () => this.#bringOver(),
      cut: (forum) => {
        this.#pages.delete(forum);
        if (this.#io) cutForum(this.#io, forum);
      },
    });
    const worker = new URL('./self-check-worker.js', import.meta.url);
    this.#selfCheck = new SelfCheck(worker, options.database.file);
  }

  /** Reads every forum that the database holds. */
  load(): Promise<void> {
    return this.#forums.load();
  }

  get clock(): HubClock {
    return this.#forums.clock;
  }

  /** How the last commit went. */
  storage(): StorageStatus {
    return this.#forums.storage();
  }

  /** All forums, the one made first first. */
  forums(): ForumListing[] {
    return this.#forums.list();
  }

  /** The forum that is live alone. */
  live(): string | null {
    const [only, ...others] = this.#forums.live();
    return only && others.length === 0 ? only.engine.forum : null;
  }

  /** Says whether a forum is live; answers false if there is no such forum. */
  setLive(forum: string, live: boolean): boolean {
    const isThere = this.#forums.setLive(forum, live);
    if (isThere) this.#bringOver();
    return isThere;
  }

  /** Makes `forum` the only live one. */
  setOnlyLive(forum: string): void {
    this.#forums.setOnlyLive(forum);
    this.#bringOver();
  }

  /** Makes the built-in forum and answers its id, once it is durable. */
  createForum(locale: 'zh-CN' | 'en', actor: Maker): Promise<string> {
    const now = this.clock.now();
    const made = builtInForum(this.#forums.newId(), locale, now);
    const prepared = [
      ...checklistMade(builtInTasks(locale)),
      ...glossaryMade(builtInTerms[locale]),
    ];
    return this.#forums.create(made, actor, prepared);
  }

  /** Makes a forum as `template` was set up and answers its id; null if there is no such forum. */
  async copyForum(template: string, actor: Maker): Promise<string | null> {
    const seat = this.#forums.find(template);
    if (!seat) return null;
    const { state } = seat.engine;
    const created = copiedForum(state, this.#forums.newId(), this.clock.now());
    return created && this.#forums.create(created, actor, preparedAsIn(state));
  }

  /** The view common to all phones, for the first page; the same text until the next revision. */
  page(forum: string): Page {
    const feed = this.#forums.get(forum).room.feed('audience');
    const cached = this.#pages.get(forum);
    if (cached?.revision === feed.revision) return cached;
    const page = { revision: feed.revision, json: JSON.stringify({ ...feed.snapshot(), forum }) };
    this.#pages.set(forum, page);
    return page;
  }

  /** Status of the question with this tracking code, or null. */
  track(forum: string, code: string): TrackedQuestion | null {
    const seat = this.#forums.find(forum);
    const parsed = parseTrackingCode(code);
    if (!seat || parsed === null) return null;
    const { state } = seat.engine;
    const row = state.questions.settled(state.trackingCodes.settled(parsed) ?? '');
    return row ? trackedView(seat.room.ports.sight(), row) : null;
  }

  /** A slip by its serial number, or null. */
  slip(forum: string, serial: string): SlipStory | null {
    const seat = this.#forums.find(forum);
    return seat ? slipOf(seat, serial) : null;
  }

  /** The photo of a slip; null if there is none, or it was erased. */
  async slipPhoto(forum: string, serial: string): Promise<Picture | null> {
    const seat = this.#forums.find(forum);
    return seat ? slipPhotoOf(seat, serial) : null;
  }

  /** A command of somebody signed in that comes with a picture or a file; null if there is no such forum. */
  async takeIn(
    forum: string,
    identity: Identity,
    frame: CommandFrame,
    beside: Beside,
  ): Promise<Ack | null> {
    return (await this.#forums.find(forum)?.room.takeIn(identity, frame, beside)) ?? null;
  }

  /** A film clip or slides; null if there is none, or no such forum. */
  medium(forum: string, media: string): MediumRow | null {
    return this.#forums.find(forum)?.engine.state.media.settled(media) ?? null;
  }

  /** Ids of all films and slides that stand somewhere or can come back; null while that is not known for certain. */
  namedMedia(): ReadonlySet<string> | null {
    if (this.storage() !== 'ok') return null;
    const states = this.#forums.inOrder().map(({ engine }) => engine.state);
    return new Set(states.flatMap((state) => [...namedMedia(state)]));
  }

  /** What stands on the slips of a batch from `first` to `last`, or null. */
  slipSheet(forum: string, batch: string, first: number, last: number): SlipSheet | null {
    const seat = this.#forums.find(forum);
    return seat ? slipSheetOf(seat, batch, first, last) : null;
  }

  /** Looks through the whole queue for a desk; null if there is no such forum. */
  async lookUpQueue(forum: string, wish: QueueWish): Promise<QueueFound | null> {
    const seat = this.#forums.find(forum);
    if (!seat) return null;
    const turn = () => new Promise<void>((done) => systemScheduler.soon(done));
    return lookUpQueue(seat.room.ports.sight(), wish, turn);
  }

  /** What print pages need of a forum; null if there is no such forum. */
  sheets(forum: string): Sheets | null {
    const seat = this.#forums.find(forum);
    return seat ? sheetsOf(seat, this.#join.url) : null;
  }

  /** What whoever holds `code` supports, asked at a kiosk; null if there is no such forum. */
  supporter(forum: string, kiosk: string, code: string): KnownSupporter | Refusal | null {
    return this.#forums.find(forum)?.room.supporterAt(kiosk, code) ?? null;
  }

  /** Questions that can be supported instead of asking `text`. */
  async similarOnPhone(
    forum: string,
    text: string,
  ): Promise<readonly SimilarOnPhone[] | 'busy' | 'no_forum'> {
    const seat = this.#forums.find(forum);
    if (!seat) return 'no_forum';
    // Nobody can ask or support any more.
    if ((seat.engine.state.forum.value?.closedAt ?? null) !== null) return [];
    return (await seat.reading.onPhone(text)) ?? 'busy';
  }

  /** A page of the questions that a desk looks for; null if there is no such forum. */
  async searchQuestions(forum: string, query: DeskQuery): Promise<DeskPage | 'no_reader' | null> {
    return (await this.#forums.find(forum)?.reading.search(query)) ?? null;
  }

  /** What asks much the same as a question. */
  async similarAtDesk(
    forum: string,
    question: string,
  ): Promise<readonly SimilarAtDesk[] | 'unknown' | 'no_reader'> {
    return (await this.#forums.find(forum)?.reading.atDesk(question)) ?? 'unknown';
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
      holds: (room, identity, media) => {
        const screens = this.#forums.find(room.ports.engine.forum)?.screens;
        this.#recount.changed(room, screens?.hold(identity, media) ?? []);
      },
      fault: (error) => this.#forums.fault(error),
    });
  }

  /** Measures the hub and the screens of a forum; null if there is no such forum. */
  async readiness(forum: string): Promise<ReadinessView | null> {
    if (!this.#forums.find(forum)) return null;
    const ports = {
      ...{ clock: this.clock, selfCheck: this.#selfCheck, storage: () => this.storage() },
      url: () => this.#join.url,
      connections: (of: string) => (this.#io ? screensOf(this.#io, of) : []),
    };
    return checkReadiness(ports, forum);
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
    for (const { room } of this.#forums.inOrder())
      room.publish(new Map([['join', new Map()]]), FEED_ORDER);
  }

  /** Waits for what is being written; nothing is lost either way. */
  async stop(): Promise<void> {
    this.#recount.stop();
    await this.rehearsal.stop();
    await this.#selfCheck.stop();
    await this.#forums.idle();
    for (const seat of this.#forums.inOrder()) {
      seat.stop();
      for (const role of ROLES) seat.room.feed(role).close();
    }
    await this.#forums.close();
  }

  #outlets(forum: string): Outlets {
    return {
      join: () => this.#join,
      broadcast: (role, patch, tallies) => {
        const room = this.#io?.to(feedRoom(forum, role));
        (tallies ? room?.volatile : room)?.emit('patch', patch);
      },
      whenSent: (role, run) => {
        const adapter = this.#io?.sockets.adapter;
        if (adapter instanceof DirectAdapter) adapter.whenSent(feedRoom(forum, role), run);
        else run();
      },
    };
  }

  /**
   * The forum named, else one that is live. Who holds the view of one stays with it as long as it is live, or
   * nothing else is; others come to the one made last.
   */
  #roomFor({ forum, held }: Pick<Handshake, 'forum' | 'held'>): ForumRoom | null {
    if (forum !== null) return this.#forums.find(forum)?.room ?? null;
    const live = this.#forums.live();
    const own = (live.length > 0 ? live : this.#forums.inOrder()).find(
      ({ room }) => held !== null && ROLES.some((role) => room.feed(role).epoch === held.epoch),
    );
    return (own ?? live.at(-1))?.room ?? null;
  }

  /** Has those who follow the live forum come over from any that is no longer. */
  #bringOver(): void {
    const live = new Set(this.#forums.live());
    if (!this.#io || live.size === 0) return;
    for (const seat of this.#forums.inOrder())
      if (!live.has(seat)) cutFollowers(this.#io, seat.engine.forum);
  }

  #count(room: ForumRoom, identity: Identity, by: 1 | -1): void {
    const seat = this.#forums.find(room.ports.engine.forum);
    if (!seat) return;
    const screens = seat.screens.count(identity, by);
    this.#recount.changed(room, [...seat.attendance.count(identity, by), ...screens]);
  }
}

/** Opens all forums of `options.database`. Rejects with StartError if they cannot be read. */
export async function startHub(options: ForumsOptions): Promise<Hub> {
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
