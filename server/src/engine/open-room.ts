/** Puts one forum together: journal → state → engine → feeds → room. The simulation uses it as it is. */
import { ROLES, type JoinView, type Role } from '@wenzheng/shared/forum/access';
import type { CommandType } from '@wenzheng/shared/forum/commands';
import type { Patch } from '@wenzheng/shared/wire/protocol';
import { AdmissionCodes } from '../forum/admission';
import { Figures } from '../forum/followup';
import { OpinionMapping, OpinionRanks, type Mapping } from '../forum/opinions';
import { hasOpened, PollAnswers } from '../forum/polls';
import { Masks, QuestionRanks, QuestionReading, type Reading } from '../forum/questions';
import { SlipIndex } from '../forum/slips';
import type { WordRef } from '../journal/entry';
import type { Picture } from '../journal/picture';
import type { Journal, Vault } from '../journal/port';
import { Attendance } from '../live/attendance';
import { BuiltViews } from '../live/built-views';
import { Feed } from '../live/feed';
import { pseudonyms, type NameKeys } from '../live/pseudonyms';
import { FEED_ORDER, ForumRoom, type Identity } from '../live/room';
import { Screens } from '../live/screens';
import type { Clock, Random, Scheduler } from '../ports/ports';
import { feedSpec } from './feed-specs';
import { ForumEngine } from './forum-engine';
import { KeyGone } from './forum-keys';
import { PictureSweep } from './picture-sweep';
import { settle, type ForumState } from './state';
import type { Sight } from './views';
import { WordStore } from './word-store';

export interface OpenRoomPorts {
  readonly forum: string;
  readonly journal: Journal;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly random: Random;
  readonly scheduler: Scheduler;
  /** For pseudonyms; read once and not kept, for the voters' key goes when the forum is closed. */
  readonly readKeys: () => NameKeys;
  /** Called once the closing is durable, and again at every start after. */
  readonly destroyVotersKey: () => void;
  /** State and head of a snapshot, or an empty state and 0. */
  readonly start: { readonly state: ForumState; readonly head: number };
  readonly join: () => JoinView;
  readonly broadcast: (role: Role, patch: Patch, tallies: boolean) => void;
  /** Calls `run` once what was broadcast to `role` so far is on its way: tallies must not pile up. */
  readonly whenSent: (role: Role, run: () => void) => void;
  /** Starts whoever reads the words of questions, once somebody asks for what takes long. */
  readonly read: () => Reading;
  /** Starts whoever reckons the map of opinion, once there are answers. */
  readonly map: () => Mapping;
  /** Only of a live forum maps are made. */
  readonly isLive: () => boolean;
  /** Called after each commit with the number of the last entry. */
  readonly committed: (head: number) => void;
  readonly fault: (error: unknown) => void;
  readonly forbidden: (identity: Identity, command: CommandType) => void;
}

export interface RoomSeat {
  readonly engine: ForumEngine;
  readonly room: ForumRoom;
  readonly reading: QuestionReading;
  readonly mapping: OpinionMapping;
  readonly attendance: Attendance;
  readonly screens: Screens;
  /** A picture out of the vault; null if it was erased. */
  picture(id: string): Promise<Picture | null>;
  /** The code on the big screen changes no more. */
  stop(): void;
}

const EPOCH_BYTES = 6;
/** Screens that come back after a restart are served first. */
const FIRST_SUPPORTERS_AFTER_MS = 2_000;
const SUPPORTERS_EVERY_MS = 20;

/**
 * Waits until what was broadcast to `role` is written, and then a while: the busier the hub, the longer writing
 * takes and the rarer tallies are. They are read from the head state: never while it holds what is not yet durable.
 */
function afterSent(
  { scheduler, whenSent }: OpenRoomPorts,
  role: Role,
  afterCommit: (run: () => void) => void,
) {
  return (ms: number, run: () => void): (() => void) => {
    let cancel = (): void => undefined;
    let isCalledOff = false;
    whenSent(role, () => {
      if (isCalledOff) return;
      cancel = scheduler.later(ms, () => whenSent(role, () => afterCommit(run)));
    });
    return () => {
      isCalledOff = true;
      cancel();
    };
  };
}

