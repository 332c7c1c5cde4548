/** Whether the link has been away long enough to say so. Call while a component initialises. */
import type { LinkStatus } from '@wenzheng/shared/live/forum-link';

/** A first connection takes a moment; a lost one is told at once. */
const PATIENCE_MS = 4_000;

export function connectionLost(status: () => LinkStatus): { readonly lost: boolean } {
  let tooLong = $state(false);
  $effect(() => {
    if (status() !== 'connecting') return;
    const timer = setTimeout(() => (tooLong = true), PATIENCE_MS);
    return () => {
      clearTimeout(timer);
      tooLong = false;
    };
  });
  return {
    get lost() {
      return status() === 'lost' || tooLong;
    },
  };
}
