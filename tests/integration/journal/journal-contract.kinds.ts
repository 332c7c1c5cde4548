/** Every journal there is, opened for the tests of their one contract: in memory, simulated, SQLite. */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase, type OpenedDatabase } from '@wenzheng/server/src/journal/database';
import type { Journal, Vault } from '@wenzheng/server/src/journal/port';
import { SqliteJournal } from '@wenzheng/server/src/journal/sqlite-journal';
import { OpenDisk, SimDisk } from '../../simulation/disk';
import { Timeline } from '../../simulation/timeline';
import { Dice } from '../../support/dice';
import { MemoryJournal } from '../../support/memory-journal';
import { temporaryFolder } from '../../support/test-app';

export const ANCHOR = { bootId: 'boot', monotonicMs: 5.5, hubMs: 1_000 };
export type AnyJournal = Journal & Vault;

export interface Opened {
  readonly journal: AnyJournal;
  /** The same after its process has ended in good order. */
  again(): AnyJournal;
  /** The same after its process was killed. */
  afterCrash(): AnyJournal;
  /** From now on there is no space left; or there is again. */
  setFull(full: boolean): void;
}

/** As if the two ends of the simulated hub were one: every call lets time pass until it is answered. */
function simulated(): Opened {
  const timeline = new Timeline();
  const disk = new SimDisk({ timeline, dice: new Dice(1), written: () => undefined });
  const answered = async <T>(answer: Promise<T>): Promise<T> => {
    answer.catch(() => undefined);
    await timeline.pass(1_000, () => true);
    return answer;
  };
  const open = (): AnyJournal & { crash(): void } => {
    const opened = new OpenDisk(disk, () => ANCHOR);
    return {
      append: (...batch) => answered(opened.append(...batch)),
      read: (from, limit) => answered(opened.read(from, limit)),
      head: () => answered(opened.head()),
      words: () => answered(opened.words()),
      picture: (id) => answered(opened.picture(id)),
      erasePicturesBut: (named) => answered(opened.erasePicturesBut(named)),
      crash: () => opened.crash(),
    };
  };
  const journal = open();
  return {
    journal,
    again: open,
    afterCrash: () => {
      journal.crash();
      return open();
    },
    setFull: (full) => {
      disk.state = full ? 'full' : 'sound';
    },
  };
}

function ofSqlite(): Opened {
  const folder = temporaryFolder();
  let database: OpenedDatabase = openDatabase(folder);
  const journal = (): AnyJournal => new SqliteJournal(database.db, 'f1', () => ANCHOR);
  const reopen = (from: string): AnyJournal => {
    database.close();
    database = openDatabase(from);
    return journal();
  };
  return {
    journal: journal(),
    again: () => reopen(folder),
    afterCrash: () => {
      // What a process that dies leaves behind: database and log as they are, nothing carried over.
      const left = temporaryFolder();
      for (const file of ['wenzheng.sqlite', 'wenzheng.sqlite-wal'])
        cpSync(join(folder, file), join(left, file));
      return reopen(left);
    },
    setFull: (full) => {
      const pages = Number(database.db.pragma('page_count', { simple: true }));
      database.db.pragma(`max_page_count = ${full ? pages : 2 ** 30}`);
    },
  };
}

function inMemory(): Opened {
  const journal = new MemoryJournal();
  return { journal, again: () => journal, afterCrash: () => journal, setFull: () => undefined };
}

export const KINDS: readonly { readonly name: string; open(): Opened; readonly fills: boolean }[] =
  [
    { name: 'in memory', open: inMemory, fills: false },
    { name: 'of the simulation', open: simulated, fills: true },
    { name: 'of SQLite', open: ofSqlite, fills: true },
  ];
