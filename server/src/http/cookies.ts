/** The three cookies of the hub. Scripts see none of them, and other sites cannot send them. */
import { fastifyCookie, type CookieSerializeOptions } from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { IncomingMessage } from 'node:http';
import type { TLSSocket } from 'node:tls';
import { SESSION_LIFETIME } from '../forum/access';

const YEAR_S = 365 * 24 * 3_600;

const LIFETIMES_S = {
  /** Session of a member of staff. */
  wz_session: SESSION_LIFETIME / 1_000,
  /** The device of a citizen. */
  wz_device: YEAR_S,
  /** A device that once signed in. */
  wz_known: YEAR_S,
} as const;

export type CookieName = keyof typeof LIFETIMES_S;

export function readCookie(request: IncomingMessage, name: CookieName): string | undefined {
  return fastifyCookie.parse(request.headers.cookie ?? '')[name];
}

export function setCookie(
  request: FastifyRequest,
  reply: FastifyReply,
  name: CookieName,
  value: string,
): void {
  reply.setCookie(name, value, { ...attributes(request.raw), maxAge: LIFETIMES_S[name] });
}

export function clearCookie(request: FastifyRequest, reply: FastifyReply, name: CookieName): void {
  reply.clearCookie(name, attributes(request.raw));
}

const attributes = (request: IncomingMessage): CookieSerializeOptions => ({
  path: '/',
  httpOnly: true,
  sameSite: 'lax',
  secure: isSecure(request),
});

/** A proxy in front says how the browser came; a browser that lies only hurts itself. */
function isSecure(request: IncomingMessage): boolean {
  const forwarded = request.headers['x-forwarded-proto'];
  return isTls(request.socket) || forwarded === 'https';
}

const isTls = (socket: object): socket is TLSSocket => 'encrypted' in socket;
