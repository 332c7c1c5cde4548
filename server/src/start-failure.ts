/**
 * Reasons not to start that a person has to put right. Each ends the process with a code from sysexits.h
 * between 64 and 78, which tells the starter not to try again, and one line that says what to do.
 */
import path from 'node:path';
import { m } from '@wenzheng/shared/paraglide/messages.js';
import { z } from 'zod';
import type { Config } from './config';
import { ScreensMissing } from './http/assets';
import { StartError, type StartProblem } from './journal/start-error';
import { bilingual } from './terminal/bilingual';

export const EXIT_USAGE = 64;
export const EXIT_DATA = 65;
const EXIT_UNAVAILABLE = 69;
const EXIT_TOO_OLD = 70;
const EXIT_IN_USE = 71;
const EXIT_DAMAGED = 72;
const EXIT_NOT_WRITABLE = 73;
const EXIT_FULL = 74;

const systemError = z.object({
  ...{ code: z.string(), syscall: z.string() },
  address: z.string().optional(),
});

export interface StartFailure {
  readonly exitCode: number;
  readonly text: string;
}

/** The failure behind `error`, or null if it is a fault of the program. */
export function startFailure(error: unknown, config: Config): StartFailure | null {
  if (error instanceof StartError) return dataFailure(error.problem, config.data);
  if (error instanceof ScreensMissing)
    return unavailable(bilingual(m.hub_problem_screens, { folder: error.folder }));
  const system = systemError.safeParse(error).data;
  if (!system) return null;
  // The admin socket is a file of the data folder.
  const isAddress = system.syscall === 'listen' && !path.isAbsolute(system.address ?? '');
  return isAddress || system.syscall === 'getaddrinfo'
    ? addressFailure(system.code, config)
    : fileFailure(system.code, config.data);
}

function addressFailure(code: string, { host, port }: Config): StartFailure {
  if (code === 'EADDRINUSE')
    return unavailable(bilingual(m.hub_problem_port_taken, { port, other: port + 1 }));
  if (code === 'EACCES') return unavailable(bilingual(m.hub_problem_port_denied, { port }));
  return unavailable(bilingual(m.hub_problem_host, { host }));
}

const UNWRITABLE = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST']);

function fileFailure(code: string, folder: string): StartFailure | null {
  if (code === 'ENOSPC') return dataFailure({ code: 'data_full' }, folder);
  return UNWRITABLE.has(code) ? dataFailure({ code: 'data_not_writable' }, folder) : null;
}

function dataFailure(problem: StartProblem, folder: string): StartFailure {
  switch (problem.code) {
    case 'data_not_writable':
      return failure(EXIT_NOT_WRITABLE, bilingual(m.hub_problem_not_writable, { folder }));
    case 'data_in_use':
      return failure(EXIT_IN_USE, bilingual(m.hub_problem_in_use, { folder }));
    case 'data_too_new':
      return failure(EXIT_TOO_OLD, bilingual(m.hub_problem_too_new, { folder }));
    case 'data_missing':
      return failure(EXIT_DATA, bilingual(m.hub_problem_missing, { folder }));
    case 'data_full':
      return failure(EXIT_FULL, bilingual(m.hub_problem_full, { folder }));
    case 'data_damaged':
      return failure(EXIT_DAMAGED, bilingual(m.hub_problem_damaged, { ...problem, folder }));
    case 'data_gone':
      return failure(EXIT_DAMAGED, bilingual(m.hub_problem_gone, problem));
    case 'data_behind':
      return failure(EXIT_DAMAGED, bilingual(m.hub_problem_behind, problem));
    case 'key_gone':
      return failure(EXIT_DAMAGED, bilingual(m.hub_problem_key_gone, problem));
    default:
      return problem satisfies never;
  }
}

const failure = (exitCode: number, text: string): StartFailure => ({ exitCode, text });
const unavailable = (text: string): StartFailure => failure(EXIT_UNAVAILABLE, text);
