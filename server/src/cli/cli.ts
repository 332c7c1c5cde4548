/** `npm run wenzheng -- …`: what the one who owns the machine does from a terminal. */
import { m } from '@wenzheng/shared/paraglide/messages.js';
import { pino } from 'pino';
import { UsageError } from '../config';
import { EXIT_USAGE, startFailure } from '../start-failure';
import { bilingual, chinese, english } from '../terminal/bilingual';
import { linkPage } from '../terminal/pages';
import { aboutRole } from '../terminal/role-names';
import type { Admin } from './admin';
import { AdminRefusal, NoHub, remoteAdmin } from './admin-client';
import { readCommand, type Command } from './command';
import { withOfflineAdmin } from './offline-admin';

type AdminCommand = Exclude<Command, { type: 'help' }>;

const print = (text: string): void => void process.stdout.write(text);

async function run(command: Command): Promise<void> {
  if (command.type === 'help')
    return print(`${chinese(m.hub_usage_cli, {})}\n\n${english(m.hub_usage_cli, {})}\n`);
  const { config } = command;
  try {
    await carryOut(remoteAdmin(config.data), command);
  } catch (error) {
    if (!(error instanceof NoHub)) throw error;
    const log = pino({ level: 'warn' }, pino.destination({ dest: 2, sync: true }));
    await withOfflineAdmin(config, log, (admin) => carryOut(admin, command));
  }
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
      const forum = await admin.seed(command.locale);
      return print(`${bilingual(m.hub_forum_made, { forum })}\n`);
    }
    default:
      return command satisfies never;
  }
}

function fail(exitCode: number, text: string): void {
  process.stderr.write(`${text}\n`);
  process.exitCode = exitCode;
}

async function main(): Promise<void> {
  let command: Command = { type: 'help' };
  try {
    command = readCommand(process.argv.slice(2), process.env);
    await run(command);
  } catch (error) {
    if (error instanceof UsageError) return fail(EXIT_USAGE, error.message);
    if (error instanceof AdminRefusal) return fail(1, error.message);
    const failure = command.type === 'help' ? null : startFailure(error, command.config);
    if (!failure) throw error;
    fail(failure.exitCode, failure.text);
  }
}

await main();
