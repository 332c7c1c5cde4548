/** What the console needs outside a forum: which forums there are, making one, handing out access. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { staffRoleSchema } from '@wenzheng/shared/forum/access';
import { z } from 'zod';
import type { Access, Session } from '../forum/access';
import { HttpRefusal, parseBody } from './answers';
import { enterUrl } from './enter-routes';
import { FORUM_LOCALES, type HubPort } from './hub-port';
import { sessionOf } from './identify';

const newForum = z.strictObject({ template: z.literal('built-in'), locale: z.enum(FORUM_LOCALES) });
const newLink = z.strictObject({ role: staffRoleSchema, once: z.boolean().default(false) });

export function adminRoutes(
  app: FastifyInstance,
  access: Access,
  hub: HubPort,
  publicUrl: () => string,
): void {
  app.get('/api/hub', () => ({ forums: hub.forums(), live: hub.live(), url: publicUrl() }));

  app.post('/api/forums', async (request, reply) => {
    const { role, actor } = adminOf(access, request);
    const { locale } = parseBody(newForum, request.body);
    const id = await hub.createForum(locale, { role, id: actor });
    return reply.code(201).send({ id });
  });

  app.post('/api/links', (request, reply) => {
    adminOf(access, request);
    const { token, expires } = access.links.make(parseBody(newLink, request.body));
    return reply.code(201).send({ url: enterUrl(publicUrl(), token), expires });
  });
}

/** Errors: 401 `access.signed_out`, 403 `forbidden`. */
function adminOf(access: Access, request: FastifyRequest): Session {
  const session = sessionOf(access, request.raw);
  if (!session) throw new HttpRefusal(401, 'access.signed_out');
  if (session.role !== 'admin') throw new HttpRefusal(403, 'forbidden');
  return session;
}
