/** Where a device stands, by what it has shown so far. */
import type { MyAdmission, TicketBatch } from '@wenzheng/shared/forum/admission';
import type { ForumState } from '../../engine/state';
import { UNUSED } from './state';

export interface Standing extends MyAdmission {
  /** The ticket that it came by, if that still counts. */
  readonly ticket: number | null;
}

export const ONLINE: Standing = { by: 'link', seat: '', ticket: null };

/** The batch that ticket `number` belongs to. */
export function batchOf(state: ForumState, number: number): TicketBatch | null {
  for (const [, batch] of state.ticketBatches.entries())
    if (number >= batch.first && number < batch.first + batch.count) return batch;
  return null;
}

export function isRevoked(state: ForumState, number: number): boolean {
  const batch = state.ticketBatches.settled(String(batchOf(state, number)?.first));
  return (batch?.revoked ?? true) || (state.tickets.settled(String(number)) ?? UNUSED).revoked;
}

/** Of what is durable. */
export function standingOf(state: ForumState, holder: string): Standing {
  const row = state.standings.settled(holder);
  if (!row) return ONLINE;
  if (row.ticket !== null && !isRevoked(state, row.ticket))
    return { by: 'ticket', seat: batchOf(state, row.ticket)?.seat ?? '', ticket: row.ticket };
  return row.screen ? { by: 'screen', seat: '', ticket: null } : ONLINE;
}

export const isInHall = ({ by }: Pick<MyAdmission, 'by'>): boolean => by !== 'link';
