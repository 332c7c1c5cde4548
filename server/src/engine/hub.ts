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
import type { Ack, CommandFrame, Refusal } from '@wenzheng/shared/wire/protocol';
import type { MediumRow } from '../forum/media';
import type { SlipSheet } from '../forum/slips';
import type { Sheets } from '../http/print/sheets';
import type { ReadinessView } from '@wenzheng/shared/forum/readiness';
import type { Picture } from '../journal/picture';
import { startError, StartError } from '../journal/start-error';
import { SelfCheck } from '../journal/self-check';
import type { StorageStatus } from '../journal/storage-health';
import { FEED_ORDER, type Identity } from '../live/room';
import type { KnownSupporter } from '../live/supporters';
import type { HubClock } from '../ports/hub-clock';
import { Connections } from './connections';
import { KeyGone } from './forum-keys';
import { Forums, type ForumListing, type ForumsOptions, type Maker } from './forums';
import { checkReadiness } from './readiness';
import { namedMedia } from './named-media';
import { Preparation } from './preparation';
import { Rehearsal } from './rehearsal';
import { VotesOut } from './votes-out';
import { queueIn, similarIn, trackedIn } from './questions-in';
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
  readonly votes: VotesOut;
  readonly connections: Connections;
  readonly #forums: Forums;
  readonly #pages = new Map<string, Page>();
  #join: JoinView = { url: '', address: '' };
  readonly #selfCheck: SelfCheck;

  constructor(options: ForumsOptions) {
    this.connections = new Connections(() => this.#forums);
    this.#forums = new Forums(options, (forum) => ({
      ...this.connections.outlets(forum),
      join: () => this.#join,
    }));
    this.preparation = new Preparation(this.#forums);
    this.votes = new VotesOut((forum) => this.#forums.find(forum));
    this.rehearsal = new Rehearsal({
      forums: this.#forums,
      bringOver: () => this.connections.bringOver(),
      cut: (forum) => {
        this.#pages.delete(forum);
        this.connections.cut(forum);
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
    if (isThere) this.connections.bringOver();
    return isThere;
  }

  /** Whether a live forum has begun and is not closed. */
  underWay(): boolean {
    return this.#forums.underWay();
  }

  /** Makes `forum` the only live one. */
  setOnlyLive(forum: string): void {
    this.#forums.setOnlyLive(forum);
    this.connections.bringOver();
  }

  /** Makes the built-in forum and answers its id, once it is durable. */
  createForum(locale: 'zh-CN' | 'en', actor: Maker): Promise<string> {
    return this.preparation.makeBuiltIn(locale, actor);
  }

  /** Makes a forum as `template` was set up and answers its id; null if there is no such forum. */
  copyForum(template: string, actor: Maker): Promise<string | null> {
    return this.preparation.copy(template, actor);
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
    return seat ? trackedIn(seat, code) : null;
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
    return seat ? queueIn(seat, wish) : null;
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
    return seat ? similarIn(seat, text) : 'no_forum';
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

  /** Measures the hub and the screens of a forum; null if there is no such forum. */
  async readiness(forum: string): Promise<ReadinessView | null> {
    if (!this.#forums.find(forum)) return null;
    const ports = {
      ...{ clock: this.clock, selfCheck: this.#selfCheck, storage: () => this.storage() },
      url: () => this.#join.url,
      connections: (of: string) => this.connections.screensOf(of),
    };
    return checkReadiness(ports, forum);
  }

  /** Whether a signed-in device has a live connection. */
  isConnected(actor: string): boolean {
    return this.connections.isConnected(actor);
  }

  /** Sets the address that displays show. */
  setJoin(url: string): void {
    this.#join = { url, address: url.replace(/^https?:\/\//, '').replace(/\/$/, '') };
    for (const { room } of this.#forums.inOrder())
      room.publish(new Map([['join', new Map()]]), FEED_ORDER);
  }

  /** Waits for what is being written; nothing is lost either way. */
  async stop(): Promise<void> {
    this.connections.stop();
    await this.rehearsal.stop();
    await this.#selfCheck.stop();
    await this.#forums.idle();
    for (const seat of this.#forums.inOrder()) {
      seat.stop();
      for (const role of ROLES) seat.room.feed(role).close();
    }
    await this.#forums.close();
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
