import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { mediaBeside, takeBackup } from '@wenzheng/server/src/journal/backup';
import { databaseFile, keysFolder, openDatabase } from '@wenzheng/server/src/journal/database';
import { restoreBackup } from '@wenzheng/server/src/journal/restore-backup';
import { mediaFolder } from '@wenzheng/server/src/media/files';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../../support/test-app';

const [FILM, SLIDES] = ['a'.repeat(32), 'b'.repeat(32)];

function dataFolder() {
  const data = path.join(temporaryFolder(), 'data');
  openDatabase(data).close();
  mkdirSync(mediaFolder(data));
  const put = (name: string, text: string): void =>
    writeFileSync(path.join(mediaFolder(data), name), text);
  put(FILM, 'film');
  put(SLIDES, 'slides');
  put(`${'c'.repeat(32)}.part`, 'under way');
  const target = path.join(temporaryFolder(), 'backup');
  const take = (replace: boolean) =>
    takeBackup({
      ...{ database: databaseFile(data), keysFolder: keysFolder(data) },
      ...{ target, replace },
    });
  return { data, put, target, take };
}

test('a backup holds films and slides, and gives them back', async () => {
  const { target, take } = dataFolder();
  expect(await take(false)).toMatchObject({ media: 2 });
  expect(readdirSync(mediaBeside(target)).sort()).toEqual([FILM, SLIDES]);
  const data = temporaryFolder();
  const restored = restoreBackup({
    ...{ backup: target, database: databaseFile(data), keysFolder: keysFolder(data) },
  });
  expect(restored.media).toBe(2);
  expect(readFileSync(path.join(mediaFolder(data), FILM), 'utf8')).toBe('film');
});

test('a later one in its place holds what there is then', async () => {
  const { data, put, target, take } = dataFolder();
  await take(false);
  await expect(take(false)).rejects.toMatchObject({ code: 'exists' });
  rmSync(path.join(mediaFolder(data), FILM));
  const more = 'd'.repeat(32);
  put(more, 'more');
  expect(await take(true)).toMatchObject({ media: 2 });
  expect(readdirSync(mediaBeside(target)).sort()).toEqual([SLIDES, more]);
});

test('without the folder a forum comes back without its films', async () => {
  const { target, take } = dataFolder();
  await take(false);
  rmSync(mediaBeside(target), { recursive: true });
  const data = temporaryFolder();
  const restored = restoreBackup({
    ...{ backup: target, database: databaseFile(data), keysFolder: keysFolder(data) },
  });
  expect(restored.media).toBe(0);
  expect(existsSync(databaseFile(data))).toBe(true);
});
