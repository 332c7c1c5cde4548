/**
 * `/console/enter/TOKEN`: sign-in links. One that works once needs a button pressed, as chats open links to
 * preview them; so does one that would take a device's other role away, as anybody may send its owner a link. Any
 * other reusable link signs in at once.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { SignInRole } from '@wenzheng/shared/forum/access';
import { z } from 'zod';
import type { Access } from '../forum/access';
import type { Audit } from './audit';
import { enterPage, invalidLinkPage } from './enter-page';
import { sessionOf } from './identify';
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

    const enter = (token: string, request: FastifyRequest, reply: FastifyReply) => {
      const letIn = access.links.use(token);
      if (letIn === null) return sendPage(reply.code(410), invalidLinkPage());
      signIn(access, audit, letIn, request, reply);
      return reply.header('cache-control', 'no-store').redirect(placeOf(letIn.role), 303);
    };

    scope.get(PATH, { exposeHeadRoute: false }, (request, reply) => {
      const { token } = parameters.parse(request.params);
      const link = access.links.look(token);
      const other =
        link !== null && (sessionOf(access, request.raw)?.role ?? link.role) !== link.role;
      return link && (link.once || other)
        ? sendPage(reply, enterPage(link.role))
        : enter(token, request, reply);
    });
    scope.post(PATH, (request, reply) =>
      enter(parameters.parse(request.params).token, request, reply),
    );
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
