import { isDeepStrictEqual } from 'node:util';
import { LIST_LIMIT } from '@wenzheng/shared/forum/agenda';
import { accept, refuse, type Decides, type Decision } from '../../engine/rooms';
import type { ForumState } from '../../engine/state';
import type { Table } from '../../engine/store';
import { editedForum } from './edit';
import { itemsOf, placeBefore } from './lists';
import { replaceAgenda } from './replace';
import type { ForumRow, ItemRow } from './state';

type AgendaCommand =
  | 'startAgendaItem'
  | 'editForum'
  | 'putDepartment'
  | 'removeDepartment'
  | 'putSpeaker'
  | 'removeSpeaker'
  | 'putAgendaItem'
  | 'moveAgendaItem'
  | 'removeAgendaItem'
  | 'replaceAgenda';

const ofForum = (state: ForumState, decide: (forum: ForumRow) => Decision): Decision =>
  state.forum.value ? decide(state.forum.value) : refuse('no_forum');

/** Answers that nothing is to be done if `row` stands there already, or that there are too many rows. */
function settled<Row extends { readonly id: string }>(rows: Table<Row>, row: Row): Decision | null {
  const there = rows.get(row.id);
  if (!there) return rows.size < LIST_LIMIT ? null : refuse('agenda.too_many');
  return isDeepStrictEqual(there, row) ? accept() : null;
}

/** Whether anything of these items has begun: nothing may be put before it. */
const hasBegun = (items: readonly ItemRow[]): boolean => items.some(({ run }) => run !== null);

export const decideAgenda: Decides<AgendaCommand> = {
  startAgendaItem: (state, { item, from }) => {
    const current = state.currentItem.value;
    if (current === item) return accept();
    if (current !== from) return refuse('agenda.moved');
    if (!state.agendaItems.get(item)) return refuse('agenda.unknown_item');
    return accept({ type: 'agendaItemStarted', data: { item } });
  },

  editForum: (state, { fields }) =>
    ofForum(state, (forum) =>
      isDeepStrictEqual(editedForum(forum, fields), forum)
        ? accept()
        : accept({ type: 'forumEdited', data: { fields } }),
    ),

  putDepartment: (state, { department }) =>
    ofForum(state, () => {
      const { head } = department;
      if (head !== null && !state.speakers.get(head)) return refuse('agenda.unknown_speaker');
      const put = accept({ type: 'departmentPut', data: { department } });
      return settled(state.departments, department) ?? put;
    }),
  removeDepartment: (state, { department }) => {
    if (!state.departments.get(department)) return accept();
    return accept({ type: 'departmentRemoved', data: { department } });
  },

  putSpeaker: (state, { speaker }) =>
    ofForum(
      state,
      () => settled(state.speakers, speaker) ?? accept({ type: 'speakerPut', data: { speaker } }),
    ),
  removeSpeaker: (state, { speaker }) => {
    if (!state.speakers.get(speaker)) return accept();
    return accept({ type: 'speakerRemoved', data: { speaker } });
  },

  putAgendaItem: (state, { item: { owner, note, ...item }, before }) => {
    const there = state.agendaItems.get(item.id);
    if (there && there.run !== null) return refuse('agenda.item_started');
    if (!item.talks.every(({ speaker }) => state.speakers.get(speaker)))
      return refuse('agenda.unknown_speaker');
    const put = accept({ type: 'agendaItemPut', data: { item, owner, note, before } });
    if (there) return isDeepStrictEqual(there, { ...there, ...item, owner, note }) ? accept() : put;
    if (before !== null && !state.agendaItems.get(before)) return refuse('agenda.unknown_item');
    const items = itemsOf(state);
    if (hasBegun(items.slice(placeBefore(items.map(idOf), before))))
      return refuse('agenda.item_started');
    return items.length < LIST_LIMIT ? put : refuse('agenda.too_many');
  },
  moveAgendaItem: (state, { item, before }) => {
    const items = itemsOf(state);
    const ids = items.map(idOf);
    const place = ids.indexOf(item);
    if (place < 0 || (before !== null && !ids.includes(before)))
      return refuse('agenda.unknown_item');
    if (items[place]?.run !== null) return refuse('agenda.item_started');
    const others = items.toSpliced(place, 1);
    const wanted = placeBefore(others.map(idOf), before);
    if (before === item || wanted === place) return accept();
    if (hasBegun(others.slice(wanted))) return refuse('agenda.item_started');
    return accept({ type: 'agendaItemMoved', data: { item, before } });
  },
  removeAgendaItem: (state, { item }) => {
    const there = state.agendaItems.get(item);
    if (!there) return accept();
    if (there.run !== null) return refuse('agenda.item_started');
    return accept({ type: 'agendaItemRemoved', data: { item } });
  },
  replaceAgenda,
};

const idOf = ({ id }: ItemRow): string => id;
