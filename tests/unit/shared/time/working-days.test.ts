/** When a promise is due, by China's working days. */
import { instant } from '@wenzheng/shared/time/instant';
import { workingDaysAfter } from '@wenzheng/shared/time/working-days';
import { afterEach, describe, expect, test, vi } from 'vitest';

const noon = (date: string) => instant(Date.parse(`${date}T04:00Z`));

describe('five working days after', () => {
  test.each([
    ['an ordinary Friday', '2026-11-27', '2026-12-04'],
    ['days before a Saturday that is worked', '2026-02-10', '2026-02-24'],
    ['days before National Day', '2026-09-29', '2026-10-12'],
  ])('%s, in a year that is announced', (_, from, due) => {
    expect(workingDaysAfter(noon(from), 5)).toBe(due);
  });

  test.each([
    ['New Year', '2030-12-27', '2031-01-06'],
    ['Spring Festival and its eve', '2027-02-01', '2027-02-10'],
    ['Qingming', '2028-03-30', '2028-04-07'],
    ['Labour Day', '2028-04-27', '2028-05-08'],
    ['Dragon Boat Festival', '2027-06-07', '2027-06-15'],
    ['Mid-Autumn', '2027-09-13', '2027-09-21'],
    ['National Day', '2029-09-27', '2029-10-09'],
  ])('days before %s, in a year that is not', (_, from, due) => {
    expect(workingDaysAfter(noon(from), 5)).toBe(due);
  });
});

describe('on a machine abroad', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
    vi.resetModules();
  });

  test.each(['America/New_York', 'Pacific/Kiritimati'])(
    'in %s the day is the same',
    async (zone) => {
      vi.stubEnv('TZ', zone);
      // Its calendar is made out when it is read.
      vi.resetModules();
      const there = await import('@wenzheng/shared/time/working-days');
      expect(new Date(0).getTimezoneOffset()).not.toBe(0);
      expect(there.workingDaysAfter(noon('2026-11-27'), 5)).toBe('2026-12-04');
      expect(there.workingDaysAfter(noon('2026-09-29'), 5)).toBe('2026-10-12');
      expect(there.workingDaysAfter(noon('2028-03-30'), 5)).toBe('2028-04-07');
    },
  );
});
