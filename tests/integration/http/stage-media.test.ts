/** Films and slides over HTTP: who may bring them, how they come in and how they are read again. */
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { SignInRole } from '@wenzheng/shared/forum/access';
import { describe, expect, test } from 'vitest';
import { media } from '../../support/media';
import { pdfOf } from '../../support/pdf';
import { startedHub } from '../../support/started-hub';
import { temporaryFolder } from '../../support/test-app';

const FILM = readFileSync(media('film.mp4'));

async function open() {
  const data = temporaryFolder();
  const hub = await startedHub(data);
  const cookieOf = (role: SignInRole): string =>
    `wz_session=${hub.access.sessions.begin(role, role, '').token}`;
  const cookie = cookieOf('admin');
  const call = (
    method: string,
    address: string,
    body: object | Uint8Array | null = null,
    headers: Record<string, string> = {},
    by = cookie,
  ): Promise<Response> => {
    const isBytes = body instanceof Uint8Array;
    return fetch(new URL(address, hub.url), {
      method,
      headers: {
        ...{ cookie: by, ...headers },
        ...(body && {
          'content-type': isBytes ? 'application/octet-stream' : 'application/json',
        }),
      },
      ...(body && { body: isBytes ? Buffer.from(body) : JSON.stringify(body) }),
    });
  };
  const made = await call('POST', '/api/forums', { template: 'built-in', locale: 'en' });
  const { id: forum } = (await made.json()) as { id: string };
  const uploads = `/api/forums/${forum}/uploads`;
  const begin = async (kind: string, bytes: number): Promise<string> => {
    const answer = await call('POST', uploads, { kind, bytes });
    return `${uploads}/${((await answer.json()) as { upload: string }).upload}`;
  };
  const upload = async (kind: string, bytes: Uint8Array): Promise<string> => {
    const address = await begin(kind, bytes.length);
    await call('PUT', `${address}/0`, bytes);
    const ended = await call('POST', `${address}/end`, { name: kind });
    return ((await ended.json()) as { media: string }).media;
  };
  const files = (): string[] => {
    const folder = path.join(data, 'media');
    return existsSync(folder) ? readdirSync(folder) : [];
  };
  return { hub, data, forum, uploads, call, cookieOf, begin, upload, files };
}

