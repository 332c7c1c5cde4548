/** The map of opinion, for phones whose owner wants to see it. Who asked for it is noted nowhere. */
import type { FastifyInstance } from 'fastify';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { z } from 'zod';
import type { Access } from '../forum/access';
import { HttpRefusal, parseBody, spend } from './answers';
import type { HubPort } from './hub-port';
import { deviceOf } from './identify';

const parameters = z.object({ forum: z.string().max(32) });
/** A phone asks at most every ten seconds. */
const PER_MINUTE = 30;

/** Errors: 403 `forbidden`, 404 `no_forum`, 429 `busy`. The answer is `{map}`, null while too few have answered. */
export function opinionMapRoutes(app: FastifyInstance, access: Access, hub: HubPort): void {
  const phones = new RateLimiterMemory({ points: PER_MINUTE, duration: 60 });

  app.get('/api/forums/:forum/opinions/map', async (request, reply) => {
    const device = deviceOf(access, request.raw);
    if (device === null) throw new HttpRefusal(403, 'forbidden');
    await spend(phones, device);
    const map = hub.votes.map(parseBody(parameters, request.params).forum);
    if (map === null) throw new HttpRefusal(404, 'no_forum');
    return reply.type('application/json; charset=utf-8').send(map);
  });
}
