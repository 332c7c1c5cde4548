/** What files are told to be, from their contents: real ones, and what people and attackers send instead. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { MediaKind } from '@wenzheng/shared/forum/media';
import { inspectMedia } from '@wenzheng/server/src/media/inspect';
import { countPages } from '@wenzheng/server/src/media/pdf';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { media } from '../../../support/media';
import { pdfOf } from '../../../support/pdf';
import { temporaryFolder } from '../../../support/test-app';

async function told(bytes: Uint8Array, kind: MediaKind) {
  const file = path.join(temporaryFolder(), 'file');
  writeFileSync(file, bytes);
  return inspectMedia(file, kind, countPages);
}
const mp4 = readFileSync(media('film.mp4'));
const webm = readFileSync(media('film.webm'));

const matroska = Buffer.from(webm);
matroska.write('mkv ', matroska.indexOf('webm'), 'latin1');

/** A box of an MP4. */
function box(type: string, ...contents: Uint8Array[]): Buffer {
  const body = Buffer.concat(contents);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length + 8);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, body]);
}
function mvhd(version: 0 | 1, scale: number, length: number): Buffer {
  const body = Buffer.alloc(108);
  body[0] = version;
  body.writeUInt32BE(scale, version === 1 ? 20 : 12);
  if (version === 1) body.writeBigUInt64BE(BigInt(length), 24);
  else body.writeUInt32BE(length, 16);
  return box('mvhd', body);
}
const ftyp = box('ftyp', Buffer.from('isom'));
const made = (header: Buffer): Buffer =>
  Buffer.concat([ftyp, box('mdat', Buffer.alloc(9)), box('moov', header)]);

describe('a film', () => {
  test('is an MP4 or a WebM, and says how long it is', async () => {
    expect(await told(mp4, 'clip')).toEqual({ type: 'video/mp4', length: 3_000, pages: null });
    const found = await told(webm, 'clip');
    expect(found).toMatchObject({ type: 'video/webm', pages: null });
    if (typeof found === 'string') throw new Error(found);
    expect(Math.abs((found.length ?? 0) - 40_000)).toBeLessThan(200);
  });

  test.each<[string, Uint8Array, unknown]>([
    ['text', Buffer.from('hello'), 'media.not_media'],
    ['nothing', new Uint8Array(), 'media.not_media'],
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>'), 'media.not_media'],
    ['a PDF', pdfOf(1), 'media.not_media'],
    ['a program', Buffer.from('\x7fELF\x02\x01\x01'), 'media.not_media'],
    ['a Matroska that is no WebM', matroska, 'media.not_media'],
    ['half an MP4', mp4.subarray(0, mp4.length / 2), 'media.damaged'],
    ['half a WebM', webm.subarray(0, webm.length / 2), 'media.damaged'],
    ['an MP4 without a film', ftyp, 'media.damaged'],
    ['an MP4 without a head', made(box('free', Buffer.alloc(8))), 'media.damaged'],
    ['an MP4 of no length', made(mvhd(0, 1_000, 0)), 'media.no_length'],
    ['an MP4 of no scale', made(mvhd(0, 0, 9)), 'media.no_length'],
    ['a blink', made(mvhd(0, 1_000, 100)), 'media.no_length'],
    ['a week', made(mvhd(0, 1, 604_800)), 'media.no_length'],
    [
      'a long box',
      made(mvhd(1, 1_000, 90_000)),
      { type: 'video/mp4', length: 90_000, pages: null },
    ],
  ])('%s is told from it', async (_, bytes, found) => {
    expect(await told(bytes, 'clip')).toEqual(found);
  });

  test('never takes more than a refusal, whatever is changed in it', async () => {
    const bytes = fc.constantFrom(mp4, webm).chain((film) =>
      fc
        .array(fc.tuple(fc.nat(Math.min(film.length, 600) - 1), fc.nat(255)), { minLength: 1 })
        .map((changes) => {
          const changed = Buffer.from(film);
          for (const [place, value] of changes) changed[place] = value;
          return changed;
        }),
    );
    await fc.assert(
      fc.asyncProperty(bytes, async (film) => {
        const found = await told(film, 'clip');
        const length = typeof found === 'string' ? 1_000 : found.length;
        expect(length).toBeGreaterThanOrEqual(500);
      }),
      { numRuns: 150 },
    );
  });
});

describe('slides', () => {
  test('are a PDF with its pages', async () => {
    expect(await told(pdfOf(3), 'slides')).toEqual({
      ...{ type: 'application/pdf', length: null },
      pages: 3,
    });
  });
  test.each<[string, Uint8Array, string]>([
    ['a film', mp4, 'media.not_media'],
    ['text', Buffer.from('hello'), 'media.not_media'],
    ['a head alone', Buffer.from('%PDF-1.7\n'), 'media.damaged'],
    ['rubbish after the head', Buffer.from(`%PDF-1.7\n${'x'.repeat(9_000)}`), 'media.damaged'],
    ['rubbish within', Buffer.from(`%PDF-1.7\n${'x'.repeat(9_000)}%%EOF`), 'media.damaged'],
    ['half a PDF', pdfOf(9).subarray(0, pdfOf(9).length / 2), 'media.damaged'],
    ['a PDF without its end', pdfOf(9).subarray(0, -9), 'media.damaged'],
    ['too many pages', pdfOf(501), 'media.too_many_pages'],
    ['a PDF that asks for a password', pdfOf(1, { locked: true }), 'media.encrypted'],
  ])('%s is told from them', async (_, bytes, code) => {
    expect(await told(bytes, 'slides')).toBe(code);
  });
});
