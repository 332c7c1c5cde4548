/** What print pages need to know of a forum. */
import type { AgendaItem, ForumView, Speaker, Talk } from '@wenzheng/shared/forum/agenda';
import type { TicketBatch } from '@wenzheng/shared/forum/admission';
import type { Instant } from '@wenzheng/shared/time/instant';
import type { CalendarDate } from '@wenzheng/shared/time/working-days';
import type { Language } from './html';

export interface PrintedTicket {
  readonly number: number;
  readonly code: string;
}

export interface PrintedItem extends Pick<
  AgendaItem,
  'stage' | 'title' | 'plannedStart' | 'plannedDuration'
> {
  readonly owner: string;
  readonly talks: readonly (Omit<Speaker, 'id'> & Omit<Talk, 'speaker'>)[];
}

/** A task as it stands on paper, to be ticked by hand where it is not done yet. */
export interface PrintedTask {
  readonly title: string;
  readonly owner: string;
  readonly due: CalendarDate;
  readonly done: boolean;
}

export interface Sheets {
  readonly forum: Pick<
    ForumView,
    'id' | 'title' | 'theme' | 'venue' | 'startsAt' | 'organisations'
  >;
  readonly day: readonly PrintedItem[];
  readonly tasks: readonly PrintedTask[];
  /** Address that phones open, ending in `/`. */
  readonly url: string;
  /** The tickets of a batch that were not revoked; null if there is no such batch. */
  tickets(
    batch: string,
  ): { readonly batch: TicketBatch; readonly tickets: readonly PrintedTicket[] } | null;
  readonly wifi: { readonly network: string; readonly password: string } | null;
}

/** In the time of the place. */
export const momentIn = (language: Language, moment: Instant): string =>
  new Intl.DateTimeFormat(language, {
    ...{ timeZone: 'Asia/Shanghai', hourCycle: 'h23' },
    ...{ year: 'numeric', month: 'long', day: 'numeric', hour: '2-digit', minute: '2-digit' },
  }).format(moment);

/** Month, day and the day of the week. */
export const dateIn = (language: Language, date: CalendarDate): string =>
  new Intl.DateTimeFormat(language, {
    ...{ timeZone: 'UTC', month: 'short', day: 'numeric', weekday: 'short' },
  }).format(Date.parse(date));

/** `HH:MM`. */
export const timeIn = (language: Language, moment: Instant): string =>
  new Intl.DateTimeFormat(language, {
    ...{ timeZone: 'Asia/Shanghai', hourCycle: 'h23', hour: '2-digit', minute: '2-digit' },
  }).format(moment);

export const addressOf = (url: string): string =>
  url.replace(/^https?:\/\//, '').replace(/\/$/, '');
