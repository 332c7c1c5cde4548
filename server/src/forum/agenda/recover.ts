/** Lost time made up for: what follows keeps the time at which it was planned to start. */
import { duration, type Duration } from '@wenzheng/shared/time/instant';
import type { ForumState } from '../../engine/state';
import { itemsOf, leaveOut } from './lists';
import type { AgendaEntries } from './state';

export function recoverTime(
  state: ForumState,
  { items, leftOut }: AgendaEntries['timeRecovered'],
): void {
  for (const { item, plannedDuration, talks } of items) {
    const row = state.agendaItems.get(item);
    if (!row) continue;
    const limits = new Map(talks.map(({ speaker, limit }) => [speaker, limit]));
    state.agendaItems.put(item, {
      ...row,
      plannedDuration,
      talks: row.talks.map((talk) => ({ ...talk, limit: limits.get(talk.speaker) ?? talk.limit })),
    });
    giveUp(state, item, duration(row.plannedDuration - plannedDuration));
  }
  const rows = itemsOf(state);
  const place = rows.findIndex(({ id }) => id === leftOut);
  const [out, before] = [rows[place], rows[place - 1]];
  if (!out || !before) return;
  giveUp(state, before.id, duration(out.plannedDuration + out.givenUp));
  leaveOut(state, 'agendaItems', out.id);
}

function giveUp({ agendaItems }: ForumState, item: string, by: Duration): void {
  const row = agendaItems.get(item);
  if (row) agendaItems.put(item, { ...row, givenUp: duration(row.givenUp + by) });
}
