import { existsSync, readdirSync, readFileSync, statfsSync, writeFileSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { MediaFiles, mediaFolder } from '@wenzheng/server/src/media/files';
import { countPages } from '@wenzheng/server/src/media/pdf';
import { Uploads, type Progress } from '@wenzheng/server/src/media/uploads';
import type { StoredFile } from '@wenzheng/server/src/forum/media/index';
import { systemRandom } from '@wenzheng/server/src/ports/system';
import type { Ack } from '@wenzheng/shared/wire/protocol';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { media } from '../../../support/media';
import { pdfOf } from '../../../support/pdf';
import { temporaryFolder } from '../../../support/test-app';

const FILM = readFileSync(media('film.mp4'));

/** Whose handles write `most` bytes at a time. */
class FilesThatFit extends MediaFiles {
  readonly #most: number;
  constructor(folder: string, most: number) {
    super(folder);
    this.#most = most;
  }
  override async begin(media: string): Promise<FileHandle> {
    const file = await super.begin(media);
    const write = file.write.bind(file);
    const little = (bytes: Uint8Array, from: number, length: number, at: number) =>
      write(bytes, from, Math.min(length, this.#most), at);
    return Object.assign(file, { write: little });
  }
}

function place(over: Partial<ConstructorParameters<typeof Uploads>[0]> = {}) {
  const data = temporaryFolder();
  const folder = mediaFolder(data);
  const files = new MediaFiles(folder);
  const timers = new Set<() => void>();
  const faults: unknown[] = [];
  const uploads = new Uploads({
    ...{ files, random: systemRandom, countPages, largestClip: 100_000 },
    scheduler: {
      later: (_, run) => {
        timers.add(run);
        return () => void timers.delete(run);
      },
    },
    fault: (error) => void faults.push(error),
    ...over,
  });
  onTestFinished(() => uploads.stop());
  const stored: StoredFile[] = [];
  const record = async (file: StoredFile): Promise<Ack> => {
    stored.push(file);
    return { ok: true };
  };
  const names = (): string[] => (existsSync(folder) ? readdirSync(folder) : []);
  const begin = async (bytes: number, kind: 'clip' | 'slides' = 'clip'): Promise<string> => {
    const begun = await uploads.begin({ forum: 'f1', kind, bytes });
    if (typeof begun === 'string') throw new Error(begun);
    return begun.upload;
  };
  const runTimers = async (): Promise<void> => {
    for (const run of [...timers]) run();
    await vi.waitFor(() => expect(names()).toEqual([]));
  };
  return { uploads, data, folder, files, stored, record, names, begin, runTimers, faults };
}

describe('a file that comes in pieces', () => {
  test('is whole under its name once it is recorded', async () => {
    const { uploads, folder, stored, record, names, begin } = place();
    const id = await begin(FILM.length);
    expect(id).toMatch(/^[0-9a-f]{32}$/);
    expect(await uploads.piece('f1', id, 0, FILM.subarray(0, 1_000))).toEqual({ received: 1_000 });
    expect(names()).toEqual([`${id}.part`]);
    await uploads.piece('f1', id, 1_000, FILM.subarray(1_000));
    expect(await uploads.end('f1', id, record)).toEqual({ ok: true });
    expect(stored).toEqual([
      { id, kind: 'clip', type: 'video/mp4', bytes: FILM.length, length: 3_000, pages: null },
    ]);
    expect(readFileSync(path.join(folder, id)).equals(FILM)).toBe(true);
    expect(names()).toEqual([id]);
    // Its answer was lost: it is told the same again.
    expect(await uploads.end('f1', id, record)).toEqual({ ok: true });
    expect(stored).toHaveLength(1);
  });

  test('is whole although the system takes less at a time than it is given', async () => {
    const folder = mediaFolder(temporaryFolder());
    const { uploads, record, begin } = place({ files: new FilesThatFit(folder, 700) });
    const id = await begin(FILM.length);
    expect(await uploads.piece('f1', id, 0, FILM)).toEqual({ received: FILM.length });
    expect(await uploads.end('f1', id, record)).toEqual({ ok: true });
    expect(readFileSync(path.join(folder, id)).equals(FILM)).toBe(true);
  });

  test('takes each piece once, however often and in whatever order it comes', async () => {
    const { uploads, folder, record, begin } = place();
    const id = await begin(FILM.length);
    const send = (from: number, to: number): Promise<Progress> =>
      uploads.piece('f1', id, from, FILM.subarray(from, to));
    await Promise.all([send(0, 500), send(0, 500), send(500, 1_000), send(0, 500)]);
    expect(await send(2_000, 2_100)).toEqual({ received: 1_000 });
    await send(1_000, FILM.length);
    await uploads.end('f1', id, record);
    expect(readFileSync(path.join(folder, id)).equals(FILM)).toBe(true);
  });

  test.each<[string, (parts: ReturnType<typeof place>, id: string) => Promise<unknown>]>([
    ['is given up', (parts) => parts.runTimers()],
    ['is not wanted any more', ({ uploads }, id) => uploads.drop('f1', id)],
    ['is cut off by the end of the hub', ({ uploads }) => uploads.stop()],
    ['is said to be whole too soon', ({ uploads, record }, id) => uploads.end('f1', id, record)],
  ])('leaves nothing when it %s', async (_, end) => {
    const parts = place();
    const id = await parts.begin(FILM.length);
    await parts.uploads.piece('f1', id, 0, FILM.subarray(0, 1_000));
    await end(parts, id);
    expect(parts.names()).toEqual([]);
    expect(parts.stored).toEqual([]);
  });

  test('leaves nothing when it is none of the kinds, or the forum refuses it', async () => {
    const { uploads, stored, record, names, begin } = place();
    const text = Buffer.from('#!/bin/sh\necho');
    const id = await begin(text.length);
    await uploads.piece('f1', id, 0, text);
    expect(await uploads.end('f1', id, record)).toEqual({ ok: false, code: 'media.not_media' });
    const slides = pdfOf(2);
    const other = await begin(slides.length, 'slides');
    await uploads.piece('f1', other, 0, slides);
    const refuse = async (): Promise<Ack> => ({ ok: false, code: 'media.too_many' });
    expect(await uploads.end('f1', other, refuse)).toEqual({ ok: false, code: 'media.too_many' });
    expect(names()).toEqual([]);
    expect(stored).toEqual([]);
  });

  test('stays when nobody knows whether it was recorded', async () => {
    const { uploads, names, begin } = place();
    const id = await begin(FILM.length);
    await uploads.piece('f1', id, 0, FILM);
    await uploads.end('f1', id, async () => ({ ok: false, code: 'unknown_outcome' }));
    await uploads.stop();
    expect(names()).toEqual([id]);
  });

  test('is refused where it is too large, belongs elsewhere, or nobody has begun it', async () => {
    const { uploads, record, begin } = place();
    expect(await uploads.begin({ forum: 'f1', kind: 'clip', bytes: 100_001 })).toBe(
      'media.too_large',
    );
    const id = await begin(10);
    expect(await uploads.piece('f1', id, 0, new Uint8Array(11))).toBe('media.too_large');
    expect(await uploads.piece('f2', id, 0, new Uint8Array(1))).toBe('media.no_upload');
    expect(await uploads.end('f1', '../x', record)).toMatchObject({ code: 'media.no_upload' });
    const wish = { forum: 'f1', kind: 'clip', bytes: 10 } as const;
    const more = await Promise.all([1, 2, 3, 4, 5].map(() => uploads.begin(wish)));
    expect(more.filter((each) => each === 'busy')).toHaveLength(2);
  });

  test('is refused before the disk is too full for the forum', async () => {
    const { uploads } = place({ largestClip: Number.MAX_SAFE_INTEGER });
    const wish = { forum: 'f1', kind: 'clip', bytes: 2 ** 52 } as const;
    expect(await uploads.begin(wish)).toBe('media.no_room');
  });

  test('is refused where those that are still coming need the room', async () => {
    const { uploads, data } = place({ largestClip: Number.MAX_SAFE_INTEGER });
    const { bavail, bsize } = statfsSync(data);
    const most = Math.floor((bavail * bsize - 256 * 1_048_576) * 0.75);
    const wish = { forum: 'f1', kind: 'clip', bytes: most } as const;
    expect(await uploads.begin(wish)).toHaveProperty('upload');
    expect(await uploads.begin(wish)).toBe('media.no_room');
  });
});

describe('files', () => {
  test('are swept by name, and parts of an earlier run go', async () => {
    const { folder, files, names } = place();
    const [kept, gone] = ['a'.repeat(32), 'b'.repeat(32)];
    files.forgetParts();
    await files.hasRoom(0);
    for (const name of [kept, gone, `${gone}.part`, 'notes.txt'])
      writeFileSync(path.join(folder, name), '');
    files.sweep(new Set([kept]));
    files.forgetParts();
    expect(names().sort()).toEqual([kept, 'notes.txt'].sort());
  });

  test.each(['..', '../keys', 'a', 'A'.repeat(32), `${'a'.repeat(31)}/`, `${'a'.repeat(32)}.part`])(
    'are not found under %j',
    (name) => {
      expect(place().files.pathOf(name)).toBeNull();
    },
  );
});
