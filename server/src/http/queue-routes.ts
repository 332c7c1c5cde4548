/** The queue beyond what desks hold of it, for those who see the queue. */
import type { FastifyInstance } from 'fastify';
import { queueWish } from '@wenzheng/shared/forum/picking';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { z } from 'zod';
import type { Access } from '../forum/access';
import { HttpRefusal, parseBody, spend } from './answers';
import type { HubPort } from './hub-port';
import { deskOf } from './identify';

const ASKED_PER_MINUTE = 120;
const path = z.object({ forum: z.string().max(32) });

export function queueRoutes(app: FastifyInstance, access: Access, hub: HubPort): void {
  const limiter = new RateLimiterMemory({ points: ASKED_PER_MINUTE, duration: 60 });

  /** Errors: 401 `access.signed_out`, 403 `forbidden`, 400 `malformed`, 404 `no_forum`, 429 `busy`. */
  app.get('/api/forums/:forum/queue', async (request) => {
    await spend(limiter, deskOf(access, request.raw));
    const wish = parseBody(queueWish, request.query);
    const { forum } = parseBody(path, request.params);
    const found = await hub.lookUpQueue(forum, wish);
    if (!found) throw new HttpRefusal(404, 'no_forum');
    return found;
  });
}
