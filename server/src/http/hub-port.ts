/** What the pages and the API need of the hub. `Hub` of engine/ fits; tests bring a stand-in. */
import type { Role } from '@wenzheng/shared/forum/access';
import type { SlipStory } from '@wenzheng/shared/forum/slips';
import type { QueueFound, QueueWish } from '@wenzheng/shared/forum/picking';
import type {
  DeskPage,
  DeskQuery,
  SimilarAtDesk,
  SimilarOnPhone,
} from '@wenzheng/shared/forum/desk';
import type { TrackedQuestion } from '@wenzheng/shared/forum/questions';
import type { ReadingOfSheet } from '@wenzheng/shared/forum/agenda-sheet';
import type { ReadinessView } from '@wenzheng/shared/forum/readiness';
import type { ForumFile } from '@wenzheng/shared/forum/forum-file';
import type {
  RehearsalRefusal,
  RehearsalView,
  RehearsalWish,
} from '@wenzheng/shared/forum/rehearsal';
import type { Instant } from '@wenzheng/shared/time/instant';
import type { VotesTable } from '../engine/votes-out';
import type { Beside } from '../engine/submission';
import type { MediumRow } from '../forum/media';
import type { SlipSheet } from '../forum/slips';
import type { Ack, CommandFrame, Refusal } from '@wenzheng/shared/wire/protocol';
import type { Picture } from '../journal/picture';
import type { Identity } from '../live/room';
import type { StorageStatus } from '../journal/storage-health';
import type { KnownSupporter } from '../live/supporters';
import type { Sheets } from './print/sheets';

export const FORUM_LOCALES = ['zh-CN', 'en'] as const;
export type ForumLocale = (typeof FORUM_LOCALES)[number];

export interface ListedForum {
  readonly id: string;
  readonly title: string;
  readonly startsAt: Instant;
  readonly closedAt: Instant | null;
  readonly live: boolean;
}

/** Who makes a forum. */
export interface Maker {
  readonly role: Role;
  readonly id: string;
}

export interface PreparationPort {
  /** All that was prepared of a forum; null if there is no such forum. */
  file(forum: string): ForumFile | null;
  /** Makes a forum from a file and answers its id. */
  make(file: ForumFile, actor: Maker): Promise<string>;
  /** The agenda as a table (XLSX); null if there is no such forum. */
  agendaSheet(forum: string, language: ForumLocale): Promise<Uint8Array | null>;
  /** What a table would do to the agenda, of which nothing is done; null if there is no such forum. */
  readAgendaSheet(forum: string, bytes: Uint8Array): Promise<ReadingOfSheet | null>;
}

export interface RehearsalPort {
  /** The rehearsal that is under way, or null. */
  current(): RehearsalView | null;
  /** Answers the id of the copy, null if there is no such forum, or why there can be none now. */
  start(wish: RehearsalWish, actor: Maker): Promise<{ forum: string } | RehearsalRefusal | null>;
  /** Wipes it; false if there is none. */
  end(): Promise<boolean>;
}

export interface VotesPort {
  /** The ballots of a poll; null if there is no such poll or forum. */
  ballots(forum: string, poll: string): VotesTable | 'not_closed' | null;
  /** What was answered to statements, once the forum is closed, or the statements; null if there is no such forum. */
  opinions(forum: string, file: 'votes' | 'statements'): string | 'not_closed' | 'too_few' | null;
  /** The map of opinion as JSON, with `null` for it while too few have answered; null if there is no such forum. */
  map(forum: string): string | null;
}

export interface HubPort {
  /** Whether what people do can be kept, as the last commit found it. */
  storage(): StorageStatus;
  forums(): readonly ListedForum[];
  /** Id of the only live forum; null if there is none, or several. */
  live(): string | null;
  /** False if there is no such forum. */
  setLive(forum: string, live: boolean): boolean;
  /** Whether a live forum has begun and is not closed. */
  underWay(): boolean;
  setOnlyLive(forum: string): void;
  /** Makes the built-in forum and answers its id. */
  createForum(locale: ForumLocale, actor: Maker): Promise<string>;
  /** Makes a forum as `template` was set up and answers its id; null if there is no such forum. */
  copyForum(template: string, actor: Maker): Promise<string | null>;
  readonly preparation: PreparationPort;
  readonly rehearsal: RehearsalPort;
  readonly votes: VotesPort;
  /** What phones see of a forum, as JSON; it changes only with its revision. */
  page(forum: string): { readonly revision: number; readonly json: string };
  /** Looks through the queue of a forum; null if there is no such forum. */
  lookUpQueue(forum: string, wish: QueueWish): Promise<QueueFound | null>;
  track(forum: string, code: string): TrackedQuestion | null;
  /** A slip by its serial number, with the code of its stub; null if there is none. */
  slip(forum: string, serial: string): SlipStory | null;
  /** The photo of a slip; null if there is none, or it was erased. */
  slipPhoto(forum: string, serial: string): Promise<Picture | null>;
  /** A command of somebody signed in that comes with a picture or a file; null if there is no such forum. */
  takeIn(
    forum: string,
    identity: Identity,
    frame: CommandFrame,
    beside: Beside,
  ): Promise<Ack | null>;
  /** A film clip or slides; null if there is none, or no such forum. */
  medium(forum: string, media: string): MediumRow | null;
  /** What stands on the slips of a batch from `first` to `last`; null unless they were all printed. */
  slipSheet(forum: string, batch: string, first: number, last: number): SlipSheet | null;
  /** For print pages; null if there is no such forum. */
  sheets(forum: string): Sheets | null;
  /** What whoever holds `code`, shown at a kiosk, supports; null if there is no such forum. */
  supporter(forum: string, kiosk: string, code: string): KnownSupporter | Refusal | null;
  /** Questions that can be supported instead of asking `text`. */
  similarOnPhone(
    forum: string,
    text: string,
  ): Promise<readonly SimilarOnPhone[] | 'busy' | 'no_forum'>;
  /** Null if there is no such forum. */
  searchQuestions(forum: string, query: DeskQuery): Promise<DeskPage | 'no_reader' | null>;
  /** What asks much the same as a question. */
  similarAtDesk(
    forum: string,
    question: string,
  ): Promise<readonly SimilarAtDesk[] | 'unknown' | 'no_reader'>;
  /** Measures the hub and the screens of a forum; null if there is no such forum. */
  readiness(forum: string): Promise<ReadinessView | null>;
  /** Whether a signed-in device has a live connection. */
  isConnected(actor: string): boolean;
}
