/** `POST /api/forums/:id/readiness`: a measurement, for those who open the doors. */
import type { FastifyInstance } from 'fastify';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { z } from 'zod';
import type { Access } from '../forum/access';
import { HttpRefusal, spend } from './answers';
import type { HubPort } from './hub-port';
import { signedIn } from './identify';

/** It reads the whole database: a minute has room for so many. */
const A_MINUTE = 20;
const parameters = z.object({ forum: z.string() });

export function readinessRoutes(app: FastifyInstance, access: Access, hub: HubPort): void {
  const limiter = new RateLimiterMemory({ points: A_MINUTE, duration: 60 });
  app.post('/api/forums/:forum/readiness', async (request) => {
    const { role } = signedIn(access, request.raw);
    if (role !== 'admin' && role !== 'host') throw new HttpRefusal(403, 'forbidden');
    const { forum } = parameters.parse(request.params);
    await spend(limiter, 'readiness');
    const readiness = await hub.readiness(forum);
    if (!readiness) throw new HttpRefusal(404, 'no_forum');
    return readiness;
  });
}
