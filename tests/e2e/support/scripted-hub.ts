/** A hub's end without a forum behind it: it serves the big screen and shows it whatever documents it is given. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Server } from 'socket.io';
import { instant, type Instant } from '@wenzheng/shared/time/instant';
import type { ViewOf } from '@wenzheng/shared/wire/views';
import type { ClientToHub, HubToClient, Json } from '@wenzheng/shared/wire/protocol';
import { PROTOCOL } from '@wenzheng/shared/wire/protocol';

export type Documents = ViewOf<'display'>['documents'];
/** Each layout takes of it what is its own. */
export type Shown = Documents & Partial<ViewOf<'stage'>['documents']>;

const DIST = fileURLToPath(new URL('../../../display/dist', import.meta.url));
const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};
const EPOCH = 'scripted';

export interface ScriptedHub {
  readonly base: string;
  now(): Instant;
  /** Answers the revision that the page holds once it has taken this in. */
  show(documents: Shown): number;
  close(): Promise<void>;
}

/** `start` is the hub's time at the beginning. */
export async function scriptHub(start: Instant, first: Shown): Promise<ScriptedHub> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://hub');
    const file = path.join(DIST, pathname.replace(/^\/display\/?/, '') || 'index.html');
    readFile(file).then(
      (body) => {
        response.setHeader('content-type', TYPES[path.extname(file)] ?? 'application/octet-stream');
        // As from the real hub: what is built is named after its content.
        if (file.includes('assets')) response.setHeader('cache-control', 'max-age=3600');
        response.end(body);
      },
      () => {
        response.statusCode = 404;
        response.end();
      },
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address !== 'object') throw new Error('no port to listen on');

  const began = performance.now();
  const now = (): Instant => instant(Math.round(start + performance.now() - began));
  let revision = 1;
  let shown = first;
  const snapshot = () => ({
    epoch: EPOCH,
    revision,
    documents: JSON.parse(JSON.stringify(shown)) as Record<string, Json>,
    collections: {},
  });
  const sockets = new Server<ClientToHub, HubToClient>(server);
  sockets.on('connection', (socket) => {
    socket.emit('hello', {
      protocol: PROTOCOL,
      now: now(),
      role: 'display',
      forum: shown.forum.id,
      epoch: EPOCH,
      revision,
      actor: null,
      mine: null,
    });
    socket.emit('snapshot', snapshot());
    socket.on('probe', (ack) => ack(now()));
    socket.on('resync', () => socket.emit('snapshot', snapshot()));
  });
  return {
    base: `http://127.0.0.1:${address.port}`,
    now,
    show: (documents) => {
      shown = documents;
      revision += 1;
      sockets.emit('snapshot', snapshot());
      return revision;
    },
    close: async () => {
      await sockets.close();
    },
  };
}
