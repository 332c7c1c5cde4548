/** The hub's pages and API as one Fastify application; sockets are attached to its server by start.ts. */
import Fastify, { LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import type { Access } from './forum/access';
import { accessRoutes } from './http/access-routes';
import { agendaSheetRoutes } from './http/agenda-sheet-routes';
import { answerErrors } from './http/answers';
import { assetRoutes } from './http/asset-routes';
import type { Screens } from './http/assets';
import { audienceRoutes } from './http/audience-routes';
import type { Audit } from './http/audit';
import { enterRoutes } from './http/enter-routes';
import { allowCookies } from './http/cookies';
import type { HubPort } from './http/hub-port';
import { forumRoutes } from './http/forum-routes';
import { mediaRoutes } from './http/media-routes';
import { questionRoutes } from './http/question-routes';
import { secure } from './http/security';
import { printRoutes } from './http/print/print-routes';
import { queueRoutes } from './http/queue-routes';
import { readinessRoutes } from './http/readiness-routes';
import { rehearsalRoutes } from './http/rehearsal-routes';
import { sessionRoutes } from './http/session-routes';
import { slipPhotoRoutes } from './http/slip-photo-routes';
import { slipRoutes } from './http/slip-routes';
import { supporterRoutes } from './http/supporter-routes';
import { opinionMapRoutes } from './http/opinion-map-routes';
import { votesRoutes } from './http/votes-routes';
import { trackRoutes } from './http/track-routes';
import { uploadRoutes } from './http/upload-routes';
import type { StageMedia } from './media/stage-media';

const BODY_LIMIT = 16 * 1_024;
/** How long the head of a request and all of it may take to come, and how often that is looked at (ms). */
const PATIENCE = { head: 10_000, whole: 15_000, look: 2_000 } as const;

const noSchemas = () => () => {
  throw new Error('what comes in is read with zod, in the route: no route has a schema of its own');
};

export interface AppParts {
  readonly access: Access;
  readonly hub: HubPort;
  readonly media: StageMedia;
  readonly screens: Screens;
  /** Address that phones open, ending in `/`. */
  readonly publicUrl: () => string;
  /** False once the hub is asked to stop. */
  readonly ready: () => boolean;
  readonly log: FastifyBaseLogger;
  readonly audit: Audit;
}

export async function buildApp(parts: AppParts): Promise<FastifyInstance> {
  const { access, hub, screens, publicUrl, ready, log, audit } = parts;
  const app = Fastify({
    loggerInstance: log,
    // Addresses carry sign-in tokens and tracking codes: only what fails is logged, by its route.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT,
    // Fastify's own compilers of schemas, which nothing uses, are a twentieth of a start.
    schemaController: {
      compilersFactory: { buildValidator: noSchemas, buildSerializer: noSchemas },
    },
    forceCloseConnections: true,
    requestTimeout: PATIENCE.whole,
    http: {
      headersTimeout: PATIENCE.head,
      requestTimeout: PATIENCE.whole,
      connectionsCheckingInterval: PATIENCE.look,
    },
  });
  app.removeContentTypeParser('text/plain');
  answerErrors(app);
  secure(app, publicUrl);
  await allowCookies(app, publicUrl);
  app.addHook('onRequest', (request, reply, done) => {
    if (request.url.startsWith('/api/')) void reply.header('cache-control', 'no-store');
    done();
  });

  app.get('/healthz', (_request, reply) =>
    reply
      .code(ready() ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ status: ready() ? 'ready' : 'stopping', storage: hub.storage() }),
  );
  sessionRoutes(app, access, audit);
  accessRoutes(app, parts);
  forumRoutes(app, access, hub, publicUrl);
  await agendaSheetRoutes(app, access, hub);
  trackRoutes(app, access, hub);
  slipRoutes(app, parts);
  slipPhotoRoutes(app, parts);
  queueRoutes(app, access, hub);
  supporterRoutes(app, access, hub);
  mediaRoutes(app, parts);
  uploadRoutes(app, parts);
  printRoutes(app, access, hub);
  questionRoutes(app, access, hub);
  readinessRoutes(app, access, hub);
  rehearsalRoutes(app, access, hub);
  opinionMapRoutes(app, access, hub);
  votesRoutes(app, access, hub);
  await enterRoutes(app, access, audit);
  audienceRoutes(app, access, hub, screens.audiencePage);
  assetRoutes(app, screens.assets);
  return app;
}
