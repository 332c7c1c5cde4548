/** Who is in the hall: by the code on the big screen, or by a ticket. */
import type { NewEntry } from '../../engine/entries';

export { Admitted } from './admitted';
export { AdmissionCodes, CODE_LASTS, OVERLAP, type Shown } from './codes';
export { decideAdmission } from './decide';
export { evolveAdmission } from './evolve';
export { batchOf, isInHall, isRevoked, ONLINE, standingOf, type Standing } from './standing';
export { admissionTables, type AdmissionEntries } from './state';
export {
  hallDocument,
  myAdmissionView,
  ticketBatchesCollection,
  ticketsCollection,
  wifiDocument,
} from './view';

/** For undo: tickets that should not have been made let nobody in; their numbers stay taken. */
export const withdrawTickets = (batch: string): NewEntry => ({
  type: 'ticketBatchRevoked',
  data: { batch },
});
