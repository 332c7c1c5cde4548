import type { TimeSource } from '@wenzheng/shared/live/ticking.svelte';
import type { Instant } from '@wenzheng/shared/time/instant';
import { pageAt, untilTurn } from '../pages';

/** The page that stands now, from 0. Call while a component initialises. */
export function turning(
  time: TimeSource,
  since: () => Instant,
  pages: () => number,
): { readonly page: number } {
  let turns = $state(0);
  const page = $derived.by(() => {
    void turns;
    return pages() < 2 || !time.timeKnown ? 0 : pageAt(since(), time.now(), pages());
  });
  $effect(() => {
    void turns;
    if (pages() < 2 || !time.timeKnown || time.still === true) return;
    // A millisecond late rather than early: a timer that comes too soon would find the old page.
    const timer = setTimeout(() => (turns += 1), untilTurn(since(), time.now()) + 1);
    return () => clearTimeout(timer);
  });
  return {
    get page() {
      return page;
    },
  };
}
