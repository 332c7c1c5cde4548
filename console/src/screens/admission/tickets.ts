/** What has become of tickets, as the desk counts it. */
import type { TicketBatch, TicketView } from '@wenzheng/shared/forum/admission';

export interface CountedBatch extends TicketBatch {
  readonly id: string;
  readonly last: number;
  readonly unused: number;
  readonly used: number;
  /** One by one; of a batch that is revoked, all. */
  readonly void: number;
}

export type TicketState = 'unused' | 'used' | 'revoked';
type Batches = Readonly<Record<string, TicketBatch>>;
type Tickets = Readonly<Record<string, TicketView>>;

/** Newest first. */
export function countedBatches(batches: Batches, tickets: Tickets): CountedBatch[] {
  const rows = Object.entries(batches).map(([id, batch]) => {
    const last = batch.first + batch.count - 1;
    return { ...batch, ...{ id, last, used: 0, void: batch.revoked ? batch.count : 0 } };
  });
  rows.sort((a, b) => b.first - a.first);
  for (const [number, { state }] of Object.entries(tickets)) {
    const row = rows.find(({ first, last }) => Number(number) >= first && Number(number) <= last);
    if (!row || row.revoked) continue;
    if (state === 'used') row.used += 1;
    else row.void += 1;
  }
  return rows.map((row) => ({ ...row, unused: row.count - row.used - row.void }));
}

/** Null: there is no such ticket. */
export function stateOf(batches: Batches, tickets: Tickets, number: number): TicketState | null {
  const batch = Object.values(batches).find(
    ({ first, count }) => number >= first && number < first + count,
  );
  if (!batch) return null;
  return batch.revoked ? 'revoked' : (tickets[String(number)]?.state ?? 'unused');
}

/** A whole number from 1 to `most`; null if `text` is none. */
export function numberIn(text: string, most: number): number | null {
  const number = /^\s*\d{1,6}\s*$/.test(text) ? Number(text) : 0;
  return number >= 1 && number <= most ? number : null;
}
