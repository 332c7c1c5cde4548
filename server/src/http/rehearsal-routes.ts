/** Beginning and wiping a rehearsal, for those who lead the forum. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { rehearsalWish } from '@wenzheng/shared/forum/rehearsal';
import type { Access } from '../forum/access';
import { HttpRefusal, parseBody } from './answers';
import type { HubPort, Maker } from './hub-port';
import { signedIn } from './identify';

export function rehearsalRoutes(
  app: FastifyInstance,
  access: Access,
  { rehearsal }: HubPort,
): void {
  app.get('/api/rehearsal', (request) => {
    leaderOf(access, request);
    return { rehearsal: rehearsal.current() };
  });

  app.post('/api/rehearsal', async (request, reply) => {
    const maker = leaderOf(access, request);
    const started = await rehearsal.start(parseBody(rehearsalWish, request.body), maker);
    if (started === null) throw new HttpRefusal(404, 'no_forum');
    if (typeof started === 'string') throw new HttpRefusal(409, started);
    return reply.code(201).send(started);
  });

  app.delete('/api/rehearsal', async (request, reply) => {
    leaderOf(access, request);
    await rehearsal.end();
    return reply.code(204).send();
  });
}

/** Errors: 401 `access.signed_out`, 403 `forbidden`. */
function leaderOf(access: Access, request: FastifyRequest): Maker {
  const { role, actor } = signedIn(access, request.raw);
  if (role !== 'admin' && role !== 'host') throw new HttpRefusal(403, 'forbidden');
  return { role, id: actor };
}
