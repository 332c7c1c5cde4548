/** A forum as its print pages need it. */
import type { PrintedItem, Sheets } from '../http/print/sheets';
import { isRevoked } from '../forum/admission';
import { dueDate } from '@wenzheng/shared/forum/checklist';
import { agendaOf } from '../forum/agenda';
import { tasksOf } from '../forum/checklist';
import type { RoomSeat } from './open-room';
import type { ForumState } from './state';

export function sheetsOf({ engine, room }: RoomSeat, url: string): Sheets | null {
  const { state } = engine;
  const forum = state.forum.value;
  if (!forum) return null;
  const { id, title, theme, venue, startsAt, organisations } = forum;
  const wifi = state.wifi.value;
  const { words } = room.ports.sight();
  return {
    forum: { id, title, theme, venue, startsAt, organisations },
    day: dayOf(state),
    tasks: tasksOf(state).map(({ title: task, owner, daysBefore, done }) => ({
      ...{ title: task, owner, due: dueDate(startsAt, { daysBefore }), done: done !== null },
    })),
    url,
    wifi: wifi && {
      network: words(wifi.network),
      password: wifi.password === null ? '' : words(wifi.password),
    },
    tickets: (id) => {
      const batch = state.ticketBatches.get(id);
      if (!batch) return null;
      const numbers = Array.from({ length: batch.count }, (_, place) => batch.first + place);
      const tickets = numbers
        .filter((number) => !isRevoked(state, number))
        .map((number) => ({ number, code: room.ports.codes.ticketCode(number) }));
      return { batch, tickets };
    },
  };
}

const dayOf = (state: ForumState): PrintedItem[] =>
  agendaOf(state).map(({ id, stage, title, plannedStart, plannedDuration, talks }) => ({
    ...{ stage, title, plannedStart, plannedDuration },
    owner: state.agendaItems.get(id)?.owner ?? '',
    talks: talks.flatMap(({ speaker, topic, limit }) => {
      const row = state.speakers.get(speaker);
      if (!row) return [];
      const { name, office, department } = row;
      return [{ name, office, department, topic, limit }];
    }),
  }));
