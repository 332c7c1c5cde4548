/**
 * One forum as it is live: engine, feeds and the people connected to it. It is the gateway's logic
 * without a socket: who are you, is it well-formed, may you, not too fast; then the engine.
 */
import { commandSchema, type Command, type CommandType } from '@wenzheng/shared/forum/commands';
import type { Role } from '@wenzheng/shared/forum/access';
import { isVote } from '@wenzheng/shared/forum/votes';
import { commandFrameSchema, PROTOCOL } from '@wenzheng/shared/wire/protocol';
import type {
  Ack,
  Handshake,
  HubToClient,
  Mine,
  MinePatch,
  Refusal,
} from '@wenzheng/shared/wire/protocol';
import { duration } from '@wenzheng/shared/time/instant';
import { EMPTY_WINDOW } from '../engine/command-window';
import { voteWindowKey } from '../engine/evolve';
import type { ForumEngine } from '../engine/forum-engine';
import { mayCommand } from '../engine/rights';
import type { Changes } from '../engine/store';
import type { Outcome } from '../engine/submission';
import type { Sight } from '../engine/views';
import { myStatementView } from '../forum/opinions';
import { myQuestionView } from '../forum/questions';
import type { Clock } from '../ports/ports';
import type { Feed } from './feed';
import { DeviceLimits, RESYNCS, TokenBucket, type Purpose } from './limits';

/** Who is connected: from cookies, never from what a client says. */
export interface Identity {
  readonly role: Role;
  /** Who signed in: id of the session. Audience: id of the device. */
  readonly actor: string;
  readonly name: string;
}

/** One connection, whatever carries it. */
export interface Peer {
  readonly identity: Identity;
  send<E extends keyof HubToClient>(event: E, ...args: Parameters<HubToClient[E]>): void;
}

/** Names by which the forum knows a device; nobody can go from one to the other, or back. */
export interface Pseudonyms {
  asker(device: string): string;
  /** Null once the forum is closed. */
  voter(device: string): string | null;
}

export interface RoomPorts {
  readonly engine: ForumEngine;
  readonly feeds: ReadonlyMap<Role, Feed>;
  readonly sight: () => Sight;
  readonly clock: Clock;
  readonly pseudonyms: Pseudonyms;
  /** A command was refused for lack of rights, to be logged. */
  readonly forbidden: (identity: Identity, command: CommandType) => void;
}

/** Beyond this many waiting commands, those of phones are asked to come again. */
const OVERLOAD = 30_000;

export class Session {
  readonly #room: ForumRoom;
  readonly #peer: Peer;
  /** Of this connection alone: displays have no device to tell them apart. */
  readonly #resyncs: TokenBucket;
  readonly asker: string | null;

  constructor(room: ForumRoom, peer: Peer, ports: RoomPorts) {
    this.#room = room;
    this.#peer = peer;
    const { role, actor } = peer.identity;
    this.#resyncs = new TokenBucket(ports.clock, RESYNCS);
    this.asker = role === 'audience' ? ports.pseudonyms.asker(actor) : null;
  }

  /** Not kept: it must be gone from memory when the forum is closed. */
  get voter(): string | null {
    const { role, actor } = this.#peer.identity;
    return role === 'audience' ? this.#room.ports.pseudonyms.voter(actor) : null;
  }
  get peer(): Peer {
    return this.#peer;
  }

