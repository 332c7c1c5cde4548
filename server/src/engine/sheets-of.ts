/** A forum as its print pages need it. */
import type { Sheets } from '../http/print/sheets';
import { isRevoked } from '../forum/admission';
import type { RoomSeat } from './open-room';

export function sheetsOf({ engine, room }: RoomSeat, url: string): Sheets | null {
  const { state } = engine;
  const forum = state.forum.value;
  if (!forum) return null;
  const { id, title, theme, venue, startsAt, organisations } = forum;
  const wifi = state.wifi.value;
  const { words } = room.ports.sight();
  return {
    forum: { id, title, theme, venue, startsAt, organisations },
    url,
    wifi: wifi && {
      network: words(wifi.network),
      password: wifi.password === null ? '' : words(wifi.password),
    },
    tickets: (id) => {
      const batch = state.ticketBatches.get(id);
      if (!batch) return null;
      const numbers = Array.from({ length: batch.count }, (_, place) => batch.first + place);
      const tickets = numbers
        .filter((number) => !isRevoked(state, number))
        .map((number) => ({ number, code: room.ports.codes.ticketCode(number) }));
      return { batch, tickets };
    },
  };
}
