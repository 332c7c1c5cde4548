/** A moment of these days, as short as it can be told. */
import { m } from '@wenzheng/shared/paraglide/messages.js';
import type { Instant } from '@wenzheng/shared/time/instant';
import { dayTimeText } from '@wenzheng/shared/ui/day-times';
import { momentText, timeText } from '@wenzheng/shared/ui/moments';

const dayOf = (moment: Instant): string =>
  momentText(moment, { year: 'numeric', month: 'numeric', day: 'numeric' });

/** The time if `moment` is of the same day as `now`, else with the day before it. */
export const recentText = (moment: Instant, now: Instant | null): string =>
  now !== null && dayOf(moment) === dayOf(now)
    ? m.access_today({ time: timeText(moment) })
    : dayTimeText(moment);
