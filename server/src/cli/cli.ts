/** `npm run wenzheng -- …`: what the one who owns the machine does from a terminal. */
import { existsSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { m } from '@wenzheng/shared/paraglide/messages.js';
import Database from 'better-sqlite3';
import { pino } from 'pino';
import { UsageError, type Config } from '../config';
import { EXIT_DATA, EXIT_USAGE, startFailure } from '../start-failure';
import { bilingual, chinese, english } from '../terminal/bilingual';
import { linkPage } from '../terminal/pages';
import { aboutRole } from '../terminal/role-names';
import { BackupFailed, backupFailed } from '../journal/backup-failed';
import { databaseFile, keysFolder, lockFolder } from '../journal/database';
import { hadDatabase } from '../journal/inspection';
import { restoreBackup } from '../journal/restore-backup';
import { salvage } from '../journal/salvage';
import { isInUse, StartError } from '../journal/start-error';
import type { Admin } from './admin';
import { AdminRefusal, NoHub, remoteAdmin } from './admin-client';
import { backupProblem } from './backup-problem';
import { readCommand, type Command } from './command';
import { FileProblem } from './opinion-map/file-problem';

type AdminCommand = Extract<Command, { type: 'access' | 'seed' | 'backup' }>;

const print = (text: string): void => void process.stdout.write(text);

async function run(command: Command): Promise<void> {
  if (command.type === 'help')
    return print(`${chinese(m.hub_usage_cli, {})}\n\n${english(m.hub_usage_cli, {})}\n`);
  if (command.type === 'restore') return restore(command.config.data, command.file);
  if (command.type === 'salvage') return copyOut(command.config.data, command.file);
  if (command.type === 'opinion-map') {
    // Its mathematics are loaded by nothing else here.
    const { printOpinionMap } = await import('./opinion-map/print');
    return printOpinionMap(command.files, command.json);
  }
  return withAdmin(command, (admin) => carryOut(admin, command));
}

/** A hub that starts or stops has the folder and answers nobody: with a large forum for half a minute. */
const ATTEMPTS = 120;
const AGAIN_MS = 500;

/** The first start makes the database a moment after it has the folder. */
const ATTEMPTS_WITHOUT_DATA = 6;

/** Also where the database itself is lost, which is told then. */
function isUsed(data: string): boolean {
  const file = databaseFile(data);
  return existsSync(file) || hadDatabase(file);
}

/** Has the running hub do `work`; without one it is done here. */
async function withAdmin(
  { type, config }: AdminCommand,
  work: (admin: Admin) => Promise<void>,
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work(remoteAdmin(config.data));
    } catch (error) {
      if (!(error instanceof NoHub)) throw error;
    }
    // Whatever else is asked of a folder without data is meant for another one.
    if (type !== 'seed' && !isUsed(config.data)) {
      if (attempt >= ATTEMPTS_WITHOUT_DATA) throw new StartError({ code: 'data_missing' }, null);
      await wait(AGAIN_MS);
      continue;
    }
    try {
      return await withoutHub(config, work);
    } catch (error) {
      if (!isInUse(error) || attempt === ATTEMPTS) throw error;
    }
    if (attempt === 1)
      process.stderr.write(`${bilingual(m.hub_folder_awaited, { folder: config.data })}\n`);
    await wait(AGAIN_MS);
  }
}

async function withoutHub(config: Config, work: (admin: Admin) => Promise<void>): Promise<void> {
  // A whole hub, which most commands do not need as one runs already.
  const { withOfflineAdmin } = await import('./offline-admin');
  const log = pino({ level: 'warn' }, pino.destination({ dest: 2, sync: true }));
  await withOfflineAdmin(config, log, work);
}

async function carryOut(admin: Admin, command: AdminCommand): Promise<void> {
  switch (command.type) {
    case 'access': {
      const { role, once } = command.link;
      const url = await admin.access(command.link);
      const title = aboutRole(m.hub_access_link, role).join(' ');
      const note = bilingual(once ? m.hub_access_once : m.hub_access_reusable, {});
      return print(linkPage({ title, url, note, colours: process.stdout.isTTY }));
    }
    case 'seed': {
      const { forum, live } = await admin.seed(command.locale);
      const made = live ? m.hub_forum_made : m.hub_forum_made_aside;
      return print(`${bilingual(made, { forum })}\n`);
    }
    case 'backup': {
      const { target, keys, media, forums, entries, bytes } = await admin.backup(command.wish);
      const size = (bytes / 1_048_576).toFixed(1);
      return print(
        `${bilingual(m.hub_backup_made, { file: target, keys, forums, entries, size, media })}\n`,
      );
    }
    default:
      return command satisfies never;
  }
}

function restore(data: string, backup: string): void {
  const lock = lockFolder(data);
  try {
    const task = { backup, database: databaseFile(data), keysFolder: keysFolder(data) };
    const { forums, entries, media } = restoreBackup(task);
    print(`${bilingual(m.hub_backup_restored, { folder: data, forums, entries, media })}\n`);
  } finally {
    lock.close();
  }
}

function copyOut(data: string, file: string): void {
  if (!isUsed(data)) throw new StartError({ code: 'data_missing' }, null);
  if (existsSync(file)) throw new FileProblem(bilingual(m.hub_problem_salvage_exists, { file }));
  try {
    const { entries, words, pictures, lost } = salvage(databaseFile(data), file);
    print(`${bilingual(m.hub_salvaged, { file, entries, words, pictures, lost })}\n`);
  } catch (error) {
    throw backupFailed(error, error instanceof Database.SqliteError ? databaseFile(data) : file);
  }
}

function fail(exitCode: number, text: string): never {
  process.stderr.write(`${text}\n`);
  // What a failed start has left waiting would keep the program from ending.
  process.exit(exitCode);
}

async function main(): Promise<void> {
  let command: Command = { type: 'help' };
  try {
    command = readCommand(process.argv.slice(2), process.env);
    await run(command);
  } catch (error) {
    if (error instanceof UsageError) return fail(EXIT_USAGE, error.message);
    if (error instanceof AdminRefusal) return fail(1, error.message);
    if (error instanceof BackupFailed) return fail(1, backupProblem(error));
    if (error instanceof FileProblem) return fail(EXIT_DATA, error.message);
    const failure = 'config' in command ? startFailure(error, command.config) : null;
    if (!failure) throw error;
    fail(failure.exitCode, failure.text);
  }
}

await main();
