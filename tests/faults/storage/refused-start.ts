/** A hub that does not start, as a process of its own. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { freePort, HUB } from '../../support/hub-process';

const GIVEN_UP_AFTER_MS = 20_000;

export interface Refusal {
  /** Null if the hub ran until it was ended. */
  readonly exitCode: number | null;
  readonly said: string;
}

/** Starts the built hub on `data` and waits for it to end by itself. */
export async function refusedStart(data: string): Promise<Refusal> {
  const options = ['--port', String(await freePort()), '--host', '127.0.0.1', '--data', data];
  return run([HUB, ...options, '--log-level', 'warn']);
}

/** Runs a program of the build to its end. */
export async function run(args: readonly string[]): Promise<Refusal> {
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: GIVEN_UP_AFTER_MS,
    killSignal: 'SIGKILL',
  });
  let said = '';
  child.stdout.on('data', (chunk) => (said += String(chunk)));
  child.stderr.on('data', (chunk) => (said += String(chunk)));
  await once(child, 'close');
  return { exitCode: child.exitCode, said };
}

function isFileWithContents(file: string): boolean {
  const stat = statSync(file);
  return stat.isFile() && stat.size > 0;
}

/** SHA-256 of every file of `folder` that a damaged database consists of; shared memory is no part of it. */
export function fingerprints(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => !/-shm$|^hub\.lock|^admin\./.test(name))
    .filter((name) => isFileWithContents(path.join(folder, name)));
  return Object.fromEntries(
    names.sort().map((name) => {
      const bytes = readFileSync(path.join(folder, name));
      return [name, createHash('sha256').update(bytes).digest('hex')];
    }),
  );
}
