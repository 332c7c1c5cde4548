/** How long a question has waited, in words. */
import { m } from '@wenzheng/shared/paraglide/messages.js';
import type { Instant } from '@wenzheng/shared/time/instant';
import { minutesSince } from '../../minutes';

export function waitText(since: Instant, now: Instant | null): string {
  const minutes = minutesSince(since, now);
  return minutes < 1 ? m.console_waits_not_yet() : m.console_waits({ minutes });
}
