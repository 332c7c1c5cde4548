/** Handing out access: links and PINs, and the devices that came in by them. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import {
  deviceNameSchema,
  mayMakePins,
  rolesHandedOutBy,
  signInRoleSchema,
  type DeviceListing,
  type SignInRole,
} from '@wenzheng/shared/forum/access';
import { z } from 'zod';
import type { Access, ListedSession, Session } from '../forum/access';
import { HttpRefusal, parseBody } from './answers';
import type { Audit } from './audit';
import { enterUrl } from './enter-routes';
import type { HubPort } from './hub-port';
import { signedIn } from './identify';

const newLink = z.strictObject({ role: signInRoleSchema, once: z.boolean().default(false) });
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

  app.post('/api/pins', async (request, reply) => {
    const session = signedIn(access, request.raw);
    const { role } = parseBody(newPin, request.body);
    if (!mayMakePins(session.role)) throw new HttpRefusal(403, 'forbidden');
    const pin = await access.pins.make(role);
    audit.info({ by: session.actor, role }, 'PIN made');
    return reply.code(201).send({ pin });
  });

  app.get('/api/devices', (request): DeviceListing[] => {
    const session = signedIn(access, request.raw);
    if (rolesHandedOutBy(session.role).length === 0) throw new HttpRefusal(403, 'forbidden');
    for (const { actor } of access.sessions.list())
      if (hub.isConnected(actor)) access.sessions.seen(actor);
    return access.sessions.list().map((device) => ({
      id: device.actor,
      role: device.role,
      name: device.name,
      signedIn: device.created,
      lastSeen: device.lastSeen,
      connected: hub.isConnected(device.actor),
      own: device.actor === session.actor,
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
    access.sessions.end(device.actor);
    audit.info({ by: session.actor, device: device.actor, role: device.role }, 'device revoked');
    return reply.code(204).send();
  });
}

/** The device that the address names. Errors: 401 `access.signed_out`, 403 `forbidden`, 404 `not_found`. */
function deviceOf(
  access: Access,
  request: FastifyRequest,
): { session: Session; device: ListedSession } {
  const session = signedIn(access, request.raw);
  if (rolesHandedOutBy(session.role).length === 0) throw new HttpRefusal(403, 'forbidden');
  const { id } = parameters.parse(request.params);
  const device = access.sessions.list().find(({ actor }) => actor === id);
  if (!device) throw new HttpRefusal(404, 'not_found');
  mustHandOut(session, device.role);
  return { session, device };
}

function mustHandOut(session: Session, role: SignInRole): void {
  if (!rolesHandedOutBy(session.role).includes(role)) throw new HttpRefusal(403, 'forbidden');
}
