/** Who is connected to a hub: who is let into which forum, what reaches them, and who has to come over or go. */
import { ROLES } from '@wenzheng/shared/forum/access';
import type { Handshake } from '@wenzheng/shared/wire/protocol';
import { DirectAdapter } from '../live/direct-adapter';
import type { Measurable } from '../live/measure';
import type { ForumRoom, Identity } from '../live/room';
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
import { systemScheduler } from '../ports/system';
import type { Forums, Outlets } from './forums';
import { Recount } from './recount';

export class Connections {
  readonly #forums: () => Forums;
  readonly #recount = new Recount(systemScheduler);
  #io: HubServer | null = null;

  /** `forums` are asked for once somebody connects: they need the outlets first. */
  constructor(forums: () => Forums) {
    this.#forums = forums;
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
        const screens = this.#forums().find(room.ports.engine.forum)?.screens;
        this.#recount.changed(room, screens?.hold(identity, media) ?? []);
      },
      fault: (error) => this.#forums().fault(error),
    });
  }

  /** The screens of a forum, to be measured. */
  screensOf(forum: string): Measurable[] {
    return this.#io ? screensOf(this.#io, forum) : [];
  }

  /** Whether a signed-in device has a live connection. */
  isConnected(actor: string): boolean {
    return this.#io !== null && hasActor(this.#io, actor);
  }

  /** Ends the connections of a session that has ended. */
  signedOut(actor: string): void {
    if (this.#io) cutActor(this.#io, actor);
  }

  /** Ends every connection to a forum. */
  cut(forum: string): void {
    if (this.#io) cutForum(this.#io, forum);
  }

  /** Counts nobody any more. */
  stop(): void {
    this.#recount.stop();
  }

  /** How a forum reaches its people. */
  outlets(forum: string): Omit<Outlets, 'join'> {
    return {
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
    if (forum !== null) return this.#forums().find(forum)?.room ?? null;
    const live = this.#forums().live();
    const own = (live.length > 0 ? live : this.#forums().inOrder()).find(
      ({ room }) => held !== null && ROLES.some((role) => room.feed(role).epoch === held.epoch),
    );
    return (own ?? live.at(-1))?.room ?? null;
  }

  /** Has those who follow the live forum come over from any that is no longer. */
  bringOver(): void {
    const live = new Set(this.#forums().live());
    if (!this.#io || live.size === 0) return;
    for (const seat of this.#forums().inOrder())
      if (!live.has(seat)) cutFollowers(this.#io, seat.engine.forum);
  }

  #count(room: ForumRoom, identity: Identity, by: 1 | -1): void {
    const seat = this.#forums().find(room.ports.engine.forum);
    if (!seat) return;
    const screens = seat.screens.count(identity, by);
    this.#recount.changed(room, [...seat.attendance.count(identity, by), ...screens]);
  }
}
