import { isDeepStrictEqual } from 'node:util';
import { LIST_LIMIT } from '@wenzheng/shared/forum/agenda';
import { accept, refuse, type Decides, type Decision } from '../../engine/rooms';
import type { ForumState } from '../../engine/state';
import { editedForum } from './edit';
import { begunFrom, placeBefore } from './plan';
import type { ForumRow, PlannedItem, RunningNote } from './state';
import { userOfDepartment, userOfSpeaker } from './users';

type AgendaCommand =
  | 'startAgendaItem'
  | 'editForum'
  | 'putDepartment'
  | 'removeDepartment'
  | 'putSpeaker'
  | 'removeSpeaker'
  | 'putAgendaItem'
  | 'moveAgendaItem'
  | 'removeAgendaItem';

const named = (wanted: string) => (each: { readonly id: string }) => each.id === wanted;

const ofForum = (state: ForumState, decide: (forum: ForumRow) => Decision): Decision =>
  state.forum.value ? decide(state.forum.value) : refuse('no_forum');

/** Answers that nothing is to be done if `row` stands there already, or that there are too many rows. */
function settled<Row extends { readonly id: string }>(
  rows: readonly Row[],
  row: Row,
): Decision | null {
  const there = rows.find(named(row.id));
  if (!there) return rows.length < LIST_LIMIT ? null : refuse('agenda.too_many');
  return isDeepStrictEqual(there, row) ? accept() : null;
}

export const decideAgenda: Decides<AgendaCommand> = {
  startAgendaItem: (state, { item, from }) => {
    const agenda = state.agenda.value;
    if (agenda.current === item) return accept();
    if (agenda.current !== from) return refuse('agenda.moved');
    if (!agenda.items.some(named(item))) return refuse('agenda.unknown_item');
    return accept({ type: 'agendaItemStarted', data: { item } });
  },

  editForum: (state, { fields }) =>
    ofForum(state, (forum) =>
      isDeepStrictEqual(editedForum(forum, fields), forum)
        ? accept()
        : accept({ type: 'forumEdited', data: { fields } }),
    ),

  putDepartment: (state, { department }) =>
    ofForum(state, ({ departments, speakers }) => {
      const { head } = department;
      if (head !== null && !speakers.some(named(head))) return refuse('agenda.unknown_speaker');
      const put = accept({ type: 'departmentPut', data: { department } });
      return settled(departments, department) ?? put;
    }),
  removeDepartment: (state, { department }) =>
    ofForum(state, ({ departments }) => {
      if (!departments.some(named(department))) return accept();
      const by = userOfDepartment(state, department);
      if (by !== null) return refuse('agenda.still_used', { by });
      return accept({ type: 'departmentRemoved', data: { department } });
    }),

  putSpeaker: (state, { speaker }) =>
    ofForum(
      state,
      ({ speakers }) =>
        settled(speakers, speaker) ?? accept({ type: 'speakerPut', data: { speaker } }),
    ),
  removeSpeaker: (state, { speaker }) =>
    ofForum(state, ({ speakers }) => {
      if (!speakers.some(named(speaker))) return accept();
      const by = userOfSpeaker(state, speaker);
      if (by !== null) return refuse('agenda.still_used', { by });
      return accept({ type: 'speakerRemoved', data: { speaker } });
    }),

  putAgendaItem: (state, { item: { owner, note, ...item }, before }) => {
    const { items, notes } = state.agenda.value;
    const there = items.find(named(item.id));
    if (there && there.startedAt !== null) return refuse('agenda.item_started');
    const speakers = state.forum.value?.speakers ?? [];
    if (!item.talks.every(({ speaker }) => speakers.some(named(speaker))))
      return refuse('agenda.unknown_speaker');
    const put = accept({ type: 'agendaItemPut', data: { item, owner, note, before } });
    if (there) {
      const same = { ...there, ...item };
      const unchanged = isDeepStrictEqual(same, there) && isNote(notes, item, owner, note);
      return unchanged ? accept() : put;
    }
    if (before !== null && !items.some(named(before))) return refuse('agenda.unknown_item');
    if (begunFrom(items, placeBefore(items, before))) return refuse('agenda.item_started');
    return items.length < LIST_LIMIT ? put : refuse('agenda.too_many');
  },
  moveAgendaItem: (state, { item, before }) => {
    const { items } = state.agenda.value;
    const place = items.findIndex(named(item));
    if (place < 0 || (before !== null && !items.some(named(before))))
      return refuse('agenda.unknown_item');
    if (items[place]?.startedAt !== null) return refuse('agenda.item_started');
    const others = items.toSpliced(place, 1);
    const wanted = placeBefore(others, before);
    if (before === item || wanted === place) return accept();
    if (begunFrom(others, wanted)) return refuse('agenda.item_started');
    return accept({ type: 'agendaItemMoved', data: { item, before } });
  },
  removeAgendaItem: (state, { item }) => {
    const there = state.agenda.value.items.find(named(item));
    if (!there) return accept();
    if (there.startedAt !== null) return refuse('agenda.item_started');
    return accept({ type: 'agendaItemRemoved', data: { item } });
  },
};

function isNote(
  notes: readonly RunningNote[],
  { id }: PlannedItem,
  owner: string,
  note: string,
): boolean {
  const there = notes.find(({ item }) => item === id);
  return (there?.owner ?? '') === owner && (there?.note ?? '') === note;
}
