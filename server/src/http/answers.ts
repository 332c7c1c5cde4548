/** What the API says when it does not do what was asked. */
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { RefusalCode } from '@wenzheng/shared/wire/protocol';
import { RateLimiterRes, type RateLimiterMemory } from 'rate-limiter-flexible';
import type { z } from 'zod';
import { monotonicNow } from '../ports/system';
import { RefusalLog } from './refusal-log';

/** An expected refusal; it is answered with its code and nothing else. */
export class HttpRefusal extends Error {
  readonly status: number;
  readonly body: { readonly code: string; readonly [detail: string]: string | number };

  constructor(
    status: number,
    code: string,
    details: Readonly<Record<string, string | number>> = {},
  ) {
    super(code);
    this.status = status;
    this.body = { code, ...details };
  }
}

/** Parses what came in. Errors: 400 `malformed`, naming the field. */
export function parseBody<T extends z.ZodType>(schema: T, body: unknown): z.infer<T> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new HttpRefusal(400, 'malformed', {
    field: issue?.path.join('.') ?? '',
    problem: issue?.message ?? '',
  });
}

/** Errors: 429 `busy` with the seconds to wait. */
export async function spend(limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (problem) {
    if (!(problem instanceof RateLimiterRes)) throw problem;
    throw new HttpRefusal(429, 'busy', { seconds: Math.ceil(problem.msBeforeNext / 1_000) });
  }
}

const CODES: Readonly<Record<number, string>> = {
  404: 'not_found',
  413: 'too_large',
  415: 'unsupported_media_type',
};

/** Nothing of a fault of the hub reaches a client; it is logged once, by route, never by address. */
export function answerErrors(app: FastifyInstance): void {
  app.setNotFoundHandler((_request, reply) => reply.code(404).send({ code: 'not_found' }));
  const refusals = new RefusalLog();
  app.setErrorHandler((error: FastifyError | HttpRefusal, request, reply) => {
    if (error instanceof HttpRefusal) {
      note(refusals, error, request);
      return refuse(error, reply);
    }
    const storage = storageRefusal(error);
    if (storage) return reply.code(507).send(storage);
    const status = error.statusCode ?? 500;
    if (status >= 400 && status < 500)
      return reply.code(status).send({ code: CODES[status] ?? 'malformed' });
    request.log.error({ err: error, route: request.routeOptions.url }, 'request failed');
    return reply.code(500).send({ code: 'internal' });
  });
}

const FULL = /^(SQLITE_FULL|ENOSPC|storage_full)$/;
const STORAGE = /^(SQLITE_(IOERR|READONLY|CANTOPEN|CORRUPT|NOTADB)|(EROFS|EIO|storage_failed)$)/;

/** A sign-in, say, or a forum that could not be written down; null if it is not the storage. */
function storageRefusal(error: unknown): { code: RefusalCode } | null {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (FULL.test(code)) return { code: 'storage_full' };
  return STORAGE.test(code) ? { code: 'storage_failed' } : null;
}

function note(refusals: RefusalLog, { status, body }: HttpRefusal, request: FastifyRequest): void {
  if (body.code === 'access.signed_out' || ![401, 403, 429].includes(status)) return;
  refusals.note(request.log, body.code, request.routeOptions.url, monotonicNow());
}

function refuse({ status, body }: HttpRefusal, reply: FastifyReply) {
  if (typeof body['seconds'] === 'number') void reply.header('retry-after', body['seconds']);
  return reply.code(status).send(body);
}
