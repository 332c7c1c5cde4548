/** The hub as `npm start` starts it, in this process, with pages that stand in for the built ones. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Config } from '@wenzheng/server/src/config';
import { start, type Started } from '@wenzheng/server/src/start';
import type { CommandInput } from '@wenzheng/shared/forum/commands';
import { isVote } from '@wenzheng/shared/forum/votes';
import { PROTOCOL, type Ack, type Hello, type Snapshot } from '@wenzheng/shared/wire/protocol';
import { pino } from 'pino';
import { io, type Socket } from 'socket.io-client';
import { onTestFinished } from 'vitest';
import { temporaryFolder } from './test-app';

export const SILENT = pino({ level: 'silent' });

/** Where the hub finds its pages. */
export function standInScreens(): string {
  const root = temporaryFolder();
  for (const screen of ['audience', 'console', 'display']) {
    mkdirSync(path.join(root, screen, 'dist'), { recursive: true });
    writeFileSync(path.join(root, screen, 'dist/index.html'), `<!--view-->${screen}`);
  }
  return root;
}

export const configFor = (data: string, over: Partial<Config> = {}): Config => ({
  ...{ port: 0, host: '127.0.0.1', data, publicUrl: null, logLevel: 'silent' },
  largestClip: 1_048_576,
  ...over,
});

/** Ended with the test. `log`: where it writes what it logs. */
export async function startedHub(data: string, log = SILENT): Promise<Started> {
  const hub = await start(configFor(data), standInScreens(), log);
  onTestFinished(() => hub.stop());
  return hub;
}

/** A connection that has been greeted; its commands are numbered as a page numbers them. */
export async function connected(url: string, client: string, cookie: string) {
  const socket: Socket = io(url, {
    transports: ['websocket'],
    extraHeaders: { cookie },
    auth: { protocol: PROTOCOL, client, forum: null, held: null },
    reconnection: false,
    forceNew: true,
  });
  onTestFinished(() => void socket.close());
  const snapshot = new Promise<Snapshot>((resolve) => socket.once('snapshot', resolve));
  const hello = await new Promise<Hello>((resolve, reject) => {
    socket.on('hello', resolve);
    socket.on('connect_error', reject);
  });
  let counter = 0;
  const does = async (command: CommandInput): Promise<Ack> => {
    counter += 1;
    const frame = { id: [isVote(command) ? 'vote' : `${client}-page`, counter], command };
    return (await socket.emitWithAck('command', frame)) as Ack;
  };
  return { hello, snapshot, does };
}
