/** One person with the very code of the screens, for what only that code can show: when it notices and comes back. */
import { ForumLink } from '@wenzheng/shared/live/forum-link';
import { socketTransport } from '@wenzheng/shared/live/socket-transport';
import { memoryStorage } from '@wenzheng/shared/live/storage';
import type { Scope } from '../scope';
import { sharedNow } from './clock';

export interface Person {
  readonly link: ForumLink;
  /** When the state of the link last changed. */
  readonly changedAt: () => number;
}

/** Opens a screen at `url`; `cookie` is null for a display. */
export function openScreen(scope: Scope, url: string, cookie: string | null): Person {
  const client = cookie === null ? 'display' : 'console';
  let changedAt = sharedNow();
  let status = 'connecting';
  const link: ForumLink = new ForumLink({
    transport: socketTransport(url, client, cookie === null ? {} : { cookie }),
    storage: memoryStorage(),
    local: () => performance.now(),
    later: (ms, run) => void setTimeout(run, ms).unref(),
    instance: 'benchmark000',
    client,
    forum: null,
    first: null,
    changed: () => {
      if (link.status === status) return;
      status = link.status;
      changedAt = sharedNow();
    },
  });
  scope.add(link, (each) => each.close());
  return { link, changedAt: () => changedAt };
}

/** Waits until `reached`, looking every two milliseconds; answers when. Errors: it took longer than `seconds`. */
export async function until(
  reached: () => boolean,
  seconds: number,
  what: string,
): Promise<number> {
  const end = sharedNow() + seconds * 1_000;
  while (!reached()) {
    if (sharedNow() > end) throw new Error(`not within ${seconds} s: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  return sharedNow();
}
