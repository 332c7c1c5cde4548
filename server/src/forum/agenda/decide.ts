import type { Decides } from '../../engine/rooms';
import { accept, refuse } from '../../engine/rooms';

export const decideAgenda: Decides<'startAgendaItem'> = {
  startAgendaItem: (state, { item, from }) => {
    const agenda = state.agenda.value;
    if (agenda.current === item) return accept();
    if (agenda.current !== from) return refuse('agenda.moved');
    if (!agenda.items.some((each) => each.id === item)) return refuse('agenda.unknown_item');
    return accept({ type: 'agendaItemStarted', data: { item } });
  },
};
