import { TICKET_LIMIT } from '@wenzheng/shared/forum/admission';
import { accept, refuse, type Context, type Decides, type Decision } from '../../engine/rooms';
import type { ForumState } from '../../engine/state';
import { batchOf } from './standing';
import { NO_STANDING, UNUSED, type WifiRow } from './state';

type AdmissionCommand =
  'presentCode' | 'issueTickets' | 'revokeTicket' | 'revokeTicketBatch' | 'setWifi';

const MOST_BATCHES = 500;

export const decideAdmission: Decides<AdmissionCommand> = {
  presentCode: (state, _, { shown, actor, now }) => {
    if (!shown) return refuse('admission.unknown_code', { field: 'code' });
    const standing = state.standings.get(actor.id) ?? NO_STANDING;
    if (shown.kind === 'ticket') return useTicket(state, shown.number, actor.id, now);
    if (!shown.current) return refuse('admission.code_over', { field: 'code' });
    if (standing.screen) return accept();
    return accept({ type: 'deviceAdmitted', data: { holder: actor.id } });
  },

  issueTickets: (state, { count, seat, until }, { now }) => {
    const first = state.lastTicket.value + 1;
    if (first + count - 1 > TICKET_LIMIT || state.ticketBatches.size >= MOST_BATCHES)
      return refuse('admission.too_many');
    if (until !== null && until <= now)
      return refuse('malformed', { field: 'until', problem: 'out_of_range' });
    return accept({ type: 'ticketsIssued', data: { first, count, seat, until } });
  },

  revokeTicket: (state, { ticket }) => {
    if (!batchOf(state, ticket)) return refuse('admission.unknown_ticket');
    const row = state.tickets.get(String(ticket)) ?? UNUSED;
    return row.revoked ? accept() : accept({ type: 'ticketRevoked', data: { ticket } });
  },

  revokeTicketBatch: (state, { batch }) => {
    const row = state.ticketBatches.get(batch);
    if (!row) return refuse('admission.unknown_ticket');
    return row.revoked ? accept() : accept({ type: 'ticketBatchRevoked', data: { batch } });
  },

  setWifi: (state, { network, password }, context) => {
    const { wifi } = state;
    if (network === '')
      return wifi.value ? accept({ type: 'wifiSet', data: { wifi: null } }) : accept();
    if (isSet(wifi.value, network, password, context)) return accept();
    const kept = password === '' ? null : context.keep(password);
    return accept({
      type: 'wifiSet',
      data: { wifi: { network: context.keep(network), password: kept } },
    });
  },
};

function useTicket(
  state: ForumState,
  ticket: number,
  holder: string,
  now: Context['now'],
): Decision {
  const batch = batchOf(state, ticket);
  if (!batch) return refuse('admission.unknown_code', { field: 'code' });
  const row = state.tickets.get(String(ticket)) ?? UNUSED;
  if (batch.revoked || row.revoked) return refuse('admission.ticket_revoked', { field: 'code' });
  if (row.holder === holder) return accept();
  if (row.holder !== null) return refuse('admission.ticket_used', { field: 'code' });
  if (batch.until !== null && batch.until <= now)
    return refuse('admission.ticket_over', { field: 'code' });
  if (holdsAnother(state, holder)) return refuse('admission.has_ticket', { field: 'code' });
  return accept({ type: 'ticketUsed', data: { ticket, holder } });
}

/** One that was revoked may be followed by the one that was given in its place. */
function holdsAnother(state: ForumState, holder: string): boolean {
  const held = state.standings.get(holder)?.ticket ?? null;
  if (held === null) return false;
  const { revoked } = state.tickets.get(String(held)) ?? UNUSED;
  return !revoked && batchOf(state, held)?.revoked === false;
}

const isSet = (
  wifi: WifiRow | null,
  network: string,
  password: string,
  { read }: Pick<Context, 'read'>,
): boolean =>
  wifi !== null &&
  read(wifi.network) === network &&
  (wifi.password === null ? '' : read(wifi.password)) === password;
