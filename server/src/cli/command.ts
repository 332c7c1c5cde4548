/** What was typed after `wenzheng`. */
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
import type { Link } from '../forum/access';
import { FORUM_LOCALES, type ForumLocale } from '../http/hub-port';
import { bilingual } from '../terminal/bilingual';

export type Command =
  | { readonly type: 'help' }
  | { readonly type: 'access'; readonly config: Config; readonly link: Link }
  | { readonly type: 'seed'; readonly config: Config; readonly locale: ForumLocale };

const options = {
  ...configOptions,
  role: { type: 'string' },
  once: { type: 'boolean' },
  locale: { type: 'string' },
} as const;

/** Errors: UsageError. */
export function readCommand(args: readonly string[], environment: Environment): Command {
  const { values, positionals } = usage(() =>
    parseArgs({ args: [...args], options, allowPositionals: true, strict: true }),
  );
  const [name = 'help', ...rest] = positionals;
  if (values.help || name === 'help') return { type: 'help' };
  if (rest.length > 0) throw wrongOption(rest.join(' '));
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
    default:
      throw wrongOption(name);
  }
}

const wrongOption = (problem: string): UsageError =>
  new UsageError(bilingual(m.hub_problem_option, { problem }));

function choose<T extends z.ZodType>(from: T, value: unknown, problem: string): z.infer<T> {
  const parsed = from.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new UsageError(problem);
}
