import type { Evolves } from '../../engine/rooms';

export const evolveAgenda: Evolves = {
  forumCreated: (state, { data }) => {
    state.forum.set(data.forum);
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
};
