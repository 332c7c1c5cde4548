/** Moments and dates in the reader's language, always in China's time, where the forum takes place. */
import type { Instant } from '@wenzheng/shared/time/instant';
import type { CalendarDate } from '@wenzheng/shared/time/working-days';
import { language } from './language.svelte';

const text = (moment: number, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(language.locale, { timeZone: 'Asia/Shanghai', ...options }).format(
    moment,
  );

export const timeText = (moment: Instant): string =>
  text(moment, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

export const dayText = (moment: Instant): string =>
  text(moment, { year: 'numeric', month: 'long', day: 'numeric', weekday: 'long' });

export const shortDayText = (moment: Instant): string =>
  text(moment, { month: 'long', day: 'numeric' });

export const dateText = (date: CalendarDate): string =>
  text(Date.parse(date), { month: 'long', day: 'numeric', timeZone: 'UTC' });
