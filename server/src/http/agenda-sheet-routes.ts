/** The agenda as a table, and what a table would do to it, for organisers; nothing is changed here. */
import type { FastifyInstance } from 'fastify';
import { AGENDA_SHEET_LIMIT } from '@wenzheng/shared/forum/file-limits';
import { z } from 'zod';
import type { Access } from '../forum/access';
import { HttpRefusal } from './answers';
import { attachment } from './attachment';
import { organiserOf } from './identify';
import { FORUM_LOCALES, type HubPort } from './hub-port';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const parameters = z.object({ forum: z.string() });
const query = z.object({ lang: z.enum(FORUM_LOCALES).catch('zh-CN') });

export async function agendaSheetRoutes(
  app: FastifyInstance,
  access: Access,
  hub: HubPort,
): Promise<void> {
  app.get('/api/forums/:forum/agenda.xlsx', async (request, reply) => {
    organiserOf(access, request);
    const { forum } = parameters.parse(request.params);
    const title = hub.forums().find(({ id }) => id === forum)?.title ?? '';
    const sheet = await hub.preparation.agendaSheet(forum, query.parse(request.query).lang);
    if (!sheet) throw new HttpRefusal(404, 'no_forum');
    return reply
      .header('content-disposition', attachment(title, 'xlsx'))
      .header('content-type', XLSX)
      .send(sheet);
  });

  // Only here is a table taken: everywhere else one is no type that the hub knows.
  await app.register(async (alone) => {
    alone.addContentTypeParser(XLSX, { parseAs: 'buffer' }, (_request, body, done) =>
      done(null, body),
    );
    alone.post(
      '/api/forums/:forum/agenda-reading',
      {
        bodyLimit: AGENDA_SHEET_LIMIT,
        onRequest: async (request) => void organiserOf(access, request),
      },
      async (request) => {
        const { forum } = parameters.parse(request.params);
        if (!Buffer.isBuffer(request.body)) throw new HttpRefusal(415, 'unsupported_media_type');
        const reading = await hub.preparation.readAgendaSheet(forum, request.body);
        if (!reading) throw new HttpRefusal(404, 'no_forum');
        return reading;
      },
    );
  });
}
