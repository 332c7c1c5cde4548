/** The hub as a process: options in, a page for the terminal out, and an orderly end. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { m } from '@wenzheng/shared/paraglide/messages.js';
import { pino, type Logger } from 'pino';
import { DEFAULT_DATA, parseHubArguments, readConfig, UsageError, type Config } from './config';
import { welcome } from './forum/access';
import { enterUrl } from './http/enter-routes';
import { systemScheduler } from './ports/system';
import { start, type Started } from './start';
import { EXIT_USAGE, startFailure } from './start-failure';
import { chinese, english } from './terminal/bilingual';
import { startPage } from './terminal/pages';

/** The project's root, seen from here as from `server/dist`. */
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const LONGEST_STOP_MS = 4_500;
/** Bytes of the log that may wait for a disk that is full; what comes beyond is dropped. */
const MOST_UNWRITTEN = 1_048_576;

function readOptions(): Config {
  try {
    const flags = parseHubArguments(process.argv.slice(2));
    if (!flags.help) return readConfig(flags, process.env);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return quit(EXIT_USAGE, error.message);
  }
  process.stdout.write(`${chinese(m.hub_usage_start, {})}\n\n${english(m.hub_usage_start, {})}\n`);
  process.exit(0);
}

function quit(exitCode: number, text: string): never {
  process.stderr.write(`${text}\n`);
  process.exit(exitCode);
}

/** What the hub says goes to the terminal or wherever it leads: a full disk there must not end the hub. */
function openLog(level: Config['logLevel']): Logger {
  const stderr = pino.destination({ dest: 2, sync: true, maxLength: MOST_UNWRITTEN });
  for (const output of [stderr, process.stdout]) output.on('error', () => undefined);
  // Each line has been tried by then; pino would go on trying before it lets a process end.
  stderr.flushSync = () => undefined;
  return pino({ level }, stderr);
}

/** A fault that nobody foresaw ends the process: the starter begins again from the journal. */
function endOnFaults(log: Logger): void {
  process.on('uncaughtException', (error, origin) => {
    log.fatal({ err: error, origin }, 'the hub ends: unforeseen fault');
    process.exit(1);
  });
}

function endOnSignals(started: Started, log: Logger): void {
  let stopping = false;
  const stop = async (signal: string): Promise<void> => {
    if (stopping) return; // a terminal sends the signal to the starter too, which passes it on
    stopping = true;
    systemScheduler.later(LONGEST_STOP_MS, () => {
      log.warn('stopping took too long; everything acknowledged is on disk');
      process.exit(0);
    });
    await started.stop();
    log.info({ signal }, 'stopped');
    process.exit(0);
  };
  process.on('SIGINT', (signal) => void stop(signal));
  process.on('SIGTERM', (signal) => void stop(signal));
}

/** What a full disk keeps from being handed out now is offered at the next start. */
async function greet({ access, url }: Started, { data }: Config, log: Logger): Promise<void> {
  const first = await welcome(access).catch((err: unknown) => {
    log.error({ err }, 'the first PIN and link could not be saved');
    return null;
  });
  process.stdout.write(
    startPage({
      url,
      data: data === path.resolve(DEFAULT_DATA) ? null : data,
      welcome: first && { hostPin: first.hostPin, adminUrl: enterUrl(url, first.adminToken) },
      colours: process.stdout.isTTY,
    }),
  );
}

async function main(): Promise<void> {
  const config = readOptions();
  const log = openLog(config.logLevel);
  endOnFaults(log);
  try {
    const started = await start(config, ROOT, log);
    endOnSignals(started, log);
    log.info({ url: started.url, data: config.data }, 'ready');
    await greet(started, config, log);
  } catch (error) {
    const failure = startFailure(error, config);
    if (failure) quit(failure.exitCode, failure.text);
    throw error;
  }
}

/** Once the hub answers and has said where. */
export const ready = main();
