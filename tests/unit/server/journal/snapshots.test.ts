import { crc32 } from 'node:zlib';
import { dumpState } from '@wenzheng/server/src/engine/state';
import { parseSnapshot, snapshotPieces } from '@wenzheng/server/src/journal/snapshots';
import { expect, test } from 'vitest';
import { given, queued } from '../../../support/given';

const snapshot = { head: 6, digest: 'digest', tables: dumpState(given(...queued(1, 2))) };
const bytes = Buffer.concat([...snapshotPieces(snapshot)]);
const digestAt = (seq: number): string | null => (seq === 6 ? 'digest' : null);

test('a snapshot is read as it was written', () => {
  const read = parseSnapshot(bytes, digestAt);
  expect(read?.tables['questions']).toEqual(snapshot.tables['questions']);
  expect(read?.head).toBe(6);
});

test('one of another journal is left aside', () => {
  expect(parseSnapshot(bytes, () => 'another')).toBeNull();
});

test('one of a hub that knows more is left aside: its tables would lack what only that one knows', () => {
  const [header = '', ...rest] = bytes.toString().split('\n').slice(0, -1);
  const { types, ...others } = JSON.parse(header);
  const written = (more: object): Buffer => {
    const body = Buffer.from(`${[JSON.stringify({ ...others, ...more }), ...rest].join('\n')}\n`);
    return Buffer.concat([body, Buffer.from(JSON.stringify(['end', crc32(body)]))]);
  };
  expect(parseSnapshot(written({ types: [...types, 'votedByPigeon'] }), digestAt)).toBeNull();
  expect(parseSnapshot(written({ types }), digestAt)?.head).toBe(6);
  // As hubs wrote it that did not say what they knew.
  expect(parseSnapshot(written({}), digestAt)?.head).toBe(6);
});

test('one that is torn anywhere, or in which a single bit has flipped, is not believed', () => {
  for (let end = 0; end < bytes.length; end += 7)
    expect(() => parseSnapshot(bytes.subarray(0, end), digestAt), `torn at ${end}`).toThrow();
  for (let at = 0; at < bytes.length; at += 7) {
    const flipped = Buffer.from(bytes);
    flipped[at] = (flipped[at] ?? 0) ^ 4;
    expect(() => parseSnapshot(flipped, digestAt), `flipped at ${at}`).toThrow();
  }
});
