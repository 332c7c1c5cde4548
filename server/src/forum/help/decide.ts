import { CALLS_LIMIT } from '@wenzheng/shared/forum/help';
import { accept, refuse, type Context, type Decides } from '../../engine/rooms';
import type { Somebody } from './state';

const somebody = ({ actor, keep, whereabouts }: Context): Somebody => ({
  actor,
  name: keep(whereabouts.name),
});

export const decideHelp: Decides<'callForHelp' | 'answerHelp' | 'endHelp'> = {
  callForHelp: (state, { reason, zone, where }, context) => {
    if (!state.forum.value) return refuse('no_forum');
    if (state.help.size >= CALLS_LIMIT) return refuse('help.too_many');
    const by = somebody(context);
    const words = where === null ? null : context.keep(where);
    return accept({ type: 'helpCalled', data: { reason, zone, where: words, by } });
  },
  answerHelp: (state, { call }, context) => {
    const row = state.help.get(String(call));
    if (!row) return refuse('help.over');
    if (row.coming)
      return row.coming.actor.id === context.actor.id ? accept() : refuse('help.taken');
    return accept({ type: 'helpAnswered', data: { call, by: somebody(context) } });
  },
  endHelp: (state, { call }, { actor }) => {
    const row = state.help.get(String(call));
    if (!row) return refuse('help.over');
    const leads = actor.role === 'host' || actor.role === 'admin';
    if (!leads && row.by.actor.id !== actor.id) return refuse('forbidden');
    return accept({ type: 'helpEnded', data: { call } });
  },
};
