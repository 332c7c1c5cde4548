/** Puts the hub together: database → hub → pages and sockets → listening; stopped in reverse. */
import type { AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import type { Logger } from 'pino';
import { SIGN_IN_ROLES } from '@wenzheng/shared/forum/access';
import { publicUrl, watchUrl } from './addresses';
import { buildApp } from './app';
import { localAdmin } from './cli/admin';
import { openAdminSocket } from './cli/admin-server';
import type { Config } from './config';
import { startHub, type Hub } from './engine/hub';
import { StatesAhead } from './engine/states-ahead';
import { openAccess, type Access } from './forum/access';
import { READING_STEPS } from './forum/questions';
import { loadScreens } from './http/assets';
import { identifier } from './http/identify';
import { Backups } from './journal/backups';
import { keysFolder, openLargeDatabase } from './journal/database';
import { socketServer } from './live/socket-server';
import { MediaFiles, mediaFolder } from './media/files';
import { countPagesApart } from './media/pdf-counter';
import { StageMedia } from './media/stage-media';
import { systemRandom, systemScheduler } from './ports/system';
import { Crowd } from './rehearsal/crowd';

const SEEN_EVERY_MS = 60_000;
/** Screens that come back after a restart are served first. */
const READING_STEP_EVERY_MS = 2_000;
/** Connections that may wait to be let in: after a restart thousands come within a second. */
const BACKLOG = 4_096;

export interface Started {
  readonly access: Access;
  /** Address that phones open, ending in `/`. */
  readonly url: string;
  stop(): Promise<void>;
}

/** What has been opened, to be closed in reverse order. */
class Opened {
  readonly #closers: (() => unknown)[] = [];
  add(close: () => unknown): void {
    this.#closers.push(close);
  }
  async closeAll(): Promise<void> {
    for (let close = this.#closers.pop(); close; close = this.#closers.pop()) await close();
  }
}

/**
 * `screensFolder` holds the built screens, a folder each.
 * Errors: StartError, ScreensMissing, and what the system says of address and files.
 */
export async function start(config: Config, screensFolder: string, log: Logger): Promise<Started> {
  const opened = new Opened();
  try {
    return await open(config, screensFolder, log, opened);
  } catch (error) {
    await opened.closeAll();
    throw error;
  }
}

async function open(
  config: Config,
  screensFolder: string,
  log: Logger,
  opened: Opened,
): Promise<Started> {
  const screens = loadScreens(screensFolder);
  const ahead = new StatesAhead(config.data);
  const inspector = new URL('./inspection-worker.js', import.meta.url);
  const database = await openLargeDatabase(config.data, inspector, () => ahead.read());
  opened.add(() => database.close());
  const hub = await startHub({ database, keysFolder: keysFolder(config.data), log, ahead });
  opened.add(() => hub.stop());
  const media = stageMedia(config, hub, log);
  opened.add(() => media.stop());
  const backups = new Backups(new URL('./backup-worker.js', import.meta.url));
  opened.add(() => backups.stop());

  const access = openAccess({ db: database.db, clock: hub.clock, random: systemRandom });
  let url = publicUrl(config, config.port, networkInterfaces());
  let ready = true;
  const app = await buildApp({
    access,
    hub,
    media,
    screens,
    publicUrl: () => url,
    ready: () => ready,
    log: log.child({}, { level: log.isLevelEnabled('debug') ? log.level : 'warn' }),
    audit: log,
  });
  access.sessions.whenEnded((actor) => hub.connections.signedOut(actor));
  const sockets = socketServer(app.server);
  hub.connections.attach(
    sockets,
    identifier(access, () => url),
    ({ role, actor }) => {
      if (SIGN_IN_ROLES.some((each) => each === role)) access.sessions.seen(actor);
    },
  );
  opened.add(keepSeen(access, log));
  opened.add(async () => {
    await sockets.close();
    await app.close();
  });
  await app.listen({ port: config.port, host: config.host, backlog: BACKLOG });
  const port = portOf(app.server.address()) ?? config.port;
  const openAt = (found: string): void => {
    url = found;
    hub.setJoin(url);
  };
  openAt(publicUrl(config, port, networkInterfaces()));
  opened.add(
    watchUrl({
      ...{ config, port, scheduler: systemScheduler, interfaces: networkInterfaces },
      inUse: () => url,
      changed: (found) => {
        openAt(found);
        log.info({ url }, 'phones open another address from now on');
      },
      failed: (error) => log.warn({ err: error }, 'the addresses of this machine were not found'),
    }),
  );
  const own = ownUrl(app.server.address());
  await hub.rehearsal.open(({ forum, people, language }) => {
    const cookies = Array.from({ length: people }, () => `wz_device=${access.devices.issue()}`);
    const program = new URL('./crowd-thread.js', import.meta.url);
    return new Crowd(program, { url: own, forum, cookies, language }, (error) =>
      log.error({ err: error }, 'the simulated audience ended'),
    );
  });

  const admin = localAdmin(
    access,
    async () => hub,
    () => url,
    (wish) =>
      backups.take({ ...wish, database: database.file, keysFolder: keysFolder(config.data) }),
  );
  opened.add(await openAdminSocket(config.data, admin, log));
  opened.add(prepareReading());
  const stop = () => {
    ready = false;
    return opened.closeAll();
  };
  return { access, url, stop };
}

/** Reads the dictionaries before the first question comes, each in a quiet moment; the returned function gives up. */
function prepareReading(): () => void {
  let cancel = (): void => undefined;
  const [...steps] = READING_STEPS;
  const next = (): void => {
    cancel = systemScheduler.later(READING_STEP_EVERY_MS, () => {
      const step = steps.shift();
      if (!step) return;
      step();
      next();
    });
  };
  next();
  return () => cancel();
}

/** Films and slides of all forums, in the data folder. */
function stageMedia({ data, largestClip }: Config, hub: Hub, log: Logger): StageMedia {
  const files = new MediaFiles(mediaFolder(data));
  const countPages = countPagesApart(new URL('./pdf-thread.js', import.meta.url), systemScheduler);
  const fault = (error: unknown) => log.error({ err: error }, 'a fault of films and slides');
  const ports = { files, countPages, largestClip, fault };
  return new StageMedia({ ...ports, hub, random: systemRandom, scheduler: systemScheduler });
}

/** Brings to the disk when devices were seen, now and then; the returned function does so for the last time. */
function keepSeen({ sessions }: Access, log: Logger): () => void {
  const write = (): void => {
    try {
      sessions.writeSeen();
    } catch (error) {
      log.error({ err: error }, 'when devices were seen could not be written down');
    }
  };
  let cancel = (): void => undefined;
  const again = (): void => {
    cancel = systemScheduler.later(SEEN_EVERY_MS, () => {
      write();
      again();
    });
  };
  again();
  return () => {
    cancel();
    write();
  };
}

/** The hub as this machine reaches it. */
function ownUrl(address: AddressInfo | string | null): string {
  if (address === null || typeof address === 'string') throw new Error('the hub listens nowhere');
  const { address: host, family, port } = address;
  const any = host === '0.0.0.0' || host === '::';
  if (any) return `http://127.0.0.1:${port}`;
  return family === 'IPv6' ? `http://[${host}]:${port}` : `http://${host}:${port}`;
}

const portOf = (address: AddressInfo | string | null): number | null =>
  address !== null && typeof address === 'object' ? address.port : null;
