/**
 * Reads a long stretch of a journal in a thread of its own, some pieces ahead of whoever folds it: SQLite's work and
 * the checking of what it gives go on beside the folding. Whatever is wrong with a piece, the journal itself is read
 * from there on, which says what it is.
 */
import { on } from 'node:events';
import { Worker } from 'node:worker_threads';
import { decodeEntry, type Entry } from './entry';
import type { Journal } from './port';

export interface Stretch {
  readonly database: string;
  readonly forum: string;
  /** Number of the first entry. */
  readonly from: number;
}
/** Entries as the journal holds them, found sound, a line each. */
export interface Piece {
  readonly from: number;
  readonly count: number;
  readonly lines: Uint8Array;
}

/** Shorter ones are read sooner than a thread starts. */
const LONG = 20_000;

/** `journal`, of which `stretch` up to its end is read ahead if it is long; `program` is that of the thread. */
export async function readingAhead(
  journal: Journal,
  program: URL,
  stretch: Stretch,
  long = LONG,
): Promise<Journal> {
  if ((await journal.head()) - stretch.from < long) return journal;
  const ahead = new ReadAhead(program, stretch);
  return {
    append: (entries, kept, expectedHead) => journal.append(entries, kept, expectedHead),
    read: async (from, limit) => (await ahead.take(from, limit)) ?? journal.read(from, limit),
    head: () => journal.head(),
    erasePicturesBut: (named) => journal.erasePicturesBut(named),
  };
}

class ReadAhead {
  readonly #thread: Worker;
  readonly #pieces: AsyncIterator<readonly (Piece | null)[]>;
  #isOver = false;

  constructor(program: URL, stretch: Stretch) {
    this.#thread = new Worker(program, { workerData: stretch });
    this.#pieces = on(this.#thread, 'message', { close: ['exit'] });
  }

  /** Null if these are not the next ones, or cannot be read here. */
  async take(from: number, limit: number): Promise<readonly Entry[] | null> {
    if (this.#isOver) return null;
    try {
      const next = await this.#pieces.next();
      const piece = next.done === true ? null : next.value[0];
      if (piece && piece.from === from && piece.count <= limit) {
        this.#thread.postMessage('more');
        return entriesIn(piece);
      }
    } catch {
      // The journal is read itself, and says what is wrong.
    }
    this.#isOver = true;
    await this.#thread.terminate();
    return null;
  }
}

/** Throws if the lines are not entries of this version. */
function entriesIn({ lines, count }: Piece): readonly Entry[] {
  const { buffer, byteOffset, byteLength } = lines;
  const entries = Buffer.from(buffer, byteOffset, byteLength).toString().split('\n');
  if (entries.length !== count) throw new Error('an entry is not one line');
  return entries.map(decodeEntry);
}
