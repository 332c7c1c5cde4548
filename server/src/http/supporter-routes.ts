/** For kiosks: whose code it is that somebody has typed or scanned, and what they support already. */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Access } from '../forum/access';
import { HttpRefusal, parseBody } from './answers';
import type { HubPort } from './hub-port';
import { signedIn } from './identify';

const parameters = z.object({ forum: z.string() });
const shown = z.strictObject({ code: z.string().max(64) });

export function supporterRoutes(app: FastifyInstance, access: Access, hub: HubPort): void {
  app.post('/api/forums/:forum/supporter', (request) => {
    const { role, actor } = signedIn(access, request.raw);
    if (role !== 'kiosk') throw new HttpRefusal(403, 'forbidden');
    const { code } = parseBody(shown, request.body);
    const supporter = hub.supporter(parameters.parse(request.params).forum, actor, code);
    if (!supporter) throw new HttpRefusal(404, 'no_forum');
    if (supporter.ok) return { supports: supporter.supports, own: supporter.own };
    throw new HttpRefusal(supporter.code === 'admission.wait' ? 429 : 404, supporter.code);
  });
}
