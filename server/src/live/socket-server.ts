/** The Socket.IO server of the hub, and the binding of its sockets to the rooms' logic. */
import type { IncomingMessage, Server as HttpServer } from 'node:http';
import { Server } from 'socket.io';
import { LARGEST_FRAME } from '@wenzheng/shared/wire/version';
import { handshakeSchema, PROTOCOL } from '@wenzheng/shared/wire/protocol';
import type { ClientToHub, Handshake, HubToClient, Refusal } from '@wenzheng/shared/wire/protocol';
import { ROLES, type Role } from '@wenzheng/shared/forum/access';
import { layoutOf, ROLE_OF_LAYOUT } from '@wenzheng/shared/forum/layouts';
import { monotonicNow } from '../ports/system';
import { directAdapter, PHONES } from './direct-adapter';
import { GatheringServer } from './gathered-socket';
import { Guest, type GuestPorts, type HubSocket, type NoServers, type SocketData } from './guest';
import type { Measurable } from './measure';
import { HEARTBEAT, type ForumRoom, type Identity } from './room';
import { TEXT_PACKETS } from './text-packets';

export type HubServer = Server<ClientToHub, HubToClient, NoServers, SocketData>;
export type Identify = (request: IncomingMessage, client: Handshake['client']) => Identity | null;

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
      const identity = socket?.data.guest?.identity;
      if (!socket || !identity) return [];
      return [{ id, identity, ask: (ms) => socket.timeout(ms).emitWithAck('measure') }];
    });
}

export interface SocketPorts extends GuestPorts {
  readonly identify: Identify;
  /** The room of the forum named, or of the live one; null if there is none. */
  readonly room: (handshake: Handshake) => ForumRoom | null;
  readonly entered: (room: ForumRoom, identity: Identity) => void;
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

  void socket.join(feedRoom(room.ports.engine.forum, identity.role));
  if (identity.role !== 'audience') void socket.join(actorRoom(identity.actor));
  new Guest(socket, identity, room, handshake.data, ports);
  forgetRequest(socket);
  ports.entered(room, identity);
}

/** A display is nobody in particular: what it may see follows from the layout that its page was opened with. */
const seated = (identity: Identity, { display }: Handshake): Identity =>
  identity.role === 'display' && display !== undefined
    ? { ...identity, role: ROLE_OF_LAYOUT[layoutOf(display)], display }
    : identity;

/** In the place of what was said, the same for all. */
const FORGOTTEN: Readonly<Record<string, never>> = {};
const NO_HEADERS: string[] = [];
const FOLLOWS = { forum: null };

/** Who is behind a connection has been read: what its request said is not kept as long as it lasts. */
function forgetRequest({ request, handshake }: HubSocket): void {
  // Engine.IO has put down there what stands behind the address.
  Object.assign(request, { rawHeaders: NO_HEADERS, headers: FORGOTTEN, _query: FORGOTTEN });
  const forum: unknown = handshake.auth['forum'];
  Object.assign(handshake, {
    ...{ headers: FORGOTTEN, query: FORGOTTEN, url: '', time: '' },
    auth: forum === null ? FOLLOWS : { forum },
  });
}

function refuse(socket: HubSocket, refusal: Refusal): void {
  socket.emit('refused', refusal);
  socket.disconnect(true);
}
