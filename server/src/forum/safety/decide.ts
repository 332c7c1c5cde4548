import type { CommandOf } from '@wenzheng/shared/forum/commands';
import { accept, refuse, type Context, type Decides } from '../../engine/rooms';
import { lasting } from './lasting';
import type { EmergencyRow, Said } from './state';

type Saying = Pick<CommandOf<'raiseEmergency'>, 'kind' | 'drill' | 'message'>;

const isSaid = (
  row: EmergencyRow,
  { kind, drill, message }: Saying,
  { read }: Pick<Context, 'read'>,
): boolean =>
  row.kind === kind && row.drill === drill && (row.message && read(row.message)) === message;

const keepSaid = ({ kind, drill, message }: Saying, { keep }: Pick<Context, 'keep'>): Said => ({
  kind,
  drill,
  message: message === null ? null : keep(message),
});

export const decideSafety: Decides<'raiseEmergency' | 'amendEmergency' | 'allClear'> = {
  raiseEmergency: (state, said, context) => {
    const row = lasting(state);
    if (!row) return accept({ type: 'emergencyRaised', data: keepSaid(said, context) });
    if (isSaid(row, said, context)) return accept();
    // Whoever reports a fire in the middle of a drill must not be told that it is being practised.
    const breaksOut = row.drill && !said.drill;
    return breaksOut
      ? accept({ type: 'emergencyAmended', data: keepSaid(said, context) })
      : refuse('safety.emergency');
  },

  amendEmergency: (state, { emergency, ...said }, context) => {
    const row = lasting(state);
    if (row?.number !== emergency) return refuse('safety.moved');
    if (isSaid(row, said, context)) return accept();
    if (said.drill && !row.drill) return refuse('safety.not_a_drill');
    return accept({ type: 'emergencyAmended', data: keepSaid(said, context) });
  },

  allClear: (state, { emergency }) => {
    const row = lasting(state);
    if (!row) return accept();
    return row.number === emergency
      ? accept({ type: 'emergencyCleared', data: { emergency } })
      : refuse('safety.moved');
  },
};
