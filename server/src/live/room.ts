/** One forum as it is live: engine, feeds and the people connected to it. A gateway without a socket. */
import type { CommandType } from '@wenzheng/shared/forum/commands';
import type { Role, Zone } from '@wenzheng/shared/forum/access';
import { PROTOCOL } from '@wenzheng/shared/wire/protocol';
import type {
  Ack,
  Handshake,
  HubToClient,
  MinePatch,
  Refusal,
} from '@wenzheng/shared/wire/protocol';
import { duration } from '@wenzheng/shared/time/instant';
import type { ForumEngine } from '../engine/forum-engine';
import type { Changes } from '../engine/store';
import type { Beside } from '../engine/submission';
import type { Sight } from '../engine/views';
import { myAdmissionView, type AdmissionCodes } from '../forum/admission';
import { myStatementView } from '../forum/opinions';
import { myQuestionView, supportedIn, withMerged } from '../forum/questions';
import type { Clock } from '../ports/ports';
import type { BuiltViews } from './built-views';
import type { Feed } from './feed';
import { DeviceLimits } from './limits';
import { Session } from './session';
import { findSupporter, type KnownSupporter, type Supporter } from './supporters';

export type { Session } from './session';

/** Who is connected: from cookies, never from what a client says. */
export interface Identity {
  readonly role: Role;
  /** Who signed in: id of the session. Audience: id of the device. */
  readonly actor: string;
  readonly name: string;
  /** Of a kiosk: where it stands. */
  readonly zone?: Zone | null;
  /** Of a display: the id that it has given itself. */
  readonly display?: string;
}

/** One connection, whatever carries it. */
export interface Peer {
  readonly identity: Identity;
  send<E extends keyof HubToClient>(event: E, ...args: Parameters<HubToClient[E]>): void;
}

/** Names by which the forum knows a device; nobody can go from one to the other, or back. */
export interface Pseudonyms {
  asker(device: string): string;
  /** Under which it is known where a device stands, and which ticket it came by. */
  holder(device: string): string;
  /** Null once the forum is closed. */
  voter(device: string): string | null;
}

export interface RoomPorts {
  readonly engine: ForumEngine;
  readonly feeds: ReadonlyMap<Role, Feed>;
  readonly sight: () => Sight;
  /** What the feeds have built. */
  readonly built: BuiltViews;
  readonly clock: Clock;
  readonly pseudonyms: Pseudonyms;
  readonly codes: AdmissionCodes;
  /** A command was refused for lack of rights, to be logged. */
  readonly forbidden: (identity: Identity, command: CommandType) => void;
}

export class ForumRoom {
  readonly ports: RoomPorts;
  readonly limits: DeviceLimits;
  /** Connections of each phone, by either of its names, to be told what concerns it alone. */
  readonly #phones = new Map<string, Set<Session>>();

  /** Questions were merged: a vote may change more than the support of the one that it names. */
  hasMerged: boolean;

  constructor(ports: RoomPorts) {
    this.ports = ports;
    this.hasMerged = ports.engine.state.mergedFrom.size > 0;
    this.limits = new DeviceLimits(ports.clock);
  }

  feed(role: Role): Feed {
    const feed = this.ports.feeds.get(role);
    if (!feed) throw new Error(`no feed for ${role}`);
    return feed;
  }

