/** A socket that was let in: what it is sent, and what comes of it. */
import { holdsSchema } from '@wenzheng/shared/wire/protocol';
import type {
  Ack,
  ClientToHub,
  Handshake,
  HubToClient,
  Patch,
  Snapshot,
} from '@wenzheng/shared/wire/protocol';
import type { Socket } from 'socket.io';
import { DirectAdapter, MOST_WAITING, packetsWaiting } from './direct-adapter';
import { hearFirst, type Hearer } from './gathered-socket';
import { RESYNCS, TokenBucket } from './limits';
import type { ForumRoom, Identity, Peer, Session } from './room';
import {
  answerCall,
  readCall,
  sendShared,
  takesCalls,
  takesPong,
  type EngineClient,
} from './straight';

export interface GuestPorts {
  readonly left: (room: ForumRoom, identity: Identity) => void;
  /** A display says which films and slides it could show at once. */
  readonly holds: (room: ForumRoom, identity: Identity, media: readonly string[]) => void;
  readonly fault: (error: unknown) => void;
}

/** Who is behind a socket that was let in. */
export interface SocketData {
  guest?: Guest;
}
export type NoServers = Record<string, never>;
export type HubSocket = Socket<ClientToHub, HubToClient, NoServers, SocketData>;

export class Guest implements Peer, Hearer {
  readonly identity: Identity;
  readonly #socket: HubSocket;
  readonly #room: ForumRoom;
  readonly #ports: GuestPorts;
  readonly #session: Session;
  /** Displays say what they hold; made for them alone. */
  #reports: TokenBucket | null = null;

  /** Greets whoever is behind `socket`, and listens to them from now on. */
  constructor(
    socket: HubSocket,
    identity: Identity,
    room: ForumRoom,
    handshake: Handshake,
    ports: GuestPorts,
  ) {
    this.identity = identity;
    this.#socket = socket;
    this.#room = room;
    this.#ports = ports;
    const { adapter } = socket.nsp;
    if (adapter instanceof DirectAdapter) adapter.adopt(socket.client);
    this.#session = room.enter(this, handshake);
    socket.data.guest = this;
    hearFirst((socket.client as unknown as EngineClient).conn.transport.socket, this);
    socket.on('command', onCommand);
    socket.on('probe', onProbe);
    socket.on('resync', onResync);
    socket.on('disconnect', onDisconnect);
    if (identity.role === 'display') socket.on('holds', onHolds);
  }

  send<E extends keyof HubToClient>(event: E, ...args: Parameters<HubToClient[E]>): void {
    if (event === 'snapshot' || event === 'patch')
      sendShared(this.#socket.client, event, args[0] as Snapshot | Patch);
    else this.#socket.emit(event, ...args);
  }

  /** Takes what comes by the thousand, votes, questions for the time and heartbeats, before Socket.IO does. */
  hears(text: string): boolean {
    const { client, connected } = this.#socket;
    if (takesPong(client, text)) return true;
    const call = readCall(text);
    if (call === null || !connected || !takesCalls(client)) return false;
    const ack = (answer: Ack | number): void => answerCall(client, call.number, answer);
    if (call.event === 'command') this.command(call.argument, ack);
    else this.probe(ack);
    return true;
  }

  command(frame: unknown, ack: unknown): void {
    if (typeof ack !== 'function' || !this.#reads()) return;
    const { role } = this.identity;
    const { adapter } = this.#socket.nsp;
    const leads = role !== 'audience' && role !== 'kiosk';
    if (leads && adapter instanceof DirectAdapter) adapter.giveWay();
    this.#session.command(frame).then(
      (answer) => void ack(answer),
      (error: unknown) => {
        this.#ports.fault(error);
        const answer: Ack = { ok: false, code: 'internal' };
        ack(answer);
      },
    );
  }

  probe(ack: unknown): void {
    if (typeof ack === 'function' && this.#reads()) ack(this.#room.ports.clock.now());
  }

  resync(): void {
    if (this.#reads()) this.#session.resync();
  }

  holds(said: unknown): void {
    const media = holdsSchema.safeParse(said);
    this.#reports ??= new TokenBucket(this.#room.ports.clock, RESYNCS);
    if (media.success && this.#reports.take())
      this.#ports.holds(this.#room, this.identity, media.data);
  }

  leave(): void {
    this.#room.leave(this.#session);
    this.#ports.left(this.#room, this.identity);
  }

  /** Answers of any kind pile up for a client that asks and does not read. */
  #reads(): boolean {
    if (packetsWaiting(this.#socket.conn) <= MOST_WAITING) return true;
    this.#socket.disconnect(true);
    return false;
  }
}

// Written once, not for each of ten thousand phones.
function onCommand(this: HubSocket, frame: unknown, ack: unknown): void {
  this.data.guest?.command(frame, ack);
}
function onProbe(this: HubSocket, ack: unknown): void {
  this.data.guest?.probe(ack);
}
function onResync(this: HubSocket): void {
  this.data.guest?.resync();
}
function onHolds(this: HubSocket, said: unknown): void {
  this.data.guest?.holds(said);
}
function onDisconnect(this: HubSocket): void {
  this.data.guest?.leave();
}
