/** Turns a right PIN or link into a signed-in device. */
import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SIGN_IN_ROLES, type SignInRole, type Zone } from '@wenzheng/shared/forum/access';
import {
  deviceKind,
  newDeviceName,
  type Access,
  type Known,
  type LinkId,
  type Session,
} from '../forum/access';
import type { Audit } from './audit';
import { clearCookie, readCookie, setCookie } from './cookies';

/** What let a device in: a link, or a PIN. */
export interface LetIn {
  readonly role: SignInRole;
  readonly link: LinkId | null;
  readonly zone: Zone | null;
}

/** Begins a session in place of any earlier one of this device, which is a known one from now on. */
export function signIn(
  access: Access,
  audit: Audit,
  { role, link, zone }: LetIn,
  request: FastifyRequest,
  reply: FastifyReply,
): Session {
  endSession(access, request);
  const device = knownDeviceOf(access, request) ?? makeKnown(access, request, reply);
  const actor = actorOf(device, role);
  const name = nameOf(access, actor, request.headers['user-agent']);
  const { token, session } = access.sessions.begin(role, actor, name, link, zone);
  setCookie(request, reply, 'wz_session', token);
  audit.info({ role, actor }, 'signed in');
  return session;
}

/** The device stays known, so that others' wrong PINs do not keep its owner out. */
export function signOut(access: Access, request: FastifyRequest, reply: FastifyReply): void {
  endSession(access, request);
  clearCookie(request, reply, 'wz_session');
}

/** The roles that this device once signed in as, whether or not it still is. */
export function knownAs(access: Access, request: FastifyRequest): Known[] {
  const device = knownDeviceOf(access, request);
  if (device === null) return [];
  return SIGN_IN_ROLES.flatMap((role) => {
    const bucket = access.sessions.countedWith(actorOf(device, role));
    return bucket === null ? [] : [{ role, bucket }];
  });
}

const knownDeviceOf = (access: Access, request: FastifyRequest): string | null =>
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
const actorOf = (device: string, role: SignInRole): string =>
  createHash('sha256').update(`${role}\0${device}`).digest('base64url').slice(0, 12);

/** A device keeps the name that it once had in this role. */
const nameOf = ({ sessions }: Access, actor: string, userAgent: string | undefined): string =>
  sessions.lastName(actor) ??
  newDeviceName(
    deviceKind(userAgent),
    sessions.list().map(({ name }) => name),
  );

function endSession(access: Access, request: FastifyRequest): void {
  const token = readCookie(request.raw, 'wz_session');
  if (token !== undefined) access.sessions.revoke(token);
}
