import type { TicketBatch } from '@wenzheng/shared/forum/admission';
import { Cell, Table } from '../../engine/store';
import type { WordRef } from '../../journal/entry';

/** What a device has shown. Devices stand here under a name of their own, which is neither the asker's nor the voter's. */
export interface StandingRow {
  /** It came by the code on the big screen. */
  readonly screen: boolean;
  readonly ticket: number | null;
}
export interface TicketRow {
  /** The device that it let in; null for none. */
  readonly holder: string | null;
  readonly revoked: boolean;
}
export interface WifiRow {
  readonly network: WordRef;
  /** Null: the network is open. */
  readonly password: WordRef | null;
}

export interface AdmissionEntries {
  deviceAdmitted: { holder: string };
  ticketUsed: { ticket: number; holder: string };
  ticketsIssued: Pick<TicketBatch, 'first' | 'count' | 'seat' | 'until'>;
  ticketRevoked: { ticket: number };
  ticketBatchRevoked: { batch: string };
  wifiSet: { wifi: WifiRow | null };
}

export const admissionTables = () => ({
  standings: new Table<StandingRow>('standings'),
  /** Number → what has happened to the ticket; none for one that is unused. */
  tickets: new Table<TicketRow>('tickets'),
  /** By the number of the first. */
  ticketBatches: new Table<TicketBatch>('ticketBatches'),
  /** Number of the last that was ever made: none is given twice. */
  lastTicket: new Cell<number>('lastTicket', 0),
  wifi: new Cell<WifiRow | null>('wifi', null),
});

export const NO_STANDING: StandingRow = { screen: false, ticket: null };
export const UNUSED: TicketRow = { holder: null, revoked: false };
