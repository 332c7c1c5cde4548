/**
 * `/console/enter/TOKEN`: sign-in links. One that works once needs a button pressed, as chats open links to
 * preview them; a reusable one signs in at once.
 */
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { SignInRole } from '@wenzheng/shared/forum/access';
import { z } from 'zod';
import type { Access } from '../forum/access';
import type { Audit } from './audit';
import { enterPage, invalidLinkPage } from './enter-page';
import { signIn } from './sign-in';

const PATH = '/console/enter/:token';
const parameters = z.object({ token: z.string() });

export const enterUrl = (publicUrl: string, token: string): string =>
  new URL(`console/enter/${token}`, publicUrl).href;

export async function enterRoutes(
  app: FastifyInstance,
  access: Access,
  audit: Audit,
): Promise<void> {
  await app.register((scope, _options, done) => {
    // Only here may a form come in; it has no fields.
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string' },
      (_request, _body, parsed) => parsed(null, undefined),
    );

    scope.get(PATH, { exposeHeadRoute: false }, (request, reply) => {
      const { token } = parameters.parse(request.params);
      const link = access.links.look(token);
      if (!link) return sendPage(reply.code(410), invalidLinkPage());
      if (link.once) return sendPage(reply, enterPage(link.role));
      signIn(access, audit, link.role, request, reply);
      return reply.header('cache-control', 'no-store').redirect(placeOf(link.role), 303);
    });

    scope.post(PATH, (request, reply) => {
      const role = access.links.use(parameters.parse(request.params).token);
      if (role === null) return sendPage(reply.code(410), invalidLinkPage());
      signIn(access, audit, role, request, reply);
      return reply.redirect(placeOf(role), 303);
    });
    done();
  });
}

/** Where a role works. */
const placeOf = (role: SignInRole): string => (role === 'kiosk' ? '/kiosk' : '/console');

const sendPage = (reply: FastifyReply, html: string) =>
  reply
    .header('content-type', 'text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(html);
