/** Who takes part in every run, and how each decides what to press next. */
import type { Role } from '@wenzheng/shared/forum/access';
import type { Acting, Choice } from './acting/choice';
import { choose } from './acting/choice';
import { adminChoices } from './acting/admin';
import { hostChoices } from './acting/host';
import { kioskChoices } from './acting/kiosk';
import { moderatorChoices } from './acting/moderator';
import { phoneChoices } from './acting/phone';
import { volunteerChoices } from './acting/volunteer';
import { Device, type Page, type World } from './people';

interface Part {
  readonly role: Role;
  readonly name: string;
  readonly tabs: number;
  /** How often they press something, against others. */
  readonly busy: number;
  /** False for who also sends what no page would send. */
  readonly honest: boolean;
}

const BUSY: Partial<Record<Role, number>> = { host: 4, admin: 2, moderator: 2 };
const part = (role: Role, name: string, tabs = 1, honest = true): Part => ({
  role,
  name,
  tabs,
  busy: BUSY[role] ?? 1,
  honest,
});

export const CAST: readonly Part[] = [
  part('admin', 'admin-wu'),
  part('host', 'host-lin'),
  part('host', 'host-zhao'),
  part('moderator', 'moderator-he', 1, false),
  part('volunteer', 'volunteer-1'),
  part('volunteer', 'volunteer-2', 1, false),
  part('kiosk', 'kiosk-1'),
  part('audience', 'phone-of-two-tabs', 2),
  part('audience', 'phone-2'),
  part('audience', 'phone-3'),
  part('audience', 'phone-4'),
  part('audience', 'phone-of-mischief', 1, false),
  part('display', 'display-1'),
  part('display', 'display-2', 1, false),
];

/** Phones whose commands all go through one page at a time, in the order they were pressed. */
export const ORDERLY = CAST.filter(
  ({ role, tabs, honest }) => role === 'audience' && tabs === 1 && honest,
);
const isHonest = new Map(CAST.map(({ name, honest }) => [name, honest]));
export const honest = ({ identity }: Device): boolean => isHonest.get(identity.actor) ?? false;

export function invite(world: World): Device[] {
  return CAST.map(({ role, name, tabs }) => {
    const device = new Device(world, role, name);
    for (let tab = 0; tab < tabs; tab += 1) device.open();
    return device;
  });
}

/** What the person before `page` could do next, by what they see. */
function choicesOf(page: Page, acting: Acting): Choice[] {
  const admin = page.view('admin');
  if (admin) return adminChoices(admin, acting);
  const host = page.view('host');
  if (host) return hostChoices(host, acting);
  const moderator = page.view('moderator');
  if (moderator) return moderatorChoices(moderator, acting);
  const phone = page.view('audience');
  if (phone) return phoneChoices(phone, page.link.mine, acting);
  const kiosk = page.view('kiosk');
  if (kiosk) return kioskChoices(kiosk, acting);
  const volunteer = page.view('volunteer');
  return volunteer ? volunteerChoices(volunteer, acting) : [];
}

/** Lets the person press something, at times twice; answers how many commands that were. */
export function act(page: Page, acting: Acting): number {
  const command = choose(acting.dice, choicesOf(page, acting));
  if (!command) return 0;
  const times = acting.dice.chance(0.06) ? 2 : 1;
  for (let time = 0; time < times; time += 1) page.press(command);
  return times;
}
