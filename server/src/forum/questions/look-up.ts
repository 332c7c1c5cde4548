/**
 * Looks through the whole queue for a desk, which holds only the first of it. The event loop turns in between,
 * so that nothing waits for it however long the queue is.
 */
import {
  fitsWish,
  QUEUE_FOUND_LIMIT,
  type QueueFound,
  type QueueWish,
} from '@wenzheng/shared/forum/picking';
import type { Sight } from '../../engine/views';
import { isOpen } from './state';
import { queuedView } from './view';

const AT_ONCE = 1_000;

/** `turn` resolves once the event loop has turned. */
export async function lookUpQueue(
  sight: Sight,
  wish: QueueWish,
  turn: () => Promise<void>,
): Promise<QueueFound> {
  const questions: QueueFound['questions'] = [];
  for (const [index, id] of sight.ranks.openIn(wish.order).entries()) {
    if (index % AT_ONCE === AT_ONCE - 1) await turn();
    // While others wait for their turn the head state may hold what is not durable yet.
    const row = sight.state.questions.settled(id);
    if (!row || !isOpen(row) || !fitsWish(row, wish)) continue;
    if (questions.length === QUEUE_FOUND_LIMIT) return { questions, more: true };
    const support = sight.state.counts.settled(id) ?? 0;
    const inHall = sight.state.hallCounts.settled(id) ?? 0;
    questions.push({ id, ...queuedView(sight, row), support, inHall });
  }
  return { questions, more: false };
}
