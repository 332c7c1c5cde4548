import type {
  AgendaView,
  ForumView,
  RunningNotesView,
  SetupView,
} from '@wenzheng/shared/forum/agenda';
import { instant } from '@wenzheng/shared/time/instant';
import { documentView } from '../../engine/views';

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
  scope: [],
  rules: [],
  safety: [],
  moderation: 'pre',
  closedAt: null,
};

export const forumDocument = documentView({
  reads: ['forum'],
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
      departments: forum.departments.map((each) => ({
        id: each.id,
        name: each.name,
        head: each.head,
        present: each.present,
      })),
      speakers: forum.speakers,
      topics: forum.topics,
      scope: forum.scope,
      rules: forum.rules,
      safety: forum.safety,
      moderation: forum.moderation,
      closedAt: forum.closedAt,
    };
  },
});

export const agendaDocument = documentView({
  reads: ['agenda'],
  build: ({ state }): AgendaView => {
    const { items, current } = state.agenda.value;
    return {
      current,
      items: items.map((item) => ({
        id: item.id,
        stage: item.stage,
        title: item.title,
        plannedStart: item.plannedStart,
        plannedDuration: item.plannedDuration,
        startedAt: item.startedAt,
        endedAt: item.endedAt,
        talks: item.talks.map(({ speaker, topic, limit }) => ({ speaker, topic, limit })),
      })),
    };
  },
});

export const runningNotesDocument = documentView({
  reads: ['agenda'],
  build: ({ state }): RunningNotesView => ({
    notes: state.agenda.value.notes.map(({ item, owner, note }) => ({ item, owner, note })),
  }),
});

export const setupDocument = documentView({
  reads: ['forum'],
  build: ({ state }): SetupView => ({
    keywords: (state.forum.value?.departments ?? []).map(({ id, keywords }) => ({
      department: id,
      words: [...keywords],
    })),
  }),
});
