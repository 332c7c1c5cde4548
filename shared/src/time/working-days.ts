/** Dates by China's calendar of working days (holidays and make-up days), from chinese-days. */
import { getDayDetail, getLunarDate, getSolarTermDate } from 'chinese-days';
import { minutes, type Instant } from './instant';

/** A calendar date, `YYYY-MM-DD`. */
export type CalendarDate = string & { readonly __unit: 'calendar-date' };

const CHINA_OFFSET = minutes(8 * 60);
const DAY_MS = 86_400_000;
/** Days off by law: the Regulation on Public Holidays, as amended for 2025. */
const OFF = new Set(['01-01', '05-01', '05-02', '10-01', '10-02', '10-03']);
/** The same by month and day of the lunar calendar; New Year's Eve and Qingming beside them. */
const OFF_BY_MOON = new Set(['1-1', '1-2', '1-3', '5-5', '8-15']);

/** The calendar date in China (UTC+8, no daylight saving) at `moment`. */
export const dateInChina = (moment: Instant): CalendarDate =>
  new Date(moment + CHINA_OFFSET).toISOString().slice(0, 10) as CalendarDate;

/**
 * The date `count` working days after the day of `moment`. The calendar of a year is announced late in the year
 * before; until this program knows it, days off by law count as such, without the days made up for them.
 */
export function workingDaysAfter(moment: Instant, count: number): CalendarDate {
  let date = dateInChina(moment);
  for (let left = count; left > 0; left -= isWorkingDay(date) ? 1 : 0) date = dayAfter(date);
  return date;
}

const dayAfter = (date: CalendarDate): CalendarDate =>
  new Date(Date.parse(date) + DAY_MS).toISOString().slice(0, 10) as CalendarDate;

function isWorkingDay(date: CalendarDate): boolean {
  if (isAnnounced(date)) return getDayDetail(date).work;
  // Not from the calendar, which takes the weekday from the time zone of the machine.
  const weekday = new Date(date).getUTCDay();
  if (weekday === 0 || weekday === 6) return false;
  return isAnnounced(`${date.slice(0, 4)}-10-01`) || !isOffByLaw(date);
}

/** Whether the calendar names `date` as a holiday or as a day made up for one. */
const isAnnounced = (date: string): boolean => getDayDetail(date).name.includes(',');

function isOffByLaw(date: CalendarDate): boolean {
  const qingming = getSolarTermDate(Number(date.slice(0, 4)), 4, 'pure_brightness');
  return (
    OFF.has(date.slice(5)) ||
    OFF_BY_MOON.has(lunar(date)) ||
    lunar(dayAfter(date)) === '1-1' ||
    // Both in the calendar's own writing.
    getDayDetail(date).date === qingming
  );
}

function lunar(date: CalendarDate): string {
  const { isLeap, lunarMon, lunarDay } = getLunarDate(date);
  return isLeap ? '' : `${lunarMon}-${lunarDay}`;
}