  /** Takes in one frame from the wire; always answers, after the commit if there is one. */
  async command(frame: unknown): Promise<Ack> {
    const parsed = parseFrame(frame);
    if (!parsed.ok) {
      return this.#take('malformed') ? parsed.refusal : { ok: false, code: 'busy' };
    }
    const { id, command } = parsed;
    const { role, actor } = this.#peer.identity;
    const { engine, forbidden } = this.#room.ports;
    if (!mayCommand(role, command.type)) {
      if (!this.#take('malformed')) return { ok: false, code: 'busy' };
      // Never the id of a device: with the forum's key it would lead to its votes.
      forbidden({ ...this.#peer.identity, actor: this.asker ?? actor }, command.type);
      return { ok: false, code: 'forbidden' };
    }
    if (!this.#allow(command) || (role === 'audience' && engine.backlog > OVERLOAD)) {
      return { ok: false, code: 'busy' };
    }
    const outcome = await engine.submit({
      id,
      command,
      actor: { role, id: this.asker ?? actor },
      voter: this.voter,
    });
    return this.#acknowledge(outcome);
  }

  /** The client's view no longer fits. */
  resync(): void {
    if (!this.#resyncs.take()) return;
    this.#peer.send('snapshot', this.#room.feed(this.#peer.identity.role).snapshot());
  }

  mine(): Mine | null {
    if (this.asker === null) return null;
    const { voter } = this;
    const { engine, sight } = this.#room.ports;
    const { askers, questions, supports, commands } = engine.state;
    const { statementAskers, statements, statementAnswers } = engine.state;
    const seen = sight();
    return {
      questions: (askers.settled(this.asker) ?? []).flatMap((id) => {
        const row = questions.settled(id);
        return row ? [myQuestionView(seen, row)] : [];
      }),
      statements: (statementAskers.settled(this.asker) ?? []).flatMap((id) => {
        const row = statements.settled(id);
        return row ? [myStatementView(seen, row)] : [];
      }),
      supports: (voter === null ? null : supports.settled(voter)) ?? [],
      answers: voter === null ? {} : { ...statementAnswers.settled(voter) },
      votes: voter === null ? 0 : (commands.settled(voteWindowKey(voter)) ?? EMPTY_WINDOW).high,
    };
  }

  /** A kiosk sends for many people, one after another: it is held to no more than staff are. */
  #allow(command: Command): boolean {
    if (this.asker === null) return this.#take('staff');
    return this.#take(isVote(command) ? 'vote' : 'ask');
  }

  #take(purpose: Purpose): boolean {
    const { actor } = this.#peer.identity;
    return this.#room.limits.take(this.asker ?? actor, purpose);
  }

  #acknowledge(outcome: Outcome): Ack {
    if (!outcome.ok) return outcome;
    const { engine, sight } = this.#room.ports;
    const { questions, statements } = engine.state;
    const question = questions.get(outcome.question ?? '');
    const statement = statements.get(outcome.statement ?? '');
    return {
      ok: true,
      ...(outcome.entry !== null && { entry: outcome.entry }),
      ...(question && { question: myQuestionView(sight(), question) }),
      ...(statement && { statement: myStatementView(sight(), statement) }),
    };
  }
}

export class ForumRoom {
  readonly ports: RoomPorts;
  readonly limits: DeviceLimits;
  /** Connections of each asking device, to be told when their own questions move on. */
  readonly #askers = new Map<string, Set<Session>>();

  constructor(ports: RoomPorts) {
    this.ports = ports;
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
    if (session.asker !== null) {
      const sessions = this.#askers.get(session.asker) ?? new Set();
      this.#askers.set(session.asker, sessions.add(session));
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

  leave(session: Session): void {
    if (session.asker === null) return;
    const sessions = this.#askers.get(session.asker);
    sessions?.delete(session);
    if (sessions?.size === 0) this.#askers.delete(session.asker);
  }

  /** Sends on what a commit changed: feeds first, then to askers what only they may know. */
  publish(changes: Changes, order: readonly Role[]): void {
    for (const role of order) this.feed(role).changed(changes);
    const { questions, statements } = this.ports.engine.state;
    for (const id of changes.get('questions')?.keys() ?? []) {
      this.#tellAsker(questions.get(id), (sight, row) => ({
        questions: [myQuestionView(sight, row)],
      }));
    }
    for (const id of changes.get('statements')?.keys() ?? []) {
      this.#tellAsker(statements.get(id), (sight, row) => ({
        statements: [myStatementView(sight, row)],
      }));
    }
  }

  #tellAsker<Row extends { readonly asker: string | null }>(
    row: Row | undefined,
    tell: (sight: Sight, row: Row) => MinePatch,
  ): void {
    const sessions = row?.asker ? this.#askers.get(row.asker) : undefined;
    if (!row || !sessions) return;
    const patch = tell(this.ports.sight(), row);
    for (const { peer } of sessions) peer.send('mine', patch);
  }
}

type Parsed =
  | { readonly ok: true; readonly id: [string, number]; readonly command: Command }
  | { readonly ok: false; readonly refusal: Refusal };

function parseFrame(raw: unknown): Parsed {
  const frame = commandFrameSchema.safeParse(raw);
  if (!frame.success) return malformed(frame.error.issues[0]);
  const command = commandSchema.safeParse(frame.data.command);
  if (!command.success) return malformed(command.error.issues[0]);
  return { ok: true, id: frame.data.id, command: command.data };
}

function malformed(issue: { path: PropertyKey[]; message: string } | undefined): Parsed {
  const field = String(issue?.path.at(-1) ?? '');
  const problem = issue?.message ?? '';
  return { ok: false, refusal: { ok: false, code: 'malformed', field, problem } };
}

/** Order of sending: what the hall looks at first, phones last. */
export const FEED_ORDER: readonly Role[] = [
  'display',
  'host',
  'admin',
  'moderator',
  'volunteer',
  'kiosk',
  'audience',
];

/** How often a connection is checked, and how long it may stay silent then (ms). */
export const HEARTBEAT = { interval: duration(6_000), timeout: duration(3_500) };
