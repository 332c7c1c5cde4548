/** Days and lengths of time as the hall reads them. */
import type { Speaker } from '@wenzheng/shared/forum/agenda';
import { m } from '@wenzheng/shared/paraglide/messages.js';
import { formatSeconds } from '@wenzheng/shared/time/countdown';
import type { Duration, Instant } from '@wenzheng/shared/time/instant';
import { widthOf } from './pages';
import { countText, momentText } from '@wenzheng/shared/ui/moments';

/** Department and office if there is room for so many Chinese characters; else one of them, whole, or none. */
export function officeText(speaker: Omit<Speaker, 'id'>, room: number): string {
  const { department, office } = speaker;
  const both = m.display_department_office({ department, office });
  return [both, department, office].find((text) => widthOf(text) <= room) ?? '';
}

/** Month, day and day of the week. */
export const dayText = (moment: Instant): string =>
  momentText(moment, { month: 'long', day: 'numeric', weekday: 'long' });

export const minutesText = (length: Duration): string =>
  m.display_minutes({ minutes: countText(Math.round(length / 60_000)) });

/** A speaking time as said aloud: whole minutes in words, others as the clock shows them. */
export const limitText = (limit: Duration): string =>
  m.display_clock_limit({
    time: limit % 60_000 === 0 ? minutesText(limit) : formatSeconds(Math.round(limit / 1000)),
  });
