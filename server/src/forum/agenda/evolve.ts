import { isDeepStrictEqual } from 'node:util';
import { heldFor } from '@wenzheng/shared/forum/agenda';
import { duration, type Instant } from '@wenzheng/shared/time/instant';
import type { Evolves } from '../../engine/rooms';
import type { ForumState } from '../../engine/state';
import { editedForum } from './edit';
import { recoverTime } from './recover';
import { agendaOf, departmentsOf, itemsOf, leaveOut, putBefore, speakersOf } from './lists';
import type { ForumRow, ItemRow, Later, SpeakerRow } from './state';

/** What a forum was that was made before there was a choice. */
const asMadeOnce = (): Pick<ForumRow, Later> => ({
  topics: [],
  areas: [],
  rules: [],
  safety: [],
  staffSafety: [],
  moderation: 'pre',
  rehearsal: false,
});

function changeForum(state: ForumState, change: (forum: ForumRow) => ForumRow): void {
  if (state.forum.value) state.forum.set(change(state.forum.value));
}

/** Ends the item that runs, if one does. */
function endCurrent(state: ForumState, at: Instant): void {
  const row = state.agendaItems.get(state.currentItem.value ?? '');
  if (row?.run && row.run.endedAt === null)
    state.agendaItems.put(row.id, { ...row, run: { ...row.run, endedAt: at } });
}

/** Coming back to an item opens it again; its first start stays its start. */
function begin(state: ForumState, row: ItemRow, at: Instant): void {
  const { run } = row;
  if (run?.endedAt === null) return;
  const first = agendaOf(state).find(({ id }) => id === row.id)?.plannedStart ?? at;
  const begun = run
    ? { ...run, endedAt: null, reopened: { since: at, heldBefore: heldFor(run, at) } }
    : { plannedStart: first, startedAt: at, endedAt: null, reopened: null };
  state.agendaItems.put(row.id, { ...row, run: begun });
}

function putSpeaker(state: ForumState, speaker: SpeakerRow): void {
  const there = state.speakers.get(speaker.id) !== undefined;
  state.speakers.put(speaker.id, speaker);
  if (!there) putBefore(state, 'speakers', speaker.id, null);
}

/** What an item keeps through an edit; time that was given up is had back where it is made longer again. */
function keptThrough(
  there: ItemRow | undefined,
  { plannedDuration }: Pick<ItemRow, 'plannedDuration'>,
): Pick<ItemRow, 'run' | 'givenUp'> {
  if (!there) return { run: null, givenUp: duration(0) };
  const longer = Math.max(0, plannedDuration - there.plannedDuration);
  return { run: there.run, givenUp: duration(Math.max(0, there.givenUp - longer)) };
}

export const evolveAgenda: Evolves = {
  forumCreated: (state, { data }) => {
    const { departments, speakers, ...forum } = data.forum;
    state.forum.set({ ...asMadeOnce(), ...forum, closedAt: null });
    for (const row of departments) state.departments.put(row.id, row);
    for (const row of speakers) state.speakers.put(row.id, row);
    for (const { id, stage, title, plannedDuration, talks } of data.items) {
      const { owner, note } = data.notes.find(({ item }) => item === id) ?? { owner: '', note: '' };
      const item = { id, stage, title, plannedDuration, talks };
      state.agendaItems.put(id, { ...item, owner, note, givenUp: duration(0), run: null });
    }
    const lists = { departments, speakers, agendaItems: data.items };
    for (const [list, rows] of Object.entries(lists))
      state.orders.put(
        list,
        rows.map(({ id }) => id),
      );
  },
  agendaItemStarted: (state, { data, at }) => {
    const row = state.agendaItems.get(data.item);
    if (state.currentItem.value !== data.item) endCurrent(state, at);
    if (row) begin(state, row, at);
    state.currentItem.set(data.item);
  },

  forumEdited: (state, { data: { fields } }) =>
    changeForum(state, (forum) => editedForum(forum, fields)),
  departmentPut: (state, { data: { department } }) => {
    const before = state.departments.get(department.id);
    state.departments.put(department.id, department);
    // The last one stays the last: it takes what nobody else is in charge of.
    if (!before)
      putBefore(state, 'departments', department.id, departmentsOf(state).at(-1)?.id ?? null);
    if (!before || before.name === department.name) return;
    for (const speaker of speakersOf(state))
      if (speaker.department === before.name)
        state.speakers.put(speaker.id, { ...speaker, department: department.name });
  },
  departmentRemoved: (state, { data }) => leaveOut(state, 'departments', data.department),
  speakerPut: (state, { data: { speaker } }) => putSpeaker(state, speaker),
  speakerRemoved: (state, { data }) => leaveOut(state, 'speakers', data.speaker),

  agendaItemPut: (state, { data: { item, owner, note, before } }) => {
    const there = state.agendaItems.get(item.id);
    state.agendaItems.put(item.id, { ...item, owner, note, ...keptThrough(there, item) });
    if (!there) putBefore(state, 'agendaItems', item.id, before);
  },
  agendaItemMoved: (state, { data }) => putBefore(state, 'agendaItems', data.item, data.before),
  agendaItemRemoved: (state, { data }) => leaveOut(state, 'agendaItems', data.item),

  agendaReplaced: (state, { data }) => {
    for (const speaker of data.speakers) putSpeaker(state, speaker);
    const kept = new Set(data.items.map(({ id }) => id));
    for (const { id } of itemsOf(state)) if (!kept.has(id)) state.agendaItems.remove(id);
    for (const item of data.items) {
      const there = state.agendaItems.get(item.id);
      const row = { ...item, ...keptThrough(there, item) };
      // What stays as it was is not touched, so that it stands in the way of nobody's undo.
      if (!isDeepStrictEqual(there, row)) state.agendaItems.put(item.id, row);
    }
    const order = [...kept];
    if (!isDeepStrictEqual(state.orders.get('agendaItems'), order))
      state.orders.put('agendaItems', order);
  },

  timeRecovered: (state, { data }) => recoverTime(state, data),

  forumClosed: (state, { at }) => {
    changeForum(state, (forum) => ({ ...forum, closedAt: at }));
    endCurrent(state, at);
  },
};
