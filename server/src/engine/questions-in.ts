/** What somebody asks about the questions of one forum, beside what its views show. */
import type { SimilarOnPhone } from '@wenzheng/shared/forum/desk';
import type { QueueFound, QueueWish } from '@wenzheng/shared/forum/picking';
import type { TrackedQuestion } from '@wenzheng/shared/forum/questions';
import { parseTrackingCode } from '@wenzheng/shared/forum/tracking';
import { lookUpQueue, trackedView } from '../forum/questions';
import { systemScheduler } from '../ports/system';
import type { RoomSeat } from './open-room';

/** Status of the question with this tracking code, or null. */
export function trackedIn({ engine, room }: RoomSeat, code: string): TrackedQuestion | null {
  const parsed = parseTrackingCode(code);
  if (parsed === null) return null;
  const { state } = engine;
  const row = state.questions.settled(state.trackingCodes.settled(parsed) ?? '');
  return row ? trackedView(room.ports.sight(), row) : null;
}

/** Looks through the whole queue for a desk, in turns with everything else. */
export function queueIn({ room }: RoomSeat, wish: QueueWish): Promise<QueueFound> {
  const turn = () => new Promise<void>((done) => systemScheduler.soon(done));
  return lookUpQueue(room.ports.sight(), wish, turn);
}

/** Questions that can be supported instead of asking `text`. */
export async function similarIn(
  { engine, reading }: RoomSeat,
  text: string,
): Promise<readonly SimilarOnPhone[] | 'busy'> {
  // Nobody can ask or support any more.
  if ((engine.state.forum.value?.closedAt ?? null) !== null) return [];
  return (await reading.onPhone(text)) ?? 'busy';
}
