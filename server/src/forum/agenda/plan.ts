/** The order of the day: where items stand, and when each is planned to start. */
import type { AgendaItem } from '@wenzheng/shared/forum/agenda';
import { after, type Instant } from '@wenzheng/shared/time/instant';
import type { PlannedItem } from './state';

type Planned = Pick<AgendaItem, 'id'>;

/** Where an item comes to stand that is put before `before`; at the end for null or an unknown one. */
export function placeBefore(items: readonly Planned[], before: string | null): number {
  const place = items.findIndex(({ id }) => id === before);
  return place < 0 ? items.length : place;
}

/** Whether anything from `place` on has begun: nothing may be put before it. */
export const begunFrom = (items: readonly AgendaItem[], place: number): boolean =>
  items.slice(place).some(({ startedAt }) => startedAt !== null);

export function putBefore(
  items: readonly AgendaItem[],
  item: AgendaItem,
  before: string | null,
): readonly AgendaItem[] {
  const others = items.filter(({ id }) => id !== item.id);
  return others.toSpliced(placeBefore(others, before), 0, item);
}

/** `item` as it stands in an agenda before it has its time. */
export const unplanned = (item: PlannedItem, start: Instant): AgendaItem => ({
  id: item.id,
  stage: item.stage,
  title: item.title,
  plannedStart: start,
  plannedDuration: item.plannedDuration,
  startedAt: null,
  endedAt: null,
  talks: item.talks,
});

/**
 * Each item is planned to start when the one before it is planned to end, the first with the forum. What
 * has begun keeps its plan, and what follows goes on from that plan, not from how late the hall is.
 */
export function plan(startsAt: Instant, items: readonly AgendaItem[]): readonly AgendaItem[] {
  let start = startsAt;
  return items.map((item) => {
    const planned =
      item.startedAt !== null || item.plannedStart === start
        ? item
        : { ...item, plannedStart: start };
    start = after(planned.plannedStart, planned.plannedDuration);
    return planned;
  });
}
