/** Slips as pages to be printed, and one slip by its serial number, for those who may see the codes of stubs. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { SignInRole } from '@wenzheng/shared/forum/access';
import type { SlipStory } from '@wenzheng/shared/forum/slips';
import { MOST_IN_BATCH } from '@wenzheng/shared/forum/slip-serial';
import { z } from 'zod';
import { mayCommand } from '../engine/rights';
import type { AppParts } from '../app';
import { PRINT_SCRIPT, slipSheetPage, stubPage, type PrintLocale } from '../reports/slip-sheet';
import { HttpRefusal } from './answers';
import { FORUM_LOCALES } from './hub-port';
import { signedIn } from './identify';

const inForum = z.object({ forum: z.string() });
const oneSlip = inForum.extend({ serial: z.string().max(64) });
const number = z.coerce.number().int().min(1).max(MOST_IN_BATCH);
const locale = z.enum(FORUM_LOCALES).optional();
const sheet = z.object({ batch: z.string().max(3), first: number, last: number, locale });
const stub = z.object({ question: z.string().max(32).optional(), locale });
/** More is not one print job. */
const MOST_ON_PAGE = 1_000;

type Parts = Pick<AppParts, 'access' | 'hub' | 'publicUrl'>;

export function slipRoutes(app: FastifyInstance, { access, hub, publicUrl }: Parts): void {
  app.get('/api/forums/:forum/slips/:serial', (request) => {
    only(request, (role) => mayCommand(role, 'enterSlip'));
    return slipOf(request);
  });

  app.get('/print/forums/:forum/slips', async (request, reply) => {
    only(request, (role) => mayCommand(role, 'printSlips'));
    const { forum } = inForum.parse(request.params);
    const { batch, first, last, locale: wanted } = wellFormed(sheet, request.query);
    const found =
      last - first < MOST_ON_PAGE ? hub.slipSheet(forum, batch.toUpperCase(), first, last) : null;
    if (!found) throw new HttpRefusal(404, 'slips.unknown');
    const parts = { ...found, forum, publicUrl: publicUrl() };
    const locale = wanted ?? languageOf(found.title);
    return sendPage(reply, await slipSheetPage({ ...parts, locale }));
  });

  app.get('/print/forums/:forum/stubs/:serial', (request, reply) => {
    only(request, (role) => mayCommand(role, 'enterSlip'));
    const { forum } = inForum.parse(request.params);
    const { question, locale: wanted } = wellFormed(stub, request.query);
    const { serial, tracking, entries } = slipOf(request);
    const code =
      question === undefined
        ? tracking
        : entries.find((each) => each.question === question)?.tracking;
    if (code === undefined) throw new HttpRefusal(404, 'questions.unknown');
    const title = hub.forums().find(({ id }) => id === forum)?.title ?? '';
    const parts = { forum, title, slips: [{ serial, code }], publicUrl: publicUrl() };
    return sendPage(reply, stubPage({ ...parts, locale: wanted ?? languageOf(title) }));
  });

  app.get('/print/print.js', (_request, reply) =>
    reply.header('content-type', 'text/javascript; charset=utf-8').send(PRINT_SCRIPT),
  );

  /** Errors: 401 `access.signed_out`, 403 `forbidden`. */
  function only(request: FastifyRequest, may: (role: SignInRole) => boolean): void {
    if (!may(signedIn(access, request.raw).role)) throw new HttpRefusal(403, 'forbidden');
  }
  /** Errors: 404 `slips.unknown`. */
  function slipOf(request: FastifyRequest): SlipStory {
    const { forum, serial } = wellFormed(oneSlip, request.params);
    const slip = hub.slip(forum, serial);
    if (!slip) throw new HttpRefusal(404, 'slips.unknown');
    return slip;
  }
}

function wellFormed<T extends z.ZodType>(schema: T, value: unknown): z.infer<T> {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new HttpRefusal(404, 'slips.unknown');
  return parsed.data;
}

/** What the forum calls itself tells its language. */
const languageOf = (title: string): PrintLocale => (/\p{Script=Han}/u.test(title) ? 'zh-CN' : 'en');

/** Codes stand on it: no browser keeps it. */
const sendPage = (reply: FastifyReply, html: string) =>
  reply
    .header('content-type', 'text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(html);
