import type { Evolves } from '../../engine/rooms';
import { NO_STANDING, UNUSED } from './state';

export const evolveAdmission: Evolves = {
  deviceAdmitted: (state, { data: { holder } }) =>
    state.standings.put(holder, {
      ...(state.standings.get(holder) ?? NO_STANDING),
      screen: true,
    }),
  ticketUsed: (state, { data: { ticket, holder } }) => {
    state.tickets.put(String(ticket), { holder, revoked: false });
    state.standings.put(holder, { ...(state.standings.get(holder) ?? NO_STANDING), ticket });
  },
  ticketsIssued: (state, { data, at }) => {
    const { first, count, seat, until } = data;
    state.ticketBatches.put(String(first), { first, count, seat, until, at, revoked: false });
    state.lastTicket.set(first + count - 1);
  },
  ticketRevoked: (state, { data: { ticket } }) => {
    const key = String(ticket);
    state.tickets.put(key, { ...(state.tickets.get(key) ?? UNUSED), revoked: true });
  },
  ticketBatchRevoked: (state, { data: { batch } }) => {
    const row = state.ticketBatches.get(batch);
    if (row) state.ticketBatches.put(batch, { ...row, revoked: true });
  },
  wifiSet: (state, { data }) => state.wifi.set(data.wifi),
};
