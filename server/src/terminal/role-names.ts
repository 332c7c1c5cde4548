/** The roles that sign in, by name. */
import type { SignInRole } from '@wenzheng/shared/forum/access';
import { m } from '@wenzheng/shared/paraglide/messages.js';
import { chinese, english } from './bilingual';

const NAMES = {
  admin: m.role_admin,
  host: m.role_host,
  moderator: m.role_moderator,
  volunteer: m.role_volunteer,
  kiosk: m.role_kiosk,
} satisfies Record<SignInRole, unknown>;

/** A text about a role in both languages, each naming the role in its own. */
export function aboutRole(text: typeof m.hub_enter_button, role: SignInRole): [string, string] {
  const name = NAMES[role];
  return [chinese(text, { role: chinese(name, {}) }), english(text, { role: english(name, {}) })];
}
