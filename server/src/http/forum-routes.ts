/** Which forums the hub has and which are live, for everyone; making one and setting it live, for organisers. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Access } from '../forum/access';
import { HttpRefusal, parseBody } from './answers';
import { FORUM_LOCALES, type HubPort, type Maker } from './hub-port';
import { signedIn } from './identify';

const newForum = z.discriminatedUnion('template', [
  z.strictObject({ template: z.literal('built-in'), locale: z.enum(FORUM_LOCALES) }),
  z.strictObject({ template: z.literal('copy'), forum: z.string() }),
]);
const liveness = z.strictObject({ live: z.boolean() });
const parameters = z.object({ forum: z.string() });

export function forumRoutes(
  app: FastifyInstance,
  access: Access,
  hub: HubPort,
  publicUrl: () => string,
): void {
  app.get('/api/hub', () => ({ forums: hub.forums(), live: hub.live(), url: publicUrl() }));

  app.post('/api/forums', async (request, reply) => {
    const maker = organiserOf(access, request);
    const wanted = parseBody(newForum, request.body);
    const id =
      wanted.template === 'built-in'
        ? await hub.createForum(wanted.locale, maker)
        : await hub.copyForum(wanted.forum, maker);
    if (id === null) throw new HttpRefusal(404, 'no_forum');
    return reply.code(201).send({ id });
  });

  app.put('/api/forums/:forum/live', (request, reply) => {
    organiserOf(access, request);
    const { forum } = parameters.parse(request.params);
    const { live } = parseBody(liveness, request.body);
    if (!hub.setLive(forum, live)) throw new HttpRefusal(404, 'no_forum');
    return reply.code(204).send();
  });
}

/** Errors: 401 `access.signed_out`, 403 `forbidden`. */
function organiserOf(access: Access, request: FastifyRequest): Maker {
  const { role, actor } = signedIn(access, request.raw);
  if (role !== 'admin') throw new HttpRefusal(403, 'forbidden');
  return { role, id: actor };
}
