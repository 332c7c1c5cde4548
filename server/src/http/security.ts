/**
 * Headers that keep pages to themselves. Nothing here may ask for TLS: in a hall the hub speaks plain HTTP.
 * The referrer stays within the hub, as without one browsers hide the origin of a form.
 */
import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';
import { HttpRefusal } from './answers';
import { isSameOrigin } from './same-origin';

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

export async function secure(app: FastifyInstance, publicUrl: () => string): Promise<void> {
  await app.register(helmet, {
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
  app.addHook('onRequest', async (request) => {
    if (READING.has(request.method) || isSameOrigin(request.headers, publicUrl())) return;
    throw new HttpRefusal(403, 'cross_origin');
  });
}
