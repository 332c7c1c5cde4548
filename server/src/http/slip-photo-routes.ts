/**
 * Photos of slips, for those who may enter slips. One goes to the hub over HTTP, as no frame of a socket is large
 * enough, and is a command all the same: its id makes that a photo sent again after a cut has one effect.
 */
import type { FastifyError, FastifyInstance, FastifyRequest } from 'fastify';
import { LARGEST_PHOTO } from '@wenzheng/shared/forum/slips';
import { commandIdSchema, type RefusalCode } from '@wenzheng/shared/wire/protocol';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { z } from 'zod';
import type { AppParts } from '../app';
import { mayCommand } from '../engine/rights';
import type { Session } from '../forum/access';
import { PICTURE_TYPES, pictureTypeOf } from '../journal/picture';
import { HttpRefusal, parseBody, spend } from './answers';
import { signedIn } from './identify';

const path = z.object({ forum: z.string().max(32), serial: z.string().max(64) });
const commandId = z
  .object({ instance: z.string(), counter: z.coerce.number() })
  .transform(({ instance, counter }) => [instance, counter])
  .pipe(commandIdSchema);
/** More than anybody takes; each costs a copy and a commit of up to a megabyte. */
const SENT_PER_MINUTE = 60;
const ADDRESS = '/api/forums/:forum/slips/:serial/photo';

const STATUSES: Partial<Record<RefusalCode, number>> = {
  ...{ malformed: 400, forbidden: 403, no_forum: 404, 'slips.unknown': 404 },
  ...{ busy: 429, internal: 500, unknown_outcome: 503, storage_full: 507, storage_failed: 507 },
};

export function slipPhotoRoutes(app: FastifyInstance, { access, hub }: AppParts): void {
  const limiter = new RateLimiterMemory({ points: SENT_PER_MINUTE, duration: 60 });

  /** Errors: 401 `access.signed_out`, 403 `forbidden`. */
  function allowed(request: FastifyRequest): Session {
    const session = signedIn(access, request.raw);
    if (!mayCommand(session.role, 'putSlipPhoto')) throw new HttpRefusal(403, 'forbidden');
    return session;
  }

  /** Errors: 404 `slips.no_photo`. */
  app.get(ADDRESS, async (request, reply) => {
    allowed(request);
    const { forum, serial } = parseBody(path, request.params);
    const photo = await hub.slipPhoto(forum, serial);
    if (!photo) throw new HttpRefusal(404, 'slips.no_photo');
    return reply
      .header('content-type', photo.type)
      .header('content-disposition', 'inline')
      .send(Buffer.from(photo.bytes));
  });

  // Apart, so that pictures are read here and nowhere else.
  void app.register(async (photos) => {
    const options = { parseAs: 'buffer', bodyLimit: LARGEST_PHOTO } as const;
    photos.addContentTypeParser([...PICTURE_TYPES], options, (_request, body, done) =>
      done(null, body),
    );

    /** Errors: 413 `slips.photo_too_large`, 415 `slips.not_a_photo`, 429 `busy`, and those of the command. */
    photos.put(
      ADDRESS,
      {
        // Before the body is read: nobody fills the hub's memory who may not.
        onRequest: async (request) => spend(limiter, allowed(request).actor),
        errorHandler: (error) => {
          throw refusalOf(error);
        },
      },
      async (request) => {
        const { role, actor, name } = allowed(request);
        const { forum, serial } = parseBody(path, request.params);
        const id = parseBody(commandId, request.query);
        const bytes = request.body instanceof Uint8Array ? request.body : new Uint8Array();
        const type = pictureTypeOf(bytes);
        if (!type) throw new HttpRefusal(415, 'slips.not_a_photo');
        const frame = { id, command: { type: 'putSlipPhoto', serial } } as const;
        const ack = await hub.takeIn(forum, { role, actor, name }, frame, {
          picture: { type, bytes },
          file: null,
        });
        if (!ack) throw new HttpRefusal(404, 'no_forum');
        if (!ack.ok) throw new HttpRefusal(STATUSES[ack.code] ?? 409, ack.code);
        return ack;
      },
    );
  });
}

/** What is wrong with a body that is not even read. */
function refusalOf(error: FastifyError): Error {
  if (error.statusCode === 413) return new HttpRefusal(413, 'slips.photo_too_large');
  return error.statusCode === 415 ? new HttpRefusal(415, 'slips.not_a_photo') : error;
}
