/** Dates by China's calendar of working days (holidays and make-up days), from chinese-days. */
import { findWorkday } from 'chinese-days';
import { minutes, type Instant } from './instant';

/** A calendar date, `YYYY-MM-DD`. */
export type CalendarDate = string & { readonly __unit: 'calendar-date' };

const CHINA_OFFSET = minutes(8 * 60);

/** The calendar date in China (UTC+8, no daylight saving) at `moment`. */
export const dateInChina = (moment: Instant): CalendarDate =>
  new Date(moment + CHINA_OFFSET).toISOString().slice(0, 10) as CalendarDate;

/** The date `count` working days after the day of `moment`. */
export const workingDaysAfter = (moment: Instant, count: number): CalendarDate =>
  findWorkday(count, dateInChina(moment)) as CalendarDate;
