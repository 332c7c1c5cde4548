import type { AgendaItem } from '@wenzheng/shared/forum/agenda';
import type { Evolves } from '../../engine/rooms';
import type { ForumState } from '../../engine/state';
import { editedForum } from './edit';
import { plan, putBefore, unplanned } from './plan';
import type { AgendaRow, ForumMade, ForumRow, RunningNote } from './state';

/** What a forum was that was made before there was a choice. */
const asMadeOnce = (): Required<Pick<ForumMade, 'topics' | 'rules' | 'safety' | 'moderation'>> => ({
  topics: [],
  rules: [],
  safety: [],
  moderation: 'pre',
});

interface Named {
  readonly id: string;
}

/** Replaces the row of the same id where it stands; null if there is none. */
const replaced = <Row extends Named>(rows: readonly Row[], row: Row): Row[] | null =>
  rows.some(({ id }) => id === row.id)
    ? rows.map((each) => (each.id === row.id ? row : each))
    : null;

const without = <Row extends Named>(rows: readonly Row[], gone: string): Row[] =>
  rows.filter(({ id }) => id !== gone);

function changeForum(state: ForumState, change: (forum: ForumRow) => ForumRow): void {
  if (state.forum.value) state.forum.set(change(state.forum.value));
}

function changeAgenda(
  state: ForumState,
  items: readonly AgendaItem[],
  notes: AgendaRow['notes'],
): void {
  const startsAt = state.forum.value?.startsAt ?? items[0]?.plannedStart;
  const planned = startsAt === undefined ? items : plan(startsAt, items);
  state.agenda.set({ ...state.agenda.value, items: planned, notes });
}

export const evolveAgenda: Evolves = {
  forumCreated: (state, { data }) => {
    state.forum.set({ ...asMadeOnce(), ...data.forum, closedAt: null });
    state.agenda.set({ items: data.items, current: null, notes: data.notes });
  },
  agendaItemStarted: (state, { data, at }) => {
    const agenda = state.agenda.value;
    const items = agenda.items.map((item) => {
      // Coming back to an item opens it again; its first start stays its start.
      if (item.id === data.item) return { ...item, startedAt: item.startedAt ?? at, endedAt: null };
      return item.id === agenda.current ? { ...item, endedAt: at } : item;
    });
    state.agenda.set({ ...agenda, items, current: data.item });
  },

  forumEdited: (state, { data: { fields } }) => {
    changeForum(state, (forum) => editedForum(forum, fields));
    if (fields.startsAt === undefined) return;
    const { items, notes } = state.agenda.value;
    changeAgenda(state, items, notes);
  },
  departmentPut: (state, { data: { department } }) =>
    changeForum(state, (forum) => {
      const { departments } = forum;
      const before = departments.find(({ id }) => id === department.id);
      // The last one stays the last: it takes what nobody else is in charge of.
      const added = () => departments.toSpliced(-1, 0, department);
      return {
        ...forum,
        departments: replaced(departments, department) ?? added(),
        speakers: forum.speakers.map((speaker) =>
          speaker.department === before?.name
            ? { ...speaker, department: department.name }
            : speaker,
        ),
      };
    }),
  departmentRemoved: (state, { data }) =>
    changeForum(state, (forum) => ({
      ...forum,
      departments: without(forum.departments, data.department),
    })),
  speakerPut: (state, { data: { speaker } }) =>
    changeForum(state, (forum) => ({
      ...forum,
      speakers: replaced(forum.speakers, speaker) ?? [...forum.speakers, speaker],
    })),
  speakerRemoved: (state, { data }) =>
    changeForum(state, (forum) => ({ ...forum, speakers: without(forum.speakers, data.speaker) })),

  agendaItemPut: (state, { data: { item, owner, note, before }, at }) => {
    const { items, notes } = state.agenda.value;
    const there = items.find(({ id }) => id === item.id);
    changeAgenda(
      state,
      there
        ? (replaced(items, { ...there, ...item }) ?? items)
        : putBefore(items, unplanned(item, at), before),
      withNote(notes, { item: item.id, owner, note }),
    );
  },
  agendaItemMoved: (state, { data }) => {
    const { items, notes } = state.agenda.value;
    const moved = items.find(({ id }) => id === data.item);
    if (moved) changeAgenda(state, putBefore(items, moved, data.before), notes);
  },
  agendaItemRemoved: (state, { data }) => {
    const { items, notes } = state.agenda.value;
    changeAgenda(
      state,
      without(items, data.item),
      notes.filter(({ item }) => item !== data.item),
    );
  },

  forumClosed: (state, { at }) => {
    changeForum(state, (forum) => ({ ...forum, closedAt: at }));
    const agenda = state.agenda.value;
    const items = agenda.items.map((item) =>
      item.id === agenda.current ? { ...item, endedAt: item.endedAt ?? at } : item,
    );
    state.agenda.set({ ...agenda, items });
  },
};

function withNote(notes: readonly RunningNote[], note: RunningNote): readonly RunningNote[] {
  const others = notes.filter(({ item }) => item !== note.item);
  return note.owner === '' && note.note === '' ? others : [...others, note];
}
