/** Moments that may be of another day. Apart from `moments.ts`, which a phone loads at once. */
import type { Instant } from '../time/instant';
import { momentText } from './moments';

const DAY_TIME: Intl.DateTimeFormatOptions = {
  month: 'long',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
};

/** Month, day and time. */
export const dayTimeText = (moment: Instant): string => momentText(moment, DAY_TIME);

/** The same with its year. */
export const wholeMomentText = (moment: Instant): string =>
  momentText(moment, { year: 'numeric', ...DAY_TIME });
