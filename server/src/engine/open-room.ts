/** Puts one forum together: journal → state → engine → feeds → room. The simulation uses it as it is. */
import { ROLES, type JoinView, type PresenceView, type Role } from '@wenzheng/shared/forum/access';
import type { CommandType } from '@wenzheng/shared/forum/commands';
import type { Patch } from '@wenzheng/shared/wire/protocol';
import { Figures } from '../forum/followup';
import { OpinionRanks } from '../forum/opinions';
import { QuestionRanks } from '../forum/questions';
import type { Journal, Vault } from '../journal/port';
import { Feed } from '../live/feed';
import { pseudonyms } from '../live/pseudonyms';
import { FEED_ORDER, ForumRoom, type Identity } from '../live/room';
import type { Clock, Random, Scheduler } from '../ports/ports';
import { feedSpec } from './feed-specs';
import { ForumEngine } from './forum-engine';
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
  /** The forum's key, for pseudonyms. */
  readonly key: Uint8Array;
  /** State and head of a snapshot, or an empty state and 0. */
  readonly start: { readonly state: ForumState; readonly head: number };
  readonly join: () => JoinView;
  readonly presence: () => PresenceView;
  readonly broadcast: (role: Role, patch: Patch, tallies: boolean) => void;
  /** Calls `run` once what was broadcast to `role` so far is on its way: tallies must not pile up. */
  readonly whenSent: (role: Role, run: () => void) => void;
  /** Called after each commit with the number of the last entry. */
  readonly committed: (head: number) => void;
  readonly fault: (error: unknown) => void;
  readonly forbidden: (identity: Identity, command: CommandType) => void;
}

export interface RoomSeat {
  readonly engine: ForumEngine;
  readonly room: ForumRoom;
  presence: PresenceView;
}

const EPOCH_BYTES = 6;

export async function openRoom(ports: OpenRoomPorts): Promise<RoomSeat> {
  const { state, head } = ports.start;
  const words = new WordStore(ports.vault);
  await words.refresh();
  const engine: ForumEngine = new ForumEngine(ports.forum, state, head, {
    ...ports,
    words,
    publish: (changes) => {
      for (const index of [ranks, opinions, figures]) index.update(state, changes);
      room.publish(changes, FEED_ORDER);
      ports.committed(engine.head);
    },
  });
  await engine.catchUp();
  settle(state);
  const ranks = new QuestionRanks(state);
  const opinions = new OpinionRanks(state);
  const figures = new Figures(state);
  const sight = (): Sight => ({
    state,
    ranks,
    opinions,
    figures,
    words: (ref) => words.read(ref) ?? '',
    join: ports.join(),
    presence: ports.presence(),
  });
  const epoch = Buffer.from(ports.random.bytes(EPOCH_BYTES)).toString('base64url');
  const feeds = new Map(
    ROLES.map((role) => {
      const send = (patch: Patch, tallies: boolean): void => ports.broadcast(role, patch, tallies);
      // Tallies are read from the head state: never while it holds what is not yet durable.
      const later = (ms: number, run: () => void): (() => void) =>
        ports.scheduler.later(ms, () => ports.whenSent(role, () => engine.afterCommit(run)));
      return [role, new Feed(feedSpec(role), { epoch, sight, later, send })] as const;
    }),
  );
  const room = new ForumRoom({
    engine,
    feeds,
    sight,
    clock: ports.clock,
    pseudonyms: pseudonyms(ports.key),
    forbidden: ports.forbidden,
  });
  return { engine, room, presence: { displays: 0, phones: 0, staff: 0 } };
}
