/** What of the day the rest zone is shown. */
import type { AgendaItem, AgendaView } from '@wenzheng/shared/forum/agenda';
import { startClock, type Clock } from '@wenzheng/shared/time/countdown';
import { duration } from '@wenzheng/shared/time/instant';
import { widthOf } from '../../pages';

/** Titles so wide stand in full, in Chinese characters together; of more only what comes is shown. */
const WHOLE_DAY = 110;
const MOST = 190;
const NEXT = 4;

export function itemsShown({ items, current }: AgendaView): readonly AgendaItem[] {
  const width = items.reduce((sum, { title }) => sum + Math.max(6, widthOf(title)), 0);
  if (width <= WHOLE_DAY) return items;
  const at = Math.max(
    0,
    items.findIndex(({ id }) => id === current),
  );
  const coming = items.slice(at, at + NEXT);
  let left = MOST;
  return coming.filter(({ title }, index) => (left -= widthOf(title)) >= 0 || index === 0);
}

/** How long the item goes on by its plan. Nobody in the rest zone is to be hurried: it does not warn. */
export function itemClock({ startedAt, reopened, plannedDuration }: AgendaItem): Clock | null {
  if (startedAt === null) return null;
  const { since, heldBefore } = reopened ?? { since: startedAt, heldBefore: duration(0) };
  const thresholds = { warning: duration(0), final: duration(0) };
  return { ...startClock(plannedDuration, since), spentBeforePause: heldBefore, thresholds };
}
