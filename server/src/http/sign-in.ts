/** Turns a right PIN or link into a signed-in device. */
import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { StaffRole } from '@wenzheng/shared/forum/access';
import type { Access, Session } from '../forum/access';
import { clearCookie, readCookie, setCookie } from './cookies';

/** Begins a session in place of any earlier one of this device, which is a known one from now on. */
export function signIn(
  access: Access,
  role: StaffRole,
  request: FastifyRequest,
  reply: FastifyReply,
): Session {
  endSession(access, request);
  const device = knownDeviceOf(access, request) ?? makeKnown(access, request, reply);
  const name = deviceName(request.headers['user-agent']);
  const { token, session } = access.sessions.begin(role, actorOf(device, role), name);
  setCookie(request, reply, 'wz_session', token);
  request.log.info({ role, actor: session.actor, device: session.name }, 'signed in');
  return session;
}

/** The device stays known, so that others' wrong PINs do not keep its owner out. */
export function signOut(access: Access, request: FastifyRequest, reply: FastifyReply): void {
  endSession(access, request);
  clearCookie(request, reply, 'wz_session');
}

export const knownDeviceOf = (access: Access, request: FastifyRequest): string | null =>
  access.knownDevices.read(readCookie(request.raw, 'wz_known'));

function makeKnown(access: Access, request: FastifyRequest, reply: FastifyReply): string {
  const issued = access.knownDevices.issue();
  setCookie(request, reply, 'wz_known', issued);
  return access.knownDevices.read(issued) ?? issued;
}

/**
 * A device that signs in again is the same actor, so that a command it sends again keeps its one effect.
 * The name tells nothing of the cookie.
 */
const actorOf = (device: string, role: StaffRole): string =>
  createHash('sha256').update(`${role}\0${device}`).digest('base64url').slice(0, 12);

function endSession(access: Access, request: FastifyRequest): void {
  const token = readCookie(request.raw, 'wz_session');
  if (token !== undefined) access.sessions.revoke(token);
}

const KINDS = ['iPad', 'iPhone', 'Android', 'Windows', 'Macintosh', 'Linux'] as const;

/** What kind of device it is, as far as its browser says. */
const deviceName = (userAgent: string | undefined): string =>
  KINDS.find((kind) => userAgent?.includes(kind)) ?? '';
