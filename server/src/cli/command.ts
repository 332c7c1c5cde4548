/** What was typed after `wenzheng`. */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { SIGN_IN_ROLES, signInRoleSchema } from '@wenzheng/shared/forum/access';
import { m } from '@wenzheng/shared/paraglide/messages.js';
import { z } from 'zod';
import {
  configOptions,
  readConfig,
  usage,
  UsageError,
  type Config,
  type Environment,
} from '../config';
import type { NewLink } from '../forum/access';
import { FORUM_LOCALES, type ForumLocale } from '../http/hub-port';
import { bilingual } from '../terminal/bilingual';
import type { BackupWish } from './admin';
import type { MapFiles } from './opinion-map/map-of-files';

export type Command =
  | { readonly type: 'help' }
  | { readonly type: 'access'; readonly config: Config; readonly link: NewLink }
  | { readonly type: 'seed'; readonly config: Config; readonly locale: ForumLocale }
  | { readonly type: 'backup'; readonly config: Config; readonly wish: BackupWish }
  /** `file` is an absolute path: the backup to restore, or what salvage is to write. */
  | { readonly type: 'restore'; readonly config: Config; readonly file: string }
  | { readonly type: 'salvage'; readonly config: Config; readonly file: string }
  | { readonly type: 'opinion-map'; readonly files: MapFiles; readonly json: string | undefined };

const options = {
  ...configOptions,
  role: { type: 'string' },
  once: { type: 'boolean' },
  locale: { type: 'string' },
  replace: { type: 'boolean' },
  json: { type: 'string' },
  groups: { type: 'string' },
  statements: { type: 'string' },
  k: { type: 'string' },
} as const;

/** Commands that are followed by the name of a file. */
const TAKE_FILE = new Set(['backup', 'restore', 'salvage', 'opinion-map']);

/** Errors: UsageError. */
export function readCommand(args: readonly string[], environment: Environment): Command {
  const { values, positionals } = usage(() =>
    parseArgs({ args: [...args], options, allowPositionals: true, strict: true }),
  );
  const [name = 'help', ...rest] = positionals;
  if (values.help || name === 'help') return { type: 'help' };
  const [file, ...more] = TAKE_FILE.has(name) ? rest : [undefined, ...rest];
  if (more.length > 0) throw wrongOption(more.join(' '));
  switch (name) {
    case 'access': {
      const roles = SIGN_IN_ROLES.join(' ');
      const role = choose(signInRoleSchema, values.role, bilingual(m.hub_problem_role, { roles }));
      const link = { role, once: values.once ?? false };
      return { type: 'access', config: readConfig(values, environment), link };
    }
    case 'seed': {
      const wanted = values.locale ?? 'zh-CN';
      const locale = choose(z.enum(FORUM_LOCALES), wanted, bilingual(m.hub_problem_locale, {}));
      return { type: 'seed', config: readConfig(values, environment), locale };
    }
    case 'backup': {
      const wish = { target: absolute(name, file), replace: values.replace ?? false };
      return { type: 'backup', config: readConfig(values, environment), wish };
    }
    case 'restore':
      return { type: name, config: readConfig(values, environment), file: absolute(name, file) };
    case 'salvage':
      return { type: name, config: readConfig(values, environment), file: absolute(name, file) };
    case 'opinion-map':
      return { type: name, ...mapWish(absolute(name, file), values) };
    default:
      throw wrongOption(name);
  }
}

/** Fewest and most groups that may be asked for. */
const wantedGroups = z.coerce.number().int().min(2).max(20).optional();

function mapWish(
  votes: string,
  { json, groups, statements, k }: Partial<Record<'json' | 'groups' | 'statements' | 'k', string>>,
): { files: MapFiles; json: string | undefined } {
  const wanted = choose(wantedGroups, k, bilingual(m.hub_problem_k, {}));
  const files = { votes, groups: resolved(groups), statements: resolved(statements), wanted };
  return { files, json: resolved(json) };
}

const resolved = (file: string | undefined): string | undefined =>
  file === undefined ? undefined : path.resolve(file);

function absolute(command: string, file: string | undefined): string {
  if (file === undefined || file === '')
    throw new UsageError(bilingual(m.hub_problem_no_file, { command }));
  return path.resolve(file);
}

const wrongOption = (problem: string): UsageError =>
  new UsageError(bilingual(m.hub_problem_option, { problem }));

function choose<T extends z.ZodType>(from: T, value: unknown, problem: string): z.infer<T> {
  const parsed = from.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new UsageError(problem);
}
