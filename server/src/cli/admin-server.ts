/**
 * The running hub's ear for the command line: a socket that only the owner of the data folder can open, so
 * that whoever asks needs no further proof.
 */
import { rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { FastifyBaseLogger } from 'fastify';
import { BackupFailed } from '../journal/backup-failed';
import { adminRequests, type Admin } from './admin';
import { adminAddressInside, adminAddressOutside, forgetAdminAddress } from './admin-address';

const BODY_LIMIT = 4_096;
const OWNER_ONLY = 0o177;

/** Listens until the returned function is called. The caller holds the lock of the folder. */
export async function openAdminSocket(
  data: string,
  admin: Admin,
  log: FastifyBaseLogger,
): Promise<() => Promise<void>> {
  const server = createServer((request, response) => {
    const answer = (status: number, body: object) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    handle(admin, request).then(
      (body) => answer(body ? 200 : 404, body ?? { code: 'not_found' }),
      (error: unknown) => {
        if (error instanceof BackupFailed)
          return answer(409, { code: error.code, file: error.file });
        log.error({ err: error }, 'admin request failed');
        return answer(500, { code: 'internal' });
      },
    );
  });
  await listenFor(server, data);
  return () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
      forgetAdminAddress(data);
    });
}

/** Sticks and shares have file systems on which no socket can lie. */
async function listenFor(server: Server, data: string): Promise<void> {
  const inside = adminAddressInside(data);
  try {
    if (inside !== null) return await listenAsOwner(server, inside);
  } catch {
    // What keeps it from being elsewhere, too, is told.
  }
  await listenAsOwner(server, adminAddressOutside(data));
}

/** The file is made while listening begins, so the mask has to stand before. */
function listenAsOwner(server: Server, address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    rmSync(address, { force: true }); // left by a hub that was killed
    server.once('error', reject);
    const mask = process.umask(OWNER_ONLY);
    server.listen(address, resolve);
    process.umask(mask);
  });
}

async function handle(admin: Admin, request: IncomingMessage): Promise<object | null> {
  if (request.method !== 'POST') return null;
  const body = await readJson(request);
  switch (request.url) {
    case '/access':
      return { url: await admin.access(adminRequests['/access'].request.parse(body)) };
    case '/seed':
      return admin.seed(adminRequests['/seed'].request.parse(body).locale);
    case '/backup':
      return admin.backup(adminRequests['/backup'].request.parse(body));
    default:
      return null;
  }
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  let text = '';
  request.setEncoding('utf8');
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > BODY_LIMIT) throw new Error('admin request too large');
  }
  return JSON.parse(text);
}
