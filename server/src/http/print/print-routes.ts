/** `/print/…`: pages for a printer, for those who run the forum. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Role } from '@wenzheng/shared/forum/access';
import { z } from 'zod';
import type { Access } from '../../forum/access';
import { HttpRefusal } from '../answers';
import type { HubPort } from '../hub-port';
import { signedIn } from '../identify';
import type { Language } from './html';
import { checklistPage } from './checklist';
import { orderOfTheDayPage } from './order-of-the-day';
import { posterPage } from './poster';
import type { Sheets } from './sheets';
import { queuePage, zonesPage } from './signs';
import { ticketsPage } from './tickets';

const parameters = z.object({ forum: z.string(), batch: z.string().optional() });
const query = z.object({ lang: z.enum(['zh-CN', 'en']).catch('zh-CN') });

export function printRoutes(app: FastifyInstance, access: Access, hub: HubPort): void {
  const serve = (
    path: string,
    make: (
      sheets: Sheets,
      language: Language,
      batch: string,
    ) => string | null | Promise<string | null>,
    roles: readonly Role[] = ['admin', 'host'],
  ): void => {
    app.get(`/print/forums/:forum/${path}`, async (request, reply) => {
      mayPrint(access, request, roles);
      const { forum, batch = '' } = parameters.parse(request.params);
      const sheets = hub.sheets(forum);
      if (!sheets) throw new HttpRefusal(404, 'no_forum');
      const page = await make(sheets, query.parse(request.query).lang, batch);
      if (page === null) throw new HttpRefusal(404, 'not_found');
      return send(reply, page);
    });
  };
  serve('tickets/:batch', (sheets, language, batch) => ticketsPage(sheets, batch, language));
  serve('poster', posterPage);
  serve('zones', zonesPage);
  serve('queue', queuePage);
  serve('order-of-the-day', orderOfTheDayPage);
  // Who has been asked for what concerns the organisers alone.
  serve('checklist', checklistPage, ['admin']);
}

/** Tickets let people in: only those who make them print them. Errors: 401, 403. */
function mayPrint(access: Access, request: FastifyRequest, roles: readonly Role[]): void {
  const { role } = signedIn(access, request.raw);
  if (!roles.includes(role)) throw new HttpRefusal(403, 'forbidden');
}

const send = (reply: FastifyReply, html: string) =>
  reply
    .header('content-type', 'text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(html);
