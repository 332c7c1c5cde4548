/** The Socket.IO server of the hub, and the binding of its sockets to the rooms' logic. */
import type { IncomingMessage, Server as HttpServer } from 'node:http';
import { Server, type Socket } from 'socket.io';
import { LARGEST_FRAME } from '@wenzheng/shared/wire/version';
import { handshakeSchema, holdsSchema, PROTOCOL } from '@wenzheng/shared/wire/protocol';
import type {
  Ack,
  ClientToHub,
  Handshake,
  HubToClient,
  Refusal,
} from '@wenzheng/shared/wire/protocol';
import { ROLES, type Role } from '@wenzheng/shared/forum/access';
import { layoutOf, ROLE_OF_LAYOUT } from '@wenzheng/shared/forum/layouts';
import { monotonicNow } from '../ports/system';
import { DirectAdapter, directAdapter, packetsWaiting, PHONES } from './direct-adapter';
import { GatheringServer } from './gathered-socket';
import { RESYNCS, TokenBucket } from './limits';
import type { Measurable } from './measure';
import { HEARTBEAT, type ForumRoom, type Identity, type Peer, type Session } from './room';
import { writeStraight } from './straight';
import { TEXT_PACKETS } from './text-packets';

/** Who is behind a socket that was let in. */
interface SocketData {
  identity?: Identity;
}
type NoServers = Record<string, never>;
export type HubServer = Server<ClientToHub, HubToClient, NoServers, SocketData>;
type HubSocket = Socket<ClientToHub, HubToClient, NoServers, SocketData>;
export type Identify = (request: IncomingMessage, client: Handshake['client']) => Identity | null;

/** Packets that may wait for a client that does not read; beyond that its connection is closed. */
const MOST_WAITING = 256;

export const socketServer = (http: HttpServer): HubServer =>
  new Server(http, {
    adapter: directAdapter(monotonicNow),
    wsEngine: GatheringServer,
    parser: TEXT_PACKETS,
    serveClient: false,
    perMessageDeflate: false,
    httpCompression: false,
    maxHttpBufferSize: LARGEST_FRAME,
    pingInterval: HEARTBEAT.interval,
    pingTimeout: HEARTBEAT.timeout,
    connectTimeout: 10_000,
  });

/** Name of the Socket.IO room that carries one role's feed of one forum. */
export const feedRoom = (forum: string, role: Role): string =>
  `${role === 'audience' ? PHONES : ''}${forum}:${role}`;

const actorRoom = (actor: string): string => `actor:${actor}`;

const socketsOf = (io: HubServer, actor: string): readonly string[] => [
  ...(io.sockets.adapter.rooms.get(actorRoom(actor)) ?? []),
];

export const hasActor = (io: HubServer, actor: string): boolean => socketsOf(io, actor).length > 0;

/** Cuts the connections of a session that has ended; those who come again are asked who they are. */
export function cutActor(io: HubServer, actor: string): void {
  for (const id of socketsOf(io, actor)) io.sockets.sockets.get(id)?.conn.close();
}

/** Cuts those who are in `forum` because it was live; when they come again they are let into the one that is. */
export function cutFollowers(io: HubServer, forum: string): void {
  const rooms = ROLES.map((role) => feedRoom(forum, role));
  for (const { conn, handshake, rooms: joined } of io.sockets.sockets.values()) {
    const follows = handshake.auth['forum'] === null;
    if (follows && rooms.some((room) => joined.has(room))) conn.close();
  }
}

/** Ends every connection to `forum`. */
export function cutForum(io: HubServer, forum: string): void {
  const rooms = ROLES.map((role) => feedRoom(forum, role));
  for (const { conn, rooms: joined } of io.sockets.sockets.values())
    if (rooms.some((room) => joined.has(room))) conn.close();
}

/** The screens of `forum`; phones are not among them. */
export function screensOf(io: HubServer, forum: string): Measurable[] {
  const roles = ROLES.filter((role) => role !== 'audience');
  return roles
    .flatMap((role) => [...(io.sockets.adapter.rooms.get(feedRoom(forum, role)) ?? [])])
    .flatMap((id) => {
      const socket = io.sockets.sockets.get(id);
      const identity = socket?.data.identity;
      if (!socket || !identity) return [];
      return [{ id, identity, ask: (ms) => socket.timeout(ms).emitWithAck('measure') }];
    });
}

