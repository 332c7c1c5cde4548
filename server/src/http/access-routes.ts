/** Handing out access: links and PINs, and the devices that came in by them. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import {
  deviceNameSchema,
  mayMakePins,
  rolesHandedOutBy,
  signInRoleSchema,
  zoneSchema,
  type DeviceListing,
  type LinkListing,
  type SignInRole,
} from '@wenzheng/shared/forum/access';
import { z } from 'zod';
import type { Access, ListedSession, Session } from '../forum/access';
import { HttpRefusal, parseBody } from './answers';
import type { Audit } from './audit';
import { enterUrl } from './enter-routes';
import type { HubPort } from './hub-port';
import { signedIn } from './identify';

const newLink = z
  .strictObject({
    role: signInRoleSchema,
    zone: zoneSchema.nullable().default(null),
    once: z.boolean().default(false),
  })
  .refine(({ role, zone }) => role === 'kiosk' || zone === null, 'only_kiosks');
const newPin = z.strictObject({ role: signInRoleSchema });
const newName = z.strictObject({ name: deviceNameSchema });
const parameters = z.object({ id: z.string() });

export interface AccessRouteParts {
  readonly access: Access;
  readonly hub: Pick<HubPort, 'isConnected'>;
  readonly publicUrl: () => string;
  readonly audit: Audit;
}

export function accessRoutes(app: FastifyInstance, parts: AccessRouteParts): void {
  const { access, hub, publicUrl, audit } = parts;

  app.post('/api/links', (request, reply) => {
    const session = signedIn(access, request.raw);
    const link = parseBody(newLink, request.body);
    mustHandOut(session, link.role);
    const { token, expires } = access.links.make(link);
    audit.info({ by: session.actor, ...link }, 'sign-in link made');
    return reply.code(201).send({ url: enterUrl(publicUrl(), token), expires });
  });

  app.get('/api/links', (request): LinkListing[] => {
    const handedOut = rolesHandedOutBy(mayHandOut(access, request).role);
    return access.links.list().filter(({ role }) => handedOut.includes(role));
  });

  app.delete('/api/links/:id', (request, reply) => {
    const session = mayHandOut(access, request);
    const { id } = parameters.parse(request.params);
    const link = access.links.list().find((each) => each.id === id);
    if (!link) throw new HttpRefusal(404, 'not_found');
    mustHandOut(session, link.role);
    access.links.cancel(link.id);
    audit.info({ by: session.actor, role: link.role, once: link.once }, 'sign-in link cancelled');
    return reply.code(204).send();
  });

  app.post('/api/pins', async (request, reply) => {
    const session = signedIn(access, request.raw);
    const { role } = parseBody(newPin, request.body);
    if (!mayMakePins(session.role)) throw new HttpRefusal(403, 'forbidden');
    const pin = await access.pins.make(role);
    audit.info({ by: session.actor, role }, 'PIN made');
    return reply.code(201).send({ pin });
  });

  app.get('/api/devices', (request): DeviceListing[] => {
    const session = mayHandOut(access, request);
    for (const { actor } of access.sessions.list())
      if (hub.isConnected(actor)) access.sessions.seen(actor);
    const withLink = access.links.actorsWithReusable();
    return access.sessions.list().map((device) => ({
      id: device.actor,
      role: device.role,
      name: device.name,
      signedIn: device.created,
      lastSeen: device.lastSeen,
      connected: hub.isConnected(device.actor),
      own: device.actor === session.actor,
      linkWorks: withLink.has(device.actor),
    }));
  });

  app.patch('/api/devices/:id', (request, reply) => {
    const { session, device } = deviceOf(access, request);
    access.sessions.rename(device.actor, parseBody(newName, request.body).name);
    audit.info({ by: session.actor, device: device.actor }, 'device renamed');
    return reply.code(204).send();
  });

  app.delete('/api/devices/:id', (request, reply) => {
    const { session, device } = deviceOf(access, request);
    // Links first: if the disk fails in between, the device is still listed and can be revoked again.
    const links = access.links.cancelReusableOf(device.actor);
    access.sessions.end(device.actor);
    const { actor, role } = device;
    audit.info({ by: session.actor, device: actor, role, links }, 'device revoked');
    return reply.code(204).send();
  });
}

/** The device that the address names. Errors: 401 `access.signed_out`, 403 `forbidden`, 404 `not_found`. */
function deviceOf(
  access: Access,
  request: FastifyRequest,
): { session: Session; device: ListedSession } {
  const session = mayHandOut(access, request);
  const { id } = parameters.parse(request.params);
  const device = access.sessions.list().find(({ actor }) => actor === id);
  if (!device) throw new HttpRefusal(404, 'not_found');
  mustHandOut(session, device.role);
  return { session, device };
}

/** Whoever asks, if there is any role whose access they hand out. Errors: 401, 403. */
function mayHandOut(access: Access, request: FastifyRequest): Session {
  const session = signedIn(access, request.raw);
  if (rolesHandedOutBy(session.role).length === 0) throw new HttpRefusal(403, 'forbidden');
  return session;
}

function mustHandOut(session: Session, role: SignInRole): void {
  if (!rolesHandedOutBy(session.role).includes(role)) throw new HttpRefusal(403, 'forbidden');
}
