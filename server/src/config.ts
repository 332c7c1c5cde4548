/** Flags and environment, read once at start; flags win. */
import { isIP } from 'node:net';
import path from 'node:path';
import { domainToASCII } from 'node:url';
import { parseArgs } from 'node:util';
import { m } from '@wenzheng/shared/paraglide/messages.js';
import { z } from 'zod';
import { bilingual } from './terminal/bilingual';

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

export const DEFAULT_DATA = './data';

export interface Config {
  readonly port: number;
  readonly host: string;
  /** Absolute path of the folder that holds everything worth keeping. */
  readonly data: string;
  /** Address that phones open, ending in `/`; null for this machine's own on the LAN. */
  readonly publicUrl: string | null;
  /** The largest film clip that organisers may bring along, in bytes. */
  readonly largestClip: number;
  readonly logLevel: (typeof LOG_LEVELS)[number];
}

/** The options of this file, for programs that have more of their own. */
export const configOptions = {
  port: { type: 'string' },
  host: { type: 'string' },
  data: { type: 'string' },
  'public-url': { type: 'string' },
  'clip-limit': { type: 'string' },
  'log-level': { type: 'string' },
  help: { type: 'boolean' },
} as const;

export type Environment = Readonly<Record<string, string | undefined>>;
type Flags = { readonly [name in keyof typeof configOptions]?: string | boolean | undefined };

/** Options that make no sense; `message` is one line for the person who typed them. */
export class UsageError extends Error {}

const wrong = (text: (value: string) => string) => ({
  error: (issue: { readonly input?: unknown }) => text(String(issue.input)),
});

const portText = (value: string) => bilingual(m.hub_problem_port, { value });
const port = z
  .string()
  .regex(/^\d{1,5}$/, wrong(portText))
  .transform(Number)
  .refine((value) => value <= 65_535, wrong(portText));

const filled = (option: string) =>
  z.string().min(1, { error: () => bilingual(m.hub_problem_empty, { option }) });

const host = filled('--host')
  .refine(
    isHost,
    wrong((value) => bilingual(m.hub_problem_host_form, { value })),
  )
  // One name may mean two addresses, of which only one would carry the sockets.
  .transform((value) => (value === 'localhost' ? '127.0.0.1' : value));

const publicUrl = z
  .string()
  .refine(
    isOrigin,
    wrong((value) => bilingual(m.hub_problem_public_url, { value })),
  )
  .transform((value) => new URL(value).href);

/** Up to a terabyte, so that it stays a whole number of bytes. */
const MOST_MEGABYTES = 1_048_576;
const clipLimitText = (value: string) => bilingual(m.hub_problem_clip_limit, { value });
const megabytes = z
  .string()
  .regex(/^\d{1,7}$/, wrong(clipLimitText))
  .transform(Number)
  .refine((value) => value >= 1 && value <= MOST_MEGABYTES, wrong(clipLimitText));

const configSchema = z.object({
  port,
  host,
  data: filled('--data').transform((folder) => path.resolve(folder)),
  publicUrl: publicUrl.nullable(),
  largestClip: megabytes.transform((value) => value * 1_048_576),
  logLevel: z.enum(
    LOG_LEVELS,
    wrong((value) => bilingual(m.hub_problem_log_level, { value, levels: LOG_LEVELS.join(' ') })),
  ),
});

/** An IP address, or a name that can stand in the address that phones open. */
function isHost(value: string): boolean {
  const url = `http://${value}/`;
  const isName = !value.includes(':') && URL.canParse(url);
  return isIP(value) > 0 || (isName && new URL(url).href === `http://${domainToASCII(value)}/`);
}

function isOrigin(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const url = new URL(value);
  return ['http:', 'https:'].includes(url.protocol) && `${url.origin}/` === url.href;
}

/** Reads the hub's own command line. Errors: UsageError. */
export function parseHubArguments(args: readonly string[]): Flags {
  return usage(() => parseArgs({ args: [...args], options: configOptions, strict: true }).values);
}

/** Runs `parse`, turning what node says of a wrong option into a UsageError. */
export function usage<T>(parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const [problem = ''] = error.message.split(/\.\s/);
    throw new UsageError(bilingual(m.hub_problem_option, { problem }));
  }
}

/** Errors: UsageError. */
export function readConfig(flags: Flags, environment: Environment): Config {
  const parsed = configSchema.safeParse({
    port: flags.port ?? environment['WENZHENG_PORT'] ?? '8080',
    host: flags.host ?? environment['WENZHENG_HOST'] ?? '0.0.0.0',
    data: flags.data ?? environment['WENZHENG_DATA'] ?? DEFAULT_DATA,
    publicUrl: flags['public-url'] ?? environment['WENZHENG_PUBLIC_URL'] ?? null,
    largestClip: flags['clip-limit'] ?? environment['WENZHENG_CLIP_LIMIT'] ?? '500',
    logLevel: flags['log-level'] ?? environment['WENZHENG_LOG_LEVEL'] ?? 'info',
  });
  if (parsed.success) return parsed.data;
  throw new UsageError(parsed.error.issues[0]?.message ?? parsed.error.message);
}
