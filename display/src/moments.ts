/** Days and lengths of time as the hall reads them. */
import type { Speaker } from '@wenzheng/shared/forum/agenda';
import { m } from '@wenzheng/shared/paraglide/messages.js';
import { formatSeconds } from '@wenzheng/shared/time/countdown';
import type { Duration, Instant } from '@wenzheng/shared/time/instant';
import { widthOf } from './pages';
import { countText, momentText } from '@wenzheng/shared/ui/moments';
import { officeOf } from '@wenzheng/shared/ui/office';

/** Beyond this, in Chinese characters, a speaker goes by the department where room is short. */
const ANNOUNCED = 44;

/** For a speaker beside more important words: department and office, or the department alone if both are long. */
export function announcedOffice({ department, office }: Omit<Speaker, 'id'>): string {
  const both = officeOf({ department, office });
  return widthOf(both) <= ANNOUNCED ? both : department;
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