export interface SocketPorts {
  readonly identify: Identify;
  /** The room of the forum named, or of the live one; null if there is none. */
  readonly room: (handshake: Handshake) => ForumRoom | null;
  readonly entered: (room: ForumRoom, identity: Identity) => void;
  readonly left: (room: ForumRoom, identity: Identity) => void;
  /** A display says which films and slides it could show at once. */
  readonly holds: (room: ForumRoom, identity: Identity, media: readonly string[]) => void;
  readonly fault: (error: unknown) => void;
}

export function serveSockets(io: HubServer, ports: SocketPorts): void {
  io.on('connection', (socket) => {
    try {
      admit(socket, ports);
    } catch (error) {
      ports.fault(error);
      refuse(socket, { ok: false, code: 'internal' });
    }
  });
}

function admit(socket: HubSocket, ports: SocketPorts): void {
  const handshake = handshakeSchema.safeParse(socket.handshake.auth);
  if (!handshake.success) return refuse(socket, { ok: false, code: 'malformed' });
  if (handshake.data.protocol !== PROTOCOL) return refuse(socket, { ok: false, code: 'protocol' });
  const found = ports.identify(socket.request, handshake.data.client);
  if (!found) return refuse(socket, { ok: false, code: 'forbidden' });
  const identity = seated(found, handshake.data);
  const room = ports.room(handshake.data);
  if (!room) return refuse(socket, { ok: false, code: 'no_forum' });

  writeStraight(socket.client);
  socket.data.identity = identity;
  const peer: Peer = { identity, send: (event, ...args) => void socket.emit(event, ...args) };
  void socket.join(feedRoom(room.ports.engine.forum, identity.role));
  if (identity.role !== 'audience') void socket.join(actorRoom(identity.actor));
  const session = room.enter(peer, handshake.data);
  listen(socket, session, room, ports);
  forgetRequest(socket);
  ports.entered(room, identity);
  socket.on('disconnect', () => {
    room.leave(session);
    ports.left(room, identity);
  });
}

/** A display is nobody in particular: what it may see follows from the layout that its page was opened with. */
const seated = (identity: Identity, { display }: Handshake): Identity =>
  identity.role === 'display' && display !== undefined
    ? { ...identity, role: ROLE_OF_LAYOUT[layoutOf(display)], display }
    : identity;

/** Who is behind a connection has been read: what its request said is not kept as long as it lasts. */
function forgetRequest({ request, handshake }: HubSocket): void {
  request.rawHeaders = [];
  request.headers = {};
  const { auth } = handshake;
  Object.assign(handshake, {
    headers: {},
    query: {},
    url: '',
    time: '',
    auth: { forum: auth['forum'] },
  });
}

/** Answers of any kind pile up for a client that asks and does not read. */
function reads(socket: HubSocket): boolean {
  if (packetsWaiting(socket.conn) <= MOST_WAITING) return true;
  socket.disconnect(true);
  return false;
}

function listen(socket: HubSocket, session: Session, room: ForumRoom, ports: SocketPorts): void {
  const { adapter } = socket.nsp;
  const { role } = session.peer.identity;
  const leads = role !== 'audience' && role !== 'kiosk';
  socket.on('command', (frame, ack) => {
    if (typeof ack !== 'function' || !reads(socket)) return;
    if (leads && adapter instanceof DirectAdapter) adapter.giveWay();
    session.command(frame).then(ack, (error: unknown) => {
      ports.fault(error);
      const answer: Ack = { ok: false, code: 'internal' };
      ack(answer);
    });
  });
  socket.on('probe', (ack) => {
    if (typeof ack === 'function' && reads(socket)) ack(room.ports.clock.now());
  });
  socket.on('resync', () => {
    if (reads(socket)) session.resync();
  });
  if (role !== 'display') return;
  const reports = new TokenBucket(room.ports.clock, RESYNCS);
  socket.on('holds', (said) => {
    const media = holdsSchema.safeParse(said);
    if (media.success && reports.take()) ports.holds(room, session.peer.identity, media.data);
  });
}

function refuse(socket: HubSocket, refusal: Refusal): void {
  socket.emit('refused', refusal);
  socket.disconnect(true);
}
