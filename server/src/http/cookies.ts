/** The three cookies of the hub. Scripts see none of them, and other sites cannot send them. */
import { fastifyCookie, type CookieSerializeOptions } from '@fastify/cookie';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
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

declare module 'fastify' {
  interface FastifyInstance {
    /** Address that phones open. */
    publicUrl: () => string;
  }
}

/** Lets routes of `app` set the hub's cookies. */
export async function allowCookies(app: FastifyInstance, publicUrl: () => string): Promise<void> {
  app.decorate('publicUrl', publicUrl);
  await app.register(fastifyCookie, { hook: false });
}

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
  reply.setCookie(name, value, { ...attributes(request), maxAge: LIFETIMES_S[name] });
}

export function clearCookie(request: FastifyRequest, reply: FastifyReply, name: CookieName): void {
  reply.clearCookie(name, attributes(request));
}

const attributes = ({ raw, server }: FastifyRequest): CookieSerializeOptions => ({
  path: '/',
  httpOnly: true,
  sameSite: 'lax',
  secure: isSecure(raw, server.publicUrl()),
});

/**
 * A proxy in front says how the browser came, the first of several first; of one that says nothing, the address tells
 * that the browser came through it. A browser that lies only hurts itself.
 */
function isSecure({ socket, headers }: IncomingMessage, publicUrl: string): boolean {
  if (isTls(socket)) return true;
  const [forwarded] = String(headers['x-forwarded-proto'] ?? '').split(',');
  if (forwarded) return forwarded.trim().toLowerCase() === 'https';
  const { protocol, host, origin } = new URL(publicUrl);
  return protocol === 'https:' && (headers.host === host || headers.origin === origin);
}

const isTls = (socket: object): socket is TLSSocket => 'encrypted' in socket;
