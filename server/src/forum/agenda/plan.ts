/** When the items of an agenda are planned to start. */
import type { AgendaItem } from '@wenzheng/shared/forum/agenda';
import { after, duration, type Instant } from '@wenzheng/shared/time/instant';
import type { AgendaEntries, ForumMade, ItemRow, PlannedItem } from './state';

const NOT_BEGUN = { startedAt: null, endedAt: null, reopened: null } as const;

/**
 * Each item is planned to start when the one before it is planned to end, the first with the forum. What
 * has begun keeps its plan, and what follows goes on from that plan, not from how late the hall is, nor earlier
 * because time was made up for.
 */
export function plan(
  startsAt: Instant,
  items: readonly (PlannedItem & Partial<Pick<ItemRow, 'run' | 'givenUp'>>)[],
): readonly AgendaItem[] {
  let start = startsAt;
  return items.map(({ id, stage, title, plannedDuration, talks, run, givenUp }) => {
    const plannedStart = run?.plannedStart ?? start;
    start = after(plannedStart, duration(plannedDuration + (givenUp ?? 0)));
    const { startedAt, endedAt, reopened } = run ?? NOT_BEGUN;
    const item = { id, stage, title, plannedStart, plannedDuration, talks };
    return { ...item, startedAt, endedAt, reopened };
  });
}

/** Facts of a forum that nothing has happened in yet, with its items planned from its start. */
export const plannedForum = (
  forum: ForumMade,
  items: readonly Omit<ItemRow, 'run' | 'givenUp'>[],
): AgendaEntries['forumCreated'] => ({
  forum,
  items: plan(forum.startsAt, items),
  notes: items.flatMap(({ id, owner, note }) =>
    owner === '' && note === '' ? [] : [{ item: id, owner, note }],
  ),
});
