/** Status of a question for anyone who has its tracking code. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { z } from 'zod';
import type { Access } from '../forum/access';
import { HttpRefusal, spend } from './answers';
import type { HubPort } from './hub-port';
import { deviceOf } from './identify';

const path = z.object({ forum: z.string(), code: z.string().max(32) });
const ASKED_PER_MINUTE = 60;

export function trackRoutes(app: FastifyInstance, access: Access, hub: HubPort): void {
  const limiter = new RateLimiterMemory({ points: ASKED_PER_MINUTE, duration: 60 });

  app.get('/api/forums/:forum/track/:code', async (request) => {
    await spend(limiter, deviceOf(access, request.raw) ?? request.ip);
    const { forum, code } = wellFormed(request);
    if (!hub.forums().some(({ id }) => id === forum)) throw new HttpRefusal(404, 'no_forum');
    const question = hub.track(forum, code);
    if (!question) throw new HttpRefusal(404, 'questions.unknown');
    return question;
  });
}

function wellFormed(request: FastifyRequest): z.infer<typeof path> {
  const parsed = path.safeParse(request.params);
  if (!parsed.success) throw new HttpRefusal(404, 'questions.unknown');
  return parsed.data;
}
