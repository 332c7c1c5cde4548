/** `/`: what citizens open. It makes their device known and brings the view along. */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Access } from '../forum/access';
import { AudiencePages } from './audience-page';
import { takesGzip } from './asset-routes';
import { setCookie } from './cookies';
import type { HubPort } from './hub-port';
import { deviceOf } from './identify';

const query = z.object({ forum: z.string().optional().catch(undefined) });

interface Choice {
  readonly status: 200 | 404;
  /** Forum the view is of, or what stands in its place. */
  readonly key: string;
  readonly json: string;
}

export function audienceRoutes(
  app: FastifyInstance,
  access: Access,
  hub: HubPort,
  template: string,
): void {
  const pages = new AudiencePages(template);
  app.get('/', (request, reply) => {
    if (deviceOf(access, request.raw) === null)
      setCookie(request, reply, 'wz_device', access.devices.issue());
    const { status, key, json } = chooseView(hub, query.parse(request.query).forum);
    const page = pages.render(key, json);
    void reply
      .code(status)
      .header('content-type', 'text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('vary', 'accept-encoding, cookie');
    if (!takesGzip(request)) return reply.send(page.html);
    return reply.header('content-encoding', 'gzip').send(page.gzip);
  });
}

/** The forum asked for, else the live one, or the choice of several; null if none is live. */
function chooseView(hub: HubPort, asked: string | undefined): Choice {
  const live = asked === undefined ? hub.live() : null;
  if (live !== null) return { status: 200, key: live, json: hub.page(live).json };
  const forums = hub.forums();
  if (asked !== undefined) {
    if (!forums.some(({ id }) => id === asked)) return { status: 404, key: ' none', json: 'null' };
    return { status: 200, key: asked, json: hub.page(asked).json };
  }
  const choice = forums
    .filter(({ live }) => live)
    .map(({ id, title, startsAt }) => ({ id, title, startsAt }));
  if (choice.length === 0) return { status: 200, key: ' none', json: 'null' };
  return { status: 200, key: ' choice', json: JSON.stringify({ choice }) };
}
