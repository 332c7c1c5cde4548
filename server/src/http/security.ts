/**
 * Headers that keep pages to themselves. Nothing here may ask for TLS: in a hall the hub speaks plain HTTP.
 * The referrer stays within the hub, as without one browsers hide the origin of a form.
 */
import type { FastifyInstance } from 'fastify';
import helmet from 'helmet';
import { HttpRefusal } from './answers';
import { isSameOrigin } from './same-origin';

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

export function secure(app: FastifyInstance, publicUrl: () => string): void {
  // Made once; Fastify's plugin makes the same anew for each request, which was 4 % of what a joining phone costs.
  const protect = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        scriptSrcAttr: ["'none'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        connectSrc: ["'self'", 'ws:', 'wss:'],
        fontSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'self'"],
      },
    },
    strictTransportSecurity: false,
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
    referrerPolicy: { policy: 'same-origin' },
  });
  app.addHook('onRequest', (request, reply, done) => {
    protect(request.raw, reply.raw, () => undefined);
    const isAllowed = READING.has(request.method) || isSameOrigin(request.headers, publicUrl());
    if (isAllowed) done();
    else done(new HttpRefusal(403, 'cross_origin'));
  });
}
