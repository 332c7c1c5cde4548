/** Signing in with a PIN or a link, out, asking who one is, and what one's device is called. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { deviceNameSchema } from '@wenzheng/shared/forum/access';
import { z } from 'zod';
import type { Access, Session } from '../forum/access';
import { HttpRefusal, parseBody } from './answers';
import type { Audit } from './audit';
import { sessionOf, signedIn } from './identify';
import { knownAs, signIn, signOut, type LetIn } from './sign-in';

const credentials = z.union(
  [
    z.strictObject({
      pin: z
        .string()
        .max(32)
        .transform((pin) => pin.replace(/[\s-]/g, '')),
    }),
    z.strictObject({ link: z.string().max(64) }),
  ],
  'not_credentials',
);
const ownName = z.strictObject({ name: deviceNameSchema });

export function sessionRoutes(app: FastifyInstance, access: Access, audit: Audit): void {
  app.get('/api/session', (request, reply) => {
    const session = sessionOf(access, request.raw);
    // Not an error: it is what the console asks first, and browsers log every 401.
    return session ? reply.send(answer(session)) : reply.code(204).send();
  });

  app.post('/api/session', async (request, reply) => {
    const given = parseBody(credentials, request.body);
    const letIn =
      'pin' in given ? await byPin(access, given.pin, request) : byLink(access, given.link);
    return answer(signIn(access, audit, letIn, request, reply));
  });

  app.patch('/api/session', (request) => {
    const session = signedIn(access, request.raw);
    const { name } = parseBody(ownName, request.body);
    access.sessions.rename(session.actor, name);
    return answer({ ...session, name });
  });

  app.delete('/api/session', (request, reply) => {
    signOut(access, request, reply);
    return reply.code(204).send();
  });
}

/** Errors: 401 `access.wrong_pin`, 429 `access.wait` with the seconds to wait. */
async function byPin(access: Access, pin: string, request: FastifyRequest): Promise<LetIn> {
  const { pins, pinAttempts } = access;
  const attempt = await pinAttempts.attempt(knownAs(access, request), pins.roles(), (roles) =>
    pins.check(pin, roles),
  );
  if (attempt.ok) return { role: attempt.role, link: null, zone: null };
  if (attempt.waitSeconds === null) throw new HttpRefusal(401, 'access.wrong_pin');
  throw new HttpRefusal(429, 'access.wait', { seconds: attempt.waitSeconds });
}

/** Errors: 401 `access.link_invalid`. */
function byLink(access: Access, token: string): LetIn {
  const letIn = access.links.use(token);
  if (letIn === null) throw new HttpRefusal(401, 'access.link_invalid');
  return letIn;
}

const answer = ({ role, actor, name, zone }: Session) => ({ role, actor, name, zone });
