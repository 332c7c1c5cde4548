/** What staff see of tickets (never what was voted with them), and the code that the big screen shows. */
import type {
  HallView,
  MyAdmission,
  TicketBatch,
  TicketView,
  WifiView,
} from '@wenzheng/shared/forum/admission';
import { documentView, ownKey, type CollectionView, type Sight } from '../../engine/views';
import type { Standing } from './standing';

export const hallDocument = documentView({
  reads: ['hall', 'forum'],
  build: ({ state, hallCode }): HallView => {
    const { value: forum } = state.forum;
    return forum && forum.closedAt === null ? { code: hallCode } : null;
  },
});

export const ticketBatchesCollection: CollectionView<TicketBatch> = {
  reads: { ticketBatches: ownKey },
  tallies: {},
  window: null,
  all: ({ state }) => [...state.ticketBatches.entries()].map(([id]) => id),
  build: ({ state }, id) => {
    const row = state.ticketBatches.get(id);
    if (!row) return undefined;
    const { first, count, seat, until, at, revoked } = row;
    return { first, count, seat, until, at, revoked };
  },
};

/** Which device a ticket let in is nobody's business. */
export const ticketsCollection: CollectionView<TicketView> = {
  reads: {},
  tallies: { tickets: ownKey },
  window: null,
  all: ({ state }) => [...state.tickets.entries()].map(([id]) => id),
  build: ({ state }, id) => {
    const row = state.tickets.get(id);
    return row && { state: row.revoked ? 'revoked' : 'used' };
  },
};

export const wifiDocument = documentView({
  reads: ['wifi'],
  build: ({ state, words }: Sight): WifiView => {
    const wifi = state.wifi.value;
    return (
      wifi && {
        network: words(wifi.network),
        password: wifi.password === null ? '' : words(wifi.password),
      }
    );
  },
});

export const myAdmissionView = ({ by, seat }: Standing): MyAdmission => ({ by, seat });
