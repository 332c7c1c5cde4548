/** What print pages need to know of a forum. */
import type { AgendaItem, ForumView, Speaker, Talk } from '@wenzheng/shared/forum/agenda';
import type { TicketBatch } from '@wenzheng/shared/forum/admission';
import type { Instant } from '@wenzheng/shared/time/instant';
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

export interface Sheets {
  readonly forum: Pick<
    ForumView,
    'id' | 'title' | 'theme' | 'venue' | 'startsAt' | 'organisations'
  >;
  readonly day: readonly PrintedItem[];
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

/** `HH:MM`. */
export const timeIn = (language: Language, moment: Instant): string =>
  new Intl.DateTimeFormat(language, {
    ...{ timeZone: 'Asia/Shanghai', hourCycle: 'h23', hour: '2-digit', minute: '2-digit' },
  }).format(moment);

export const addressOf = (url: string): string =>
  url.replace(/^https?:\/\//, '').replace(/\/$/, '');