  /** Lets a peer in: greets it and brings its view up to date. */
  enter(peer: Peer, { held }: Handshake): Session {
    const session = new Session(this, peer, this.ports);
    if (session.asker !== null && session.holder !== null) {
      const sessions = (this.#phones.get(session.asker) ?? new Set()).add(session);
      this.#phones.set(session.asker, sessions).set(session.holder, sessions);
    }
    const { role, actor } = peer.identity;
    const feed = this.feed(role);
    peer.send('hello', {
      protocol: PROTOCOL,
      now: this.ports.clock.now(),
      role,
      forum: this.ports.engine.forum,
      epoch: feed.epoch,
      revision: feed.revision,
      actor: session.asker === null ? actor : null,
      mine: session.mine(),
    });
    const patches = held ? feed.since(held) : null;
    if (patches) for (const patch of patches) peer.send('patch', patch);
    else peer.send('snapshot', feed.snapshot());
    return session;
  }

  /** One command of somebody signed in, beside any connection: it brings what no frame can carry. */
  takeIn(identity: Identity, frame: unknown, beside: Beside): Promise<Ack> {
    const peer: Peer = { identity, send: () => undefined };
    return new Session(this, peer, this.ports).commandWith(frame, beside);
  }

  leave(session: Session): void {
    if (session.asker === null || session.holder === null) return;
    const sessions = this.#phones.get(session.asker);
    sessions?.delete(session);
    if (sessions?.size !== 0) return;
    this.#phones.delete(session.asker);
    this.#phones.delete(session.holder);
  }

  /** Who holds the code that was shown at `kiosk`. */
  supporter(kiosk: string, code: string): Supporter {
    const { engine, codes, clock, pseudonyms } = this.ports;
    const { limits } = this;
    return findSupporter(
      { ...{ codes, clock, pseudonyms, limits }, state: engine.state },
      kiosk,
      code,
    );
  }

  /** What whoever holds the code that was shown at `kiosk` supports. */
  supporterAt(kiosk: string, code: string): KnownSupporter | Refusal {
    const { holder, refusal } = this.supporter(kiosk, code);
    if (holder === null) return refusal;
    if (refusal !== null) return refusal;
    const { supports } = this.ports.engine.state;
    const { voter, own } = holder;
    return { ok: true, supports: voter === null ? [] : supportedIn(supports.settled(voter)), own };
  }

  /** Somebody has voted with their ticket at a kiosk: their phone, if it is here, shows it too. */
  votedElsewhere(ticket: number): void {
    const holder = this.ports.engine.state.tickets.settled(String(ticket))?.holder ?? '';
    for (const session of this.#phones.get(holder) ?? []) {
      const own = session.ownVotes();
      if (own !== null) session.peer.send('mine', { supports: own.supports, ballots: own.ballots });
    }
  }

  /** A phone has cast a ballot: its other pages, if there are any, show it too. */
  ballotCast(by: Session): void {
    for (const session of this.#phones.get(by.asker ?? '') ?? []) {
      const own = session === by ? null : session.ownVotes();
      if (own !== null) session.peer.send('mine', { ballots: own.ballots });
    }
  }

  /** Sends on what a commit changed: feeds first, then to askers what only they may know. */
  publish(changes: Changes, order: readonly Role[]): void {
    this.ports.built.forget();
    for (const role of order) this.feed(role).changed(changes);
    this.hasMerged ||= changes.has('mergedFrom');
    const { state } = this.ports.engine;
    const { questions, statements } = state;
    for (const id of withMerged(state, changes.get('questions')?.keys() ?? [])) {
      this.#tellAsker(questions.get(id), (sight, row) => ({
        questions: [myQuestionView(sight, row)],
      }));
    }
    for (const id of changes.get('statements')?.keys() ?? []) {
      this.#tellAsker(statements.get(id), (sight, row) => ({
        statements: [myStatementView(sight, row)],
      }));
    }
    this.#tellHolders(changes);
  }

  /** With a ticket, or without it any more, a phone stands elsewhere and its votes are others. */
  #tellHolders(changes: Changes): void {
    const { tickets, ticketBatches } = this.ports.engine.state;
    const touched = new Set(changes.get('tickets')?.keys() ?? []);
    for (const id of changes.get('ticketBatches')?.keys() ?? []) {
      const { first, count } = ticketBatches.get(id) ?? { first: 0, count: 0 };
      for (let number = first; number < first + count; number += 1) touched.add(String(number));
    }
    const holders = new Set(changes.get('standings')?.keys() ?? []);
    for (const id of touched) holders.add(tickets.get(id)?.holder ?? '');
    for (const holder of holders)
      for (const session of this.#phones.get(holder) ?? [])
        session.peer.send('mine', {
          admission: myAdmissionView(session.standing),
          ...session.ownVotes(),
        });
  }

  #tellAsker<Row extends { readonly asker: string | null }>(
    row: Row | undefined,
    tell: (sight: Sight, row: Row) => MinePatch,
  ): void {
    const sessions = row?.asker ? this.#phones.get(row.asker) : undefined;
    if (!row || !sessions) return;
    const patch = tell(this.ports.sight(), row);
    for (const { peer } of sessions) peer.send('mine', patch);
  }
}

/** Order of sending: what the hall looks at first, phones last. */
export const FEED_ORDER: readonly Role[] = [
  'display',
  'stage',
  'overlay',
  'lobby',
  'host',
  'admin',
  'moderator',
  'volunteer',
  'kiosk',
  'audience',
];

/** How often a connection is checked, and how long it may stay silent then (ms). */
export const HEARTBEAT = { interval: duration(6_000), timeout: duration(3_500) };
