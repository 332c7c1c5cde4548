/** The real Fastify application on a real SQLite file, with a stand-in for the hub and a clock moved by hand. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Writable } from 'node:stream';
import { buildApp } from '@wenzheng/server/src/app';
import { openAccess } from '@wenzheng/server/src/forum/access/index';
import type { Asset } from '@wenzheng/server/src/http/assets';
import type { SlipSheet } from '@wenzheng/server/src/forum/slips/index';
import type { HubPort, ListedForum } from '@wenzheng/server/src/http/hub-port';
import { openDatabase } from '@wenzheng/server/src/journal/database';
import { MediaFiles, mediaFolder } from '@wenzheng/server/src/media/files';
import { countPages } from '@wenzheng/server/src/media/pdf';
import { StageMedia } from '@wenzheng/server/src/media/stage-media';
import { systemRandom, systemScheduler } from '@wenzheng/server/src/ports/system';
import type { SlipStory } from '@wenzheng/shared/forum/slips';
import { instant } from '@wenzheng/shared/time/instant';
import { pino } from 'pino';
import { onTestFinished } from 'vitest';

export const PUBLIC_URL = 'http://192.168.1.5:8080/';
export const AUDIENCE_PAGE = '<!doctype html><head><!--view--></head><body></body>';
const START = 1_700_000_000_000;

export interface StandInHub extends HubPort {
  /** Live as `liveForums` says. */
  list: Pick<ListedForum, 'id' | 'title' | 'startsAt'>[];
  liveForums: string[];
  /** Actors with a live connection. */
  connected: string[];
  views: Record<string, string>;
  slips: { forum: string; slip: SlipStory }[];
  /** What any batch is printed as. */
  sheet: SlipSheet | null;
}

export function standInHub(): StandInHub {
  const hub: StandInHub = {
    storage: () => 'ok',
    list: [],
    liveForums: [],
    connected: [],
    views: {},
    slips: [],
    sheet: null,
    forums: () =>
      hub.list.map((forum) => ({
        ...forum,
        closedAt: null,
        live: hub.liveForums.includes(forum.id),
      })),
    live: () => (hub.liveForums.length === 1 ? (hub.liveForums[0] ?? null) : null),
    setLive: (forum, live) => {
      hub.liveForums = hub.liveForums.filter((each) => each !== forum);
      if (live) hub.liveForums.push(forum);
      return hub.list.some(({ id }) => id === forum);
    },
    underWay: () => false,
    setOnlyLive: (forum) => {
      hub.liveForums = [forum];
    },
    copyForum: async () => null,
    preparation: {
      file: () => null,
      make: async () => 'made',
      agendaSheet: async () => null,
      readAgendaSheet: async () => null,
    },
    votes: { ballots: () => null, opinions: () => null, map: () => null },
    rehearsal: { current: () => null, start: async () => null, end: async () => false },
    createForum: async (locale) => {
      const id = `forum-${hub.list.length + 1}`;
      hub.list.push({ id, title: locale, startsAt: instant(START) });
      return id;
    },
    page: (forum) => ({ revision: 1, json: hub.views[forum] ?? '{}' }),
    track: () => null,
    slip: (forum, serial) =>
      hub.slips.find((each) => each.forum === forum && each.slip.serial === serial)?.slip ?? null,
    slipPhoto: async () => null,
    takeIn: async () => null,
    medium: () => null,
    slipSheet: () => hub.sheet,
    lookUpQueue: async () => null,
    sheets: () => null,
    supporter: () => null,
    similarOnPhone: async () => [],
    searchQuestions: async () => ({ questions: [], total: 0 }),
    similarAtDesk: async () => [],
    readiness: async () => null,
    isConnected: (actor) => hub.connected.includes(actor),
  };
  return hub;
}

export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'wenzheng-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A clock that stands still until it is moved. */
export function handClock() {
  let now = START;
  return {
    now: () => instant(now),
    pass: (ms: number): void => {
      now += ms;
    },
  };
}

export async function testApp() {
  const database = openDatabase(temporaryFolder());
  const clock = handClock();
  const access = openAccess({ db: database.db, clock, random: systemRandom });
  const hub = standInHub();
  const assets = new Map<string, Asset>();
  const logged: string[] = [];
  const sink = new Writable({
    write: (chunk, _encoding, done) => {
      logged.push(String(chunk));
      done();
    },
  });
  const log = pino({ level: 'trace' }, sink);
  const media = new StageMedia({
    hub: { ...hub, namedMedia: () => null },
    ...{
      files: new MediaFiles(mediaFolder(temporaryFolder())),
      countPages,
      largestClip: 1_048_576,
    },
    ...{ random: systemRandom, scheduler: systemScheduler },
    fault: (error) => log.error({ err: error }),
  });
  let ready = true;
  let publicUrl = PUBLIC_URL;
  const app = await buildApp({
    access,
    hub,
    media,
    screens: { audiencePage: AUDIENCE_PAGE, assets },
    publicUrl: () => publicUrl,
    ready: () => ready,
    log,
    audit: log,
  });
  onTestFinished(async () => {
    await app.close();
    await media.stop();
    database.close();
  });
  const stopBeingReady = (): void => {
    ready = false;
  };
  const openAt = (url: string): void => {
    publicUrl = url;
  };
  return { app, access, hub, assets, clock, logged, stopBeingReady, openAt };
}

/** A browser: keeps the cookies it is given and sends them again. */
export function browser(app: Awaited<ReturnType<typeof testApp>>['app']) {
  const cookies: Record<string, string> = {};
  type Options = { payload?: object; headers?: Record<string, string> };
  const send = async (
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    url: string,
    options: Options = {},
  ) => {
    const response = await app.inject({ method, url, cookies, ...options });
    for (const { name, value } of response.cookies) {
      if (value === '') delete cookies[name];
      else cookies[name] = value;
    }
    return response;
  };
  return {
    cookies,
    get: (url: string, options?: Options) => send('GET', url, options),
    post: (url: string, payload: object, options?: Options) =>
      send('POST', url, { payload, ...options }),
    patch: (url: string, payload: object) => send('PATCH', url, { payload }),
    put: (url: string, payload: object) => send('PUT', url, { payload }),
    delete: (url: string) => send('DELETE', url),
    /** Presses the button of a page without fields. */
    submit: (url: string) =>
      app.inject({
        method: 'POST',
        url,
        cookies,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload: '',
      }),
  };
}
