import { openDatabase } from '@wenzheng/server/src/journal/database';
import { StartError } from '@wenzheng/server/src/journal/start-error';
import Database from 'better-sqlite3';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../support/test-app';

const fileIn = (folder: string): string => path.join(folder, 'wenzheng.sqlite');
function problemOf(folder: string): string {
  try {
    openDatabase(folder).close();
    return 'none';
  } catch (error) {
    return error instanceof StartError ? error.code : String(error);
  }
}

describe('the database', () => {
  test('is made where there is none, and opened again', () => {
    const folder = path.join(temporaryFolder(), 'new', 'folder');
    expect(problemOf(folder)).toBe('none');
    expect(problemOf(folder)).toBe('none');
  });

  test('makes a commit durable: WAL, synchronous FULL; erases what is deleted', () => {
    const { db, close } = openDatabase(temporaryFolder());
    const pragmas = ['journal_mode', 'synchronous', 'foreign_keys', 'secure_delete'].map((name) =>
      db.pragma(name, { simple: true }),
    );
    expect(pragmas).toEqual(['wal', 2, 1, 1]);
    close();
  });

  test('of a later hub is refused, and stays of that later hub', () => {
    const folder = temporaryFolder();
    const later = new Database(fileIn(folder));
    later.pragma('user_version = 999');
    later.close();
    expect(problemOf(folder)).toBe('data_too_new');
    expect(problemOf(folder)).toBe('data_too_new');
    const again = new Database(fileIn(folder));
    expect(again.pragma('user_version', { simple: true })).toBe(999);
    again.close();
  });

  test('that is none is refused and never overwritten', () => {
    const folder = temporaryFolder();
    const letter = 'Dear hub, this is a letter and no database. '.repeat(200);
    writeFileSync(fileIn(folder), letter);
    expect(problemOf(folder)).toBe('data_damaged');
    expect(readFileSync(fileIn(folder), 'utf8')).toBe(letter);
  });

  test('serves one hub at a time, also against another process', () => {
    const folder = temporaryFolder();
    const first = openDatabase(folder);
    expect(problemOf(folder)).toBe('data_in_use');
    const script = `
      const lock = new (require('better-sqlite3'))(process.argv[1], { timeout: 0 });
      lock.pragma('locking_mode = EXCLUSIVE');
      try { lock.exec('BEGIN EXCLUSIVE'); } catch (error) { process.stdout.write(error.code); }`;
    const other = () =>
      spawnSync(process.execPath, ['-e', script, path.join(folder, 'hub.lock')], {
        encoding: 'utf8',
      }).stdout;
    expect(other()).toBe('SQLITE_BUSY');
    first.close();
    expect(other()).toBe('');
    expect(problemOf(folder)).toBe('none');
  });

  test('in a folder that cannot be one is refused', () => {
    const file = path.join(temporaryFolder(), 'a file');
    writeFileSync(file, '');
    expect(problemOf(file)).toBe('data_not_writable');
  });
});