export async function openRoom(ports: OpenRoomPorts): Promise<RoomSeat> {
  const { state, head } = ports.start;
  const words = new WordStore(ports.vault);
  await words.refresh();
  const engine: ForumEngine = new ForumEngine(ports.forum, state, head, {
    ...ports,
    words,
    present: () => attendance.present,
    publish: (changes) => {
      // First of all: what was built before is old, whatever happens below.
      built.forget();
      for (const index of [ranks, opinions, pollAnswers, slips, figures])
        index.update(state, changes);
      const moved = [ranks, opinions, pollAnswers, slips].flatMap((index) => [
        ...index.takeMoved(),
      ]);
      if (hasOpened(state, changes)) attendance.countAnew();
      room.publish(new Map([...changes, ...moved]), FEED_ORDER);
      reading.update(changes);
      mapping.update(changes);
      if (changes.has('slipPhotos')) sweep.soon();
      if (changes.has('forum')) forgetVoters();
      ports.committed(engine.head);
    },
  });
  const sweep = new PictureSweep({ ...ports, engine });
  await engine.catchUp();
  settle(state);
  const keys = { ...ports.readKeys() };
  const isClosed = (): boolean => (state.forum.value?.closedAt ?? null) !== null;
  /** Who closes the forum must not have to trust the hub with who voted what. */
  function forgetVoters(): void {
    if (!isClosed()) return;
    keys.voters = null;
    try {
      ports.destroyVotersKey();
    } catch (error) {
      ports.fault(error);
    }
  }
  forgetVoters();
  if (!isClosed() && keys.voters === null) throw new KeyGone(`${ports.forum}.voters.key`, null);
  const codes = new AdmissionCodes(keys.askers);
  let hallCode = codes.hallCode(ports.clock.now());
  const ranks = new QuestionRanks(state);
  const masks = new Masks();
  const opinions = new OpinionRanks(state);
  const readWords = (ref: WordRef): string => words.read(ref) ?? '';
  const pollAnswers = new PollAnswers(state, readWords);
  const slips = new SlipIndex(state);
  const figures = new Figures(state);
  const attendance = new Attendance();
  const screens = new Screens();
  const seen: Sight = {
    ...{ state, ranks, opinions, pollAnswers, slips, figures, masks, attendance },
    words: readWords,
    get mapping() {
      return mapping;
    },
    get join() {
      return ports.join();
    },
    get hallCode() {
      return hallCode;
    },
    get screens() {
      return screens.list();
    },
  };
  const sight = (): Sight => seen;
  const turn = (): Promise<void> => new Promise((done) => ports.scheduler.soon(done));
  const mapping: OpinionMapping = new OpinionMapping({
    ...{ state, turn, start: ports.map, isWanted: ports.isLive, fault: ports.fault },
    now: () => ports.clock.now(),
    later: (ms, run) => ports.scheduler.later(ms, run),
    moved: (what) => room.publish(new Map([[what, new Map()]]), FEED_ORDER),
  });
  const epoch = Buffer.from(ports.random.bytes(EPOCH_BYTES)).toString('base64url');
  const built = new BuiltViews(sight);
  const feeds = new Map(
    ROLES.map((role) => {
      const send = (patch: Patch, tallies: boolean): void => ports.broadcast(role, patch, tallies);
      const later = afterSent(ports, role, (run) => engine.afterCommit(run));
      // A page that comes back under another role holds nothing that fits.
      const feed = new Feed(feedSpec(role), { epoch: `${epoch}.${role}`, built, later, send });
      return [role, feed] as const;
    }),
  );
  const room = new ForumRoom({
    engine,
    feeds,
    sight,
    built,
    clock: ports.clock,
    pseudonyms: pseudonyms(keys),
    codes,
    forbidden: ports.forbidden,
  });
  /** A few messages an hour, and none beside them: nobody is told what can be reckoned. */
  function changeCode(): void {
    const code = codes.hallCode(ports.clock.now());
    if (code !== hallCode) {
      hallCode = code;
      if (!isClosed()) room.publish(new Map([['hall', new Map()]]), FEED_ORDER);
    }
    endCodes = ports.scheduler.later(codes.lasts(ports.clock.now()), changeCode);
  }
  let endCodes = ports.scheduler.later(codes.lasts(ports.clock.now()), changeCode);
  if (state.slipPhotos.size > 0) sweep.soon();
  function readSupporters(): void {
    if (state.supporters.catchUp())
      endReading = ports.scheduler.later(SUPPORTERS_EVERY_MS, readSupporters);
  }
  let endReading = ports.scheduler.later(FIRST_SUPPORTERS_AFTER_MS, readSupporters);
  const reading = new QuestionReading({
    ...{ sight, turn, start: ports.read },
    later: (ms, run) => void ports.scheduler.later(ms, run),
  });
  return {
    ...{ engine, room, reading, mapping, attendance, screens },
    picture: (id) => ports.vault.picture(id),
    stop: () => {
      endCodes();
      endReading();
      sweep.stop();
    },
  };
}
