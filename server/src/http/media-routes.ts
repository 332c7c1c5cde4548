/**
 * Films and slides as displays fetch them, in parts if they like (RFC 9110, section 14). Displays sign in nowhere: who
 * knows a name of 128 bits may read the file, as who opens the display's address sees it anyway.
 */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import type { AppParts } from '../app';
import type { MediumRow } from '../forum/media';
import { HttpRefusal } from './answers';
import { rangeOf } from './range';

const parameters = z.object({ forum: z.string(), media: z.string() });
/** Opened by itself it is a picture and nothing more, whatever is in it. */
const ALONE = "default-src 'none'; sandbox";

export function mediaRoutes(app: FastifyInstance, { media }: Pick<AppParts, 'media'>): void {
  /** Errors: 404 `not_found`, 416 `out_of_range`. */
  app.get('/media/:forum/:media', async (request, reply) => {
    const { forum, media: id } = parameters.parse(request.params);
    const found = media.find(forum, id);
    const size = found && (await sizeOf(found.path));
    if (!found || size === null) throw new HttpRefusal(404, 'not_found');
    const range = rangeOf(request.headers.range, size);
    if (range === 'none_there')
      return reply
        .code(416)
        .header('content-range', `bytes */${size}`)
        .send({ code: 'out_of_range' });
    describe(reply, found.row);
    if (request.headers['if-none-match'] === etagOf(found.row)) return reply.code(304).send();
    const { first, last } = range ?? { first: 0, last: size - 1 };
    if (range) void reply.code(206).header('content-range', `bytes ${first}-${last}/${size}`);
    void reply.header('content-length', last - first + 1);
    return reply.send(createReadStream(found.path, { start: first, end: last }));
  });
}

/** Under a name that never means another file. */
const etagOf = ({ id }: MediumRow): string => `"${id}"`;

function describe(reply: FastifyReply, row: MediumRow): void {
  void reply
    .header('content-type', row.type)
    .header('content-disposition', 'inline')
    .header('content-security-policy', ALONE)
    .header('cache-control', 'private, max-age=31536000, immutable')
    .header('etag', etagOf(row))
    .header('accept-ranges', 'bytes');
}

/** Null if it is not there any more. */
async function sizeOf(path: string): Promise<number | null> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
