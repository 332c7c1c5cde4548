/** What the pages and the API need of the hub. `Hub` of engine/ fits; tests bring a stand-in. */
import type { Role } from '@wenzheng/shared/forum/access';
import type { TrackedQuestion } from '@wenzheng/shared/forum/questions';
import type { Instant } from '@wenzheng/shared/time/instant';

export const FORUM_LOCALES = ['zh-CN', 'en'] as const;
export type ForumLocale = (typeof FORUM_LOCALES)[number];

export interface ListedForum {
  readonly id: string;
  readonly title: string;
  readonly startsAt: Instant;
}

export interface HubPort {
  forums(): readonly ListedForum[];
  /** Id of the live forum. */
  live(): string | null;
  /** Makes the built-in forum and answers its id. */
  createForum(
    locale: ForumLocale,
    actor: { readonly role: Role; readonly id: string },
  ): Promise<string>;
  /** What phones see of a forum, as JSON; it changes only with its revision. */
  page(forum: string): { readonly revision: number; readonly json: string };
  track(forum: string, code: string): TrackedQuestion | null;
}
