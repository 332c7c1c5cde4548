/** Reads a stretch of a journal piece by piece, from its own read connection, and checks it. */
import { parentPort, workerData } from 'node:worker_threads';
import { crc32 } from 'node:zlib';
import Database from 'better-sqlite3';
import { READ_AT_ONCE } from './port';
import type { Piece, Stretch } from './read-ahead';
import type { RawEntryRow } from './sqlite-journal';

/** Pieces that lie ready. */
const AHEAD = 3;

/** Each call reads the next piece; null after the last, or if an entry is missing or not as it was written. */
function reader({ database, forum, from }: Stretch): () => Piece | null {
  const db = new Database(database, { readonly: true });
  const read = db
    .prepare<[string, number, number], RawEntryRow>(
      'SELECT seq, bytes, crc FROM entries WHERE forum = ? AND seq >= ? ORDER BY seq LIMIT ?',
    )
    .raw();
  let next = from;
  return () => {
    const first = next;
    const rows = read.all(forum, first, READ_AT_ONCE);
    next += rows.length;
    const isSound = rows.every(
      ([seq, bytes, crc], index) => seq === first + index && (crc === null || crc === crc32(bytes)),
    );
    if (rows.length === 0 || !isSound) return null;
    const lines = new TextEncoder().encode(rows.map(([, bytes]) => bytes).join('\n'));
    return { from: first, count: rows.length, lines };
  };
}

const nextPiece = reader(workerData as Stretch);
function send(): void {
  const piece = nextPiece();
  if (piece) parentPort?.postMessage(piece, [piece.lines.buffer as ArrayBuffer]);
  else {
    parentPort?.postMessage(null);
    // With nothing left to hear, the thread ends.
    parentPort?.close();
  }
}
parentPort?.on('message', send);
for (let piece = 0; piece < AHEAD; piece += 1) send();
