/** Pages of console and display, and every file the three screens are made of. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Asset } from './assets';

export const takesGzip = (request: FastifyRequest): boolean =>
  /\bgzip\b(?!\s*;\s*q=0(?![.\d]))/.test(String(request.headers['accept-encoding'] ?? ''));

export function assetRoutes(app: FastifyInstance, assets: ReadonlyMap<string, Asset>): void {
  app.get('/*', (request, reply) => {
    const [url = '/'] = request.url.split('?', 1);
    const asset = assets.get(url) ?? assets.get(`${url}/`);
    if (!asset) return reply.callNotFound();
    return sendAsset(asset, request, reply);
  });
}

function sendAsset(asset: Asset, request: FastifyRequest, reply: FastifyReply) {
  void reply.header('cache-control', asset.cache).header('etag', asset.etag);
  if (asset.gzip) void reply.header('vary', 'accept-encoding');
  if (request.headers['if-none-match'] === asset.etag) return reply.code(304).send();
  void reply.header('content-type', asset.type);
  if (!asset.gzip || !takesGzip(request)) return reply.send(asset.body);
  return reply.header('content-encoding', 'gzip').send(asset.gzip);
}
