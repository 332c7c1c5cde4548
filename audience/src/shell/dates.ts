/** Days as a phone shows them. */
import type { Instant } from '@wenzheng/shared/time/instant';
import { momentText } from '@wenzheng/shared/ui/moments';

export const dayText = (moment: Instant): string =>
  momentText(moment, { year: 'numeric', month: 'long', day: 'numeric', weekday: 'long' });

export const shortDayText = (moment: Instant): string =>
  momentText(moment, { month: 'long', day: 'numeric' });
