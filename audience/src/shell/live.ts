/** What the phone's screens need of the link to the forum. */
import type { LiveForum } from '@wenzheng/shared/live/forum.svelte';
import type { ViewOf } from '@wenzheng/shared/wire/views';

export type Live = Pick<
  LiveForum<'audience'>,
  | 'view'
  | 'forum'
  | 'mine'
  | 'status'
  | 'sending'
  | 'orphans'
  | 'refusal'
  | 'timeKnown'
  | 'now'
  | 'until'
  | 'submit'
>;
export type View = ViewOf<'audience'>;
export type Documents = View['documents'];
