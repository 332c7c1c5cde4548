/** Departments, speakers and items of the agenda in the order in which their organisers put them. */
import type { AgendaItem } from '@wenzheng/shared/forum/agenda';
import type { ForumState } from '../../engine/state';
import type { Table } from '../../engine/store';
import { plan } from './plan';
import type { DepartmentRow, ItemRow, RunningNote, SpeakerRow } from './state';

type ListName = 'departments' | 'speakers' | 'agendaItems';

const orderOf = (state: ForumState, list: ListName): readonly string[] =>
  state.orders.get(list) ?? [];

const inOrder = <Row>(ids: readonly string[], rows: Table<Row>): Row[] =>
  ids.flatMap((id) => rows.get(id) ?? []);

export const departmentsOf = (state: ForumState): DepartmentRow[] =>
  inOrder(orderOf(state, 'departments'), state.departments);
export const speakersOf = (state: ForumState): SpeakerRow[] =>
  inOrder(orderOf(state, 'speakers'), state.speakers);
export const itemsOf = (state: ForumState): ItemRow[] =>
  inOrder(orderOf(state, 'agendaItems'), state.agendaItems);

/** What organisers noted for those who run the day; an item without a note has none here. */
export const notesOf = (state: ForumState): RunningNote[] =>
  itemsOf(state).flatMap(({ id, owner, note }) =>
    owner === '' && note === '' ? [] : [{ item: id, owner, note }],
  );

/** The agenda as everyone sees it: each item with the time at which it is planned to start. */
export const agendaOf = (state: ForumState): readonly AgendaItem[] =>
  state.forum.value ? plan(state.forum.value.startsAt, itemsOf(state)) : [];

/** Puts `id` before `before`, at the end for null or an unknown one. */
export function putBefore(
  state: ForumState,
  list: ListName,
  id: string,
  before: string | null,
): void {
  const others = orderOf(state, list).filter((each) => each !== id);
  state.orders.put(list, others.toSpliced(placeBefore(others, before), 0, id));
}

export function leaveOut(state: ForumState, list: ListName, id: string): void {
  state[list].remove(id);
  state.orders.put(
    list,
    orderOf(state, list).filter((each) => each !== id),
  );
}

/** Where something comes to stand that is put before `before`. */
export function placeBefore(ids: readonly string[], before: string | null): number {
  const place = before === null ? -1 : ids.indexOf(before);
  return place < 0 ? ids.length : place;
}
