/** Which forums the hub has and which are live, for everyone; making one and setting it live, for organisers. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { FORUM_FILE_LIMIT } from '@wenzheng/shared/forum/file-limits';
import { readForumFile } from '@wenzheng/shared/forum/forum-file';
import { z } from 'zod';
import type { Access } from '../forum/access';
import { HttpRefusal, parseBody } from './answers';
import { attachment } from './attachment';
import { FORUM_LOCALES, type HubPort, type Maker } from './hub-port';
import { organiserOf } from './identify';

const newForum = z.discriminatedUnion('template', [
  z.strictObject({ template: z.literal('built-in'), locale: z.enum(FORUM_LOCALES) }),
  z.strictObject({ template: z.literal('copy'), forum: z.string() }),
  z.strictObject({ template: z.literal('file'), file: z.unknown() }),
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

  /** Files are large: what others send is not even read. */
  const organisersAlone = {
    bodyLimit: FORUM_FILE_LIMIT + 1_024,
    onRequest: async (request: FastifyRequest) => void organiserOf(access, request),
  };
  app.post('/api/forums', organisersAlone, async (request, reply) => {
    const id = await make(hub, parseBody(newForum, request.body), organiserOf(access, request));
    if (id === null) throw new HttpRefusal(404, 'no_forum');
    return reply.code(201).send({ id });
  });

  app.get('/api/forums/:forum/file', (request, reply) => {
    organiserOf(access, request);
    const file = hub.preparation.file(parameters.parse(request.params).forum);
    if (!file) throw new HttpRefusal(404, 'no_forum');
    return reply
      .header('content-disposition', attachment(file.forum.title, 'json'))
      .header('content-type', 'application/json; charset=utf-8')
      .send(`${JSON.stringify(file, null, 2)}\n`);
  });

  app.put('/api/forums/:forum/live', (request, reply) => {
    organiserOf(access, request);
    const { forum } = parameters.parse(request.params);
    const { live } = parseBody(liveness, request.body);
    if (!hub.setLive(forum, live)) throw new HttpRefusal(404, 'no_forum');
    return reply.code(204).send();
  });
}

/** Answers the id, or null where there is no forum to copy. Errors: 400, what is wrong with the file. */
async function make(
  hub: HubPort,
  wanted: z.output<typeof newForum>,
  maker: Maker,
): Promise<string | null> {
  switch (wanted.template) {
    case 'built-in':
      return hub.createForum(wanted.locale, maker);
    case 'copy':
      return hub.copyForum(wanted.forum, maker);
    case 'file': {
      const read = readForumFile(wanted.file);
      if (read.ok) return hub.preparation.make(read.file, maker);
      throw new HttpRefusal(400, read.code, { field: read.field, problem: read.problem });
    }
    default:
      return wanted satisfies never;
  }
}
