/** Questions that ask the same, for phones and desks, and the search of desks. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { z } from 'zod';
import { deskQuery } from '@wenzheng/shared/forum/desk';
import { WORDS_LIMIT } from '@wenzheng/shared/forum/words';
import type { Access } from '../forum/access';
import { HttpRefusal, parseBody, spend } from './answers';
import type { HubPort } from './hub-port';
import { deskOf, deviceOf } from './identify';

const forumOnly = z.object({ forum: z.string().max(32) });
const oneQuestion = z.object({ forum: z.string().max(32), question: z.string().max(32) });
/** Code units: whoever is typing has not counted yet. */
const wish = z.strictObject({ text: z.string().max(4 * WORDS_LIMIT) });
/** Whoever writes slowly asks once every few words. */
const ASKED_PER_MINUTE = 30;
const SEARCHED_PER_MINUTE = 240;
const RESTS_SECONDS = 10;

export function questionRoutes(app: FastifyInstance, access: Access, hub: HubPort): void {
  const phones = new RateLimiterMemory({ points: ASKED_PER_MINUTE, duration: 60 });
  const desks = new RateLimiterMemory({ points: SEARCHED_PER_MINUTE, duration: 60 });

  app.post('/api/forums/:forum/similar', async (request) => {
    const device = deviceOf(access, request.raw);
    if (device === null) throw new HttpRefusal(403, 'forbidden');
    await spend(phones, device);
    const { forum } = parametersOf(forumOnly, request);
    const { text } = parseBody(wish, request.body);
    const questions = await hub.similarOnPhone(forum, text);
    if (questions === 'no_forum') throw new HttpRefusal(404, 'no_forum');
    if (questions === 'busy') throw new HttpRefusal(429, 'busy', { seconds: 2 });
    return { questions };
  });

  app.get('/api/forums/:forum/desk/questions', async (request) => {
    await spend(desks, deskOf(access, request.raw));
    const { forum } = parametersOf(forumOnly, request);
    const page = await hub.searchQuestions(forum, parseBody(deskQuery, request.query));
    if (page === null) throw new HttpRefusal(404, 'no_forum');
    if (page === 'no_reader') throw noReader();
    return page;
  });

  app.get('/api/forums/:forum/desk/questions/:question/similar', async (request) => {
    await spend(desks, deskOf(access, request.raw));
    const { forum, question } = parametersOf(oneQuestion, request);
    const questions = await hub.similarAtDesk(forum, question);
    if (questions === 'unknown') throw new HttpRefusal(404, 'questions.unknown');
    if (questions === 'no_reader') throw noReader();
    return { questions };
  });
}

function parametersOf<T extends z.ZodType>(schema: T, request: FastifyRequest): z.infer<T> {
  const parsed = schema.safeParse(request.params);
  if (!parsed.success) throw new HttpRefusal(404, 'no_forum');
  return parsed.data;
}

/** Whoever reads the questions ended again and again; all else works, and this does in a while. */
const noReader = (): HttpRefusal =>
  new HttpRefusal(503, 'questions.no_reader', { seconds: RESTS_SECONDS });
