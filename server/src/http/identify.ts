/** Who is behind a request or a connection, by its cookies alone. */
import type { IncomingMessage } from 'node:http';
import type { FastifyRequest } from 'fastify';
import type { Role } from '@wenzheng/shared/forum/access';
import type { Handshake } from '@wenzheng/shared/wire/protocol';
import type { Identity } from '../engine/hub';
import type { Access, Session } from '../forum/access';
import { HttpRefusal } from './answers';
import { readCookie } from './cookies';
import type { Maker } from './hub-port';
import { isSameOrigin } from './same-origin';

type Client = Handshake['client'];
export type Identify = (request: IncomingMessage, client: Client) => Identity | null;

/** For sockets: null means that nobody who may connect this way is behind `request`. */
export function identifier(access: Access, publicUrl: () => string): Identify {
  return (request, client) => {
    if (!isSameOrigin(request.headers, publicUrl())) return null;
    switch (client) {
      case 'display':
        return { role: 'display', actor: 'display', name: '' };
      case 'audience':
        return audience(deviceOf(access, request));
      case 'console':
        return only(sessionOf(access, request), (role) => role !== 'kiosk');
      case 'kiosk':
        return only(sessionOf(access, request), (role) => role === 'kiosk');
      default:
        return client satisfies never;
    }
  };
}

const audience = (device: string | null): Identity | null =>
  device === null ? null : { role: 'audience', actor: device, name: '' };

const only = (session: Session | null, mayWorkHere: (role: Session['role']) => boolean) =>
  session !== null && mayWorkHere(session.role) ? session : null;

export const deviceOf = (access: Access, request: IncomingMessage): string | null =>
  access.devices.read(readCookie(request, 'wz_device'));

export function sessionOf(access: Access, request: IncomingMessage): Session | null {
  const token = readCookie(request, 'wz_session');
  const session = token === undefined ? null : access.sessions.find(token);
  if (session) access.sessions.seen(session.actor);
  return session;
}

/** Errors: 401 `access.signed_out`. */
export function signedIn(access: Access, request: IncomingMessage): Session {
  const session = sessionOf(access, request);
  if (!session) throw new HttpRefusal(401, 'access.signed_out');
  return session;
}

const DESK: readonly Role[] = ['admin', 'host', 'moderator'];
/** The actor at a desk. Errors: 401 `access.signed_out`, 403 `forbidden`. */
export function deskOf(access: Access, request: IncomingMessage): string {
  const { role, actor } = signedIn(access, request);
  if (!DESK.includes(role)) throw new HttpRefusal(403, 'forbidden');
  return actor;
}

/** Whoever leads the forum. Errors: 401 `access.signed_out`, 403 `forbidden`. */
export function leaderOf(access: Access, request: IncomingMessage): void {
  const { role } = signedIn(access, request);
  if (role !== 'admin' && role !== 'host') throw new HttpRefusal(403, 'forbidden');
}

/** An organiser. Errors: 401 `access.signed_out`, 403 `forbidden`. */
export function organiserOf(access: Access, request: FastifyRequest): Maker {
  const { role, actor } = signedIn(access, request.raw);
  if (role !== 'admin') throw new HttpRefusal(403, 'forbidden');
  return { role, id: actor };
}
