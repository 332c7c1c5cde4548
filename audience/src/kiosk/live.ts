/** What the kiosk's screens need of the link to the forum. */
import type { LiveForum } from '@wenzheng/shared/live/forum.svelte';
import type { ViewOf } from '@wenzheng/shared/wire/views';

export type KioskLive = Pick<
  LiveForum<'kiosk'>,
  'view' | 'forum' | 'status' | 'refusal' | 'timeKnown' | 'now' | 'until' | 'submit'
>;
export type KioskView = ViewOf<'kiosk'>;
export type KioskDocuments = KioskView['documents'];