describe('a file', () => {
  test('comes in pieces, and is read again whole or in part', async () => {
    const { forum, call, begin, files } = await open();
    const address = await begin('clip', FILM.length);
    const first = await call('PUT', `${address}/0`, FILM.subarray(0, 2_000));
    expect(await first.json()).toEqual({ received: 2_000 });
    await call('PUT', `${address}/2000`, FILM.subarray(2_000));
    const ended = await call('POST', `${address}/end`, { name: 'The film' });
    expect(ended.status).toBe(200);
    const { media: id } = (await ended.json()) as { media: string };
    expect(files()).toEqual([id]);

    const whole = await call('GET', `/media/${forum}/${id}`, null, {}, '');
    expect(whole.status).toBe(200);
    expect(whole.headers.get('content-type')).toBe('video/mp4');
    expect(whole.headers.get('x-content-type-options')).toBe('nosniff');
    expect(whole.headers.get('content-security-policy')).toContain('sandbox');
    expect(Buffer.from(await whole.arrayBuffer()).equals(FILM)).toBe(true);

    const part = await call('GET', `/media/${forum}/${id}`, null, { range: 'bytes=100-199' });
    expect(part.status).toBe(206);
    expect(part.headers.get('content-range')).toBe(`bytes 100-199/${FILM.length}`);
    expect(Buffer.from(await part.arrayBuffer()).equals(FILM.subarray(100, 200))).toBe(true);
    // As a browser reads the head of an MP4 that has it at its end.
    const end = await call('GET', `/media/${forum}/${id}`, null, { range: 'bytes=-50' });
    expect(Buffer.from(await end.arrayBuffer()).equals(FILM.subarray(-50))).toBe(true);
    const none = await call('GET', `/media/${forum}/${id}`, null, { range: 'bytes=999999-' });
    expect([none.status, none.headers.get('content-range')]).toEqual([
      416,
      `bytes */${FILM.length}`,
    ]);
    for (const range of ['bytes=9-1', 'bytes=0-1,5-9', 'lines=1-2', 'bytes=-'])
      expect((await call('GET', `/media/${forum}/${id}`, null, { range })).status).toBe(200);
    const known = await call('GET', `/media/${forum}/${id}`, null, { 'if-none-match': `"${id}"` });
    expect(known.status).toBe(304);
  });

  test('is of its forum, and gone when it is deleted', async () => {
    const { data, forum, call, upload } = await open();
    const id = await upload('clip', FILM);
    expect((await call('GET', `/media/${forum}/${id}`)).status).toBe(200);
    expect((await call('GET', `/media/other/${id}`)).status).toBe(404);
    for (const name of ['..%2fwenzheng.sqlite', '..', `${id}.part`, '__proto__'])
      expect((await call('GET', `/media/${forum}/${name}`)).status).toBe(404);
    rmSync(path.join(data, 'media', id));
    expect((await call('GET', `/media/${forum}/${id}`)).status).toBe(404);
  });

  test.each([
    ['not_media', 'clip', Buffer.from('#!/bin/sh'), 415],
    ['not_media', 'slides', FILM, 415],
    ['damaged', 'clip', FILM.subarray(0, 2_000), 409],
    ['damaged', 'slides', pdfOf(9).subarray(0, 1_500), 409],
  ])('that is %s leaves nothing behind', async (code, kind, bytes, status) => {
    const { call, begin, files } = await open();
    const address = await begin(kind, bytes.length);
    await call('PUT', `${address}/0`, bytes);
    const ended = await call('POST', `${address}/end`, { name: 'x' });
    expect([ended.status, await ended.json()]).toEqual([status, { code: `media.${code}` }]);
    expect(files()).toEqual([]);
  });

  test('that is given up leaves nothing behind', async () => {
    const { call, begin, files } = await open();
    const address = await begin('clip', FILM.length);
    await call('PUT', `${address}/0`, FILM.subarray(0, 2_000));
    expect(files()).toHaveLength(1);
    expect((await call('DELETE', address)).status).toBe(204);
    expect(files()).toEqual([]);
    expect((await call('PUT', `${address}/2000`, FILM.subarray(2_000))).status).toBe(404);
  });

  test('comes as bytes, in its place and to an upload that there is', async () => {
    const { call, begin, uploads, files } = await open();
    const address = await begin('clip', 10);
    const put = (place: string, body: object | Uint8Array = new Uint8Array(10)) =>
      call('PUT', place, body);
    expect(await (await put(`${address}/0`, { a: 1 })).json()).toEqual({ received: 0 });
    for (const offset of ['-1', '1.5', 'x', '1e999', '%00'])
      expect((await put(`${address}/${offset}`)).status, offset).toBe(400);
    for (const other of ['..%2f..%2fx', '__proto__', 'f'.repeat(32)])
      expect((await put(`${uploads}/${other}/0`)).status, other).toBe(404);
    expect((await put(`/api/forums/..%2f../uploads/x/0`)).status).toBe(404);
    // More than was said, or than a piece may have, is not written.
    expect((await put(`${address}/0`, new Uint8Array(11))).status).toBe(413);
    expect(files()).toHaveLength(1);
  });

  test('is refused when it is larger than a hub takes', async () => {
    const { call, uploads, begin } = await open();
    const large = await call('POST', uploads, { kind: 'clip', bytes: 2_000_000 });
    expect([large.status, await large.json()]).toEqual([413, { code: 'media.too_large' }]);
    const address = await begin('clip', 10);
    const more = await call('PUT', `${address}/0`, new Uint8Array(1_048_577));
    expect(more.status).toBe(413);
  });
});

describe('those who may not', () => {
  test.each<SignInRole>(['host', 'moderator', 'volunteer', 'kiosk'])(
    '%s sends nothing',
    async (role) => {
      const { call, cookieOf, uploads, files } = await open();
      const by = cookieOf(role);
      const wish = { kind: 'clip', bytes: 10 };
      expect((await call('POST', uploads, wish, {}, by)).status).toBe(403);
      expect((await call('PUT', `${uploads}/x/0`, new Uint8Array(9), {}, by)).status).toBe(403);
      expect(files()).toEqual([]);
    },
  );
  test('nobody signed in sends nothing, nor does another site', async () => {
    const { call, uploads } = await open();
    const wish = { kind: 'clip', bytes: 10 };
    expect((await call('POST', uploads, wish, {}, '')).status).toBe(401);
    const origin = { origin: 'http://evil.example' };
    expect((await call('POST', uploads, wish, origin)).status).toBe(403);
  });
});

test('what was not recorded is deleted with the next start', async () => {
  const { data, hub, forum, begin, upload, call, files } = await open();
  const kept = await upload('clip', FILM);
  await begin('clip', FILM.length);
  await hub.stop();
  const again = await startedHub(data);
  expect(files()).toEqual([kept]);
  const address = new URL(`/media/${forum}/${kept}`, again.url).href;
  expect((await call('GET', address)).status).toBe(200);
});

test('a copy of a forum has its films, after a restart, too', async () => {
  const { hub, data, forum, upload, call, files } = await open();
  const film = await upload('clip', FILM);
  const made = await call('POST', '/api/forums', { template: 'copy', forum });
  const { id: copy } = (await made.json()) as { id: string };
  expect((await call('GET', `/media/${copy}/${film}`)).status).toBe(200);
  await hub.stop();
  const again = await startedHub(data);
  expect(files()).toEqual([film]);
  const address = new URL(`/media/${copy}/${film}`, again.url);
  expect((await fetch(address)).status).toBe(200);
});
