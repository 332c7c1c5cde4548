/**
 * How films and slides come in, from organisers alone: begun, sent in pieces, ended. Each piece is a request of its own,
 * as none may take long here; a tablet that has lost its network goes on where it was.
 */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { MEDIA_KINDS, MEDIA_NAME_LIMIT, UPLOAD_PIECE } from '@wenzheng/shared/forum/media';
import { words } from '@wenzheng/shared/forum/words';
import type { RefusalCode } from '@wenzheng/shared/wire/protocol';
import { z } from 'zod';
import type { AppParts } from '../app';
import { mayCommand } from '../engine/rights';
import type { Session } from '../forum/access';
import { HttpRefusal, parseBody } from './answers';
import { signedIn } from './identify';

const inForum = z.object({ forum: z.string().max(32) });
const oneUpload = inForum.extend({ upload: z.string().max(32) });
const onePiece = oneUpload.extend({ offset: z.coerce.number().int().min(0) });
const wish = z.strictObject({ kind: z.enum(MEDIA_KINDS), bytes: z.int().min(1) });
const ending = z.strictObject({ name: words(MEDIA_NAME_LIMIT) });
const PIECE_TYPE = 'application/octet-stream';

const STATUSES: Partial<Record<RefusalCode, number>> = {
  ...{ malformed: 400, forbidden: 403, no_forum: 404, 'media.no_upload': 404 },
  ...{ 'media.too_large': 413, 'media.not_media': 415, busy: 429 },
  ...{ internal: 500, unknown_outcome: 503 },
  ...{ storage_full: 507, storage_failed: 507, 'media.no_room': 507 },
};
const refused = (code: RefusalCode): HttpRefusal => new HttpRefusal(STATUSES[code] ?? 409, code);

export function uploadRoutes(app: FastifyInstance, { access, hub, media }: AppParts): void {
  /** Errors: 401 `access.signed_out`, 403 `forbidden`. */
  function allowed(request: FastifyRequest): Session {
    const session = signedIn(access, request.raw);
    if (!mayCommand(session.role, 'addMedia')) throw new HttpRefusal(403, 'forbidden');
    return session;
  }
  // Before any body is read: nobody fills the hub's memory or disk who may not.
  const onRequest = async (request: FastifyRequest): Promise<void> => void allowed(request);

  /** Errors: 413 `media.too_large`, 507 `media.no_room` and `storage_full`, 429 `busy`. */
  app.post('/api/forums/:forum/uploads', { onRequest }, async (request) => {
    const { forum } = parseBody(inForum, request.params);
    const wanted = parseBody(wish, request.body);
    const there = hub.forums().find(({ id }) => id === forum);
    if (!there) throw refused('no_forum');
    if (there.closedAt !== null) throw refused('forum.closed');
    const begun = await media.uploads.begin({ forum, ...wanted });
    if (typeof begun === 'string') throw refused(begun);
    return begun;
  });

  /** Errors: 404 `media.no_upload`, 409 or 415 what is wrong with the file, and those of the command. */
  app.post('/api/forums/:forum/uploads/:upload/end', { onRequest }, async (request) => {
    const { role, actor, name: device } = allowed(request);
    const { forum, upload } = parseBody(oneUpload, request.params);
    const { name } = parseBody(ending, request.body);
    const ack = await media.end(forum, upload, name, { role, actor, name: device });
    if (!ack.ok) throw refused(ack.code);
    return { media: upload };
  });

  app.delete('/api/forums/:forum/uploads/:upload', { onRequest }, async (request, reply) => {
    const { forum, upload } = parseBody(oneUpload, request.params);
    await media.uploads.drop(forum, upload);
    return reply.code(204).send();
  });

  // Apart, so that bytes of no kind are read here and nowhere else.
  void app.register(async (pieces) => {
    const options = { parseAs: 'buffer', bodyLimit: UPLOAD_PIECE } as const;
    pieces.addContentTypeParser(PIECE_TYPE, options, (_request, body, done) => done(null, body));
    /** Answers how far the file has come. Errors: 404 `media.no_upload`, 507 `storage_full`. */
    pieces.put('/api/forums/:forum/uploads/:upload/:offset', { onRequest }, async (request) => {
      const { forum, upload, offset } = parseBody(onePiece, request.params);
      const bytes = request.body instanceof Uint8Array ? request.body : new Uint8Array();
      const progress = await media.uploads.piece(forum, upload, offset, bytes);
      if (typeof progress === 'string') throw refused(progress);
      return progress;
    });
  });
}
