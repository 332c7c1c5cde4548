import type {
  AgendaView,
  ForumView,
  RunningNotesView,
  SetupView,
} from '@wenzheng/shared/forum/agenda';
import { instant } from '@wenzheng/shared/time/instant';
import { documentView } from '../../engine/views';
import { agendaOf, departmentsOf, notesOf, speakersOf } from './lists';

const NO_FORUM: ForumView = {
  id: 'none',
  title: '',
  theme: '',
  venue: '',
  startsAt: instant(0),
  organisations: [],
  departments: [],
  speakers: [],
  topics: [],
  areas: [],
  scope: [],
  rules: [],
  safety: [],
  moderation: 'pre',
  closedAt: null,
  rehearsal: false,
};

export const forumDocument = documentView({
  reads: ['forum', 'departments', 'speakers', 'orders'],
  build: ({ state }): ForumView => {
    const forum = state.forum.value;
    if (!forum) return NO_FORUM;
    return {
      id: forum.id,
      title: forum.title,
      theme: forum.theme,
      venue: forum.venue,
      startsAt: forum.startsAt,
      organisations: forum.organisations,
      departments: departmentsOf(state).map((each) => ({
        id: each.id,
        name: each.name,
        head: each.head,
        present: each.present,
      })),
      speakers: speakersOf(state).map(({ id, name, office, department }) => ({
        ...{ id, name, office, department },
      })),
      topics: forum.topics,
      areas: forum.areas,
      scope: forum.scope,
      rules: forum.rules,
      safety: forum.safety,
      moderation: forum.moderation,
      closedAt: forum.closedAt,
      rehearsal: forum.rehearsal,
    };
  },
});

export const agendaDocument = documentView({
  reads: ['forum', 'agendaItems', 'currentItem', 'orders'],
  build: ({ state }): AgendaView => ({
    current: state.currentItem.value,
    items: agendaOf(state).map((item) => ({
      id: item.id,
      stage: item.stage,
      title: item.title,
      plannedStart: item.plannedStart,
      plannedDuration: item.plannedDuration,
      startedAt: item.startedAt,
      endedAt: item.endedAt,
      reopened: item.reopened && {
        since: item.reopened.since,
        heldBefore: item.reopened.heldBefore,
      },
      talks: item.talks.map(({ speaker, topic, limit }) => ({ speaker, topic, limit })),
    })),
  }),
});

export const runningNotesDocument = documentView({
  reads: ['agendaItems', 'orders'],
  build: ({ state }): RunningNotesView => ({
    notes: notesOf(state).map(({ item, owner, note }) => ({ item, owner, note })),
  }),
});

/** For staff, so that they have it before they need it. */
export const staffSafetyDocument = documentView({
  reads: ['forum'],
  build: ({ state }): string[] => [...(state.forum.value?.staffSafety ?? [])],
});

export const setupDocument = documentView({
  reads: ['departments', 'orders'],
  build: ({ state }): SetupView => ({
    keywords: departmentsOf(state).map(({ id, keywords }) => ({
      department: id,
      words: [...keywords],
    })),
  }),
});
