/** Lost time made up for; decided here because it must not touch who has had the floor. */
import { heldFor } from '@wenzheng/shared/forum/agenda';
import { SHORTEST_ITEM, SHORTEST_TALK, type RecoverTime } from '@wenzheng/shared/forum/recovery';
import type { Instant } from '@wenzheng/shared/time/instant';
import type { Refusal } from '@wenzheng/shared/wire/protocol';
import { accept, refuse, type Decide } from '../../engine/rooms';
import type { ForumState } from '../../engine/state';
import { itemsOf } from '../agenda';
import { talksHeld } from './view';

type Change = RecoverTime['items'][number];
type Item = ReturnType<typeof itemsOf>[number];

export const recoverTime: Decide<'recoverTime'> = (state, command, { now }) => {
  const { from, items, leaveOut } = command;
  if (state.currentItem.value !== from) return refuse('agenda.moved');
  const rows = itemsOf(state);
  const current = rows.findIndex(({ id }) => id === from);
  /** What may still be changed: the running item and what is to come, but for the last. */
  const rest = rows
    .slice(Math.max(0, current), -1)
    .filter(({ id, run }) => run === null || (id === from && run.endedAt === null));
  for (const change of items) {
    const row = rest.find(({ id }) => id === change.item);
    if (!row) return notThere(rows, change.item);
    const problem = changeProblem(state, row, change, now);
    if (problem) return problem;
  }
  const out = rest.find(({ id, run }) => id === leaveOut && run === null);
  if (leaveOut !== null && !out) return notThere(rows, leaveOut);
  const changed = items.filter((change) => !isAsIs(rest, change));
  if (changed.length === 0 && leaveOut === null) return accept();
  return accept({ type: 'timeRecovered', data: { items: changed, leftOut: leaveOut } });
};

const notThere = (rows: readonly Item[], item: string): Refusal =>
  refuse(rows.some(({ id }) => id === item) ? 'agenda.item_started' : 'agenda.unknown_item');

/** Why `row` cannot become so short: it has grown meanwhile, too little would be left, or that time is spent. */
function changeProblem(
  state: ForumState,
  row: Item,
  { plannedDuration, talks }: Change,
  now: Instant,
): Refusal | null {
  const spent = row.run === null ? 0 : heldFor(row.run, now);
  if (plannedDuration > row.plannedDuration) return refuse('agenda.moved');
  if (plannedDuration < Math.min(row.plannedDuration, Math.max(SHORTEST_ITEM, spent)))
    return refuse('agenda.too_short');
  const held = row.run === null ? 0 : talksHeld(state);
  for (const { speaker, limit } of talks) {
    const place = row.talks.findIndex((talk) => talk.speaker === speaker);
    const talk = row.talks[place];
    if (!talk || limit > talk.limit) return refuse('agenda.moved');
    if (place < held) return refuse('agenda.item_started');
    if (limit < Math.min(talk.limit, SHORTEST_TALK)) return refuse('agenda.too_short');
  }
  return null;
}

const isAsIs = (rest: readonly Item[], { item, plannedDuration, talks }: Change): boolean => {
  const row = rest.find(({ id }) => id === item);
  return (
    row?.plannedDuration === plannedDuration &&
    talks.every(({ speaker, limit }) =>
      row.talks.some((talk) => talk.speaker === speaker && talk.limit === limit),
    )
  );
};
