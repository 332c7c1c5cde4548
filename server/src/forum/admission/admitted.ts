/** How many are in the hall, at any moment of the fold, without counting them all anew. */
import type { Table } from '../../engine/store';
import { type admissionTables, UNUSED } from './state';

type Tables = Pick<ReturnType<typeof admissionTables>, 'standings' | 'tickets' | 'ticketBatches'>;

export class Admitted {
  readonly #tables: Tables;
  readonly #devices: Members;
  readonly #tickets: Members;

  constructor(tables: Tables) {
    const { standings, tickets, ticketBatches } = tables;
    this.#tables = tables;
    this.#devices = new Members(standings, (holder) => this.#isInHall(holder));
    this.#tickets = new Members(tickets, (number) => this.#isInUse(number));
    tickets.watch((number) => this.#devices.touch(tickets.get(number)?.holder ?? ''));
    ticketBatches.watch(() => {
      this.#devices.touchAll();
      this.#tickets.touchAll();
    });
  }

  /** Devices that came by the code on the big screen, or by a ticket that is still good. */
  get devices(): number {
    return this.#devices.count();
  }
  /** Tickets that have let a device in and are still good. */
  get tickets(): number {
    return this.#tickets.count();
  }

  #isInHall(holder: string): boolean {
    const row = this.#tables.standings.get(holder);
    return row !== undefined && (row.screen || this.#isGood(row.ticket));
  }

  #isInUse(number: string): boolean {
    const row = this.#tables.tickets.get(number) ?? UNUSED;
    return row.holder !== null && this.#isGood(Number(number));
  }

  #isGood(ticket: number | null): boolean {
    if (ticket === null || this.#tables.tickets.get(String(ticket))?.revoked) return false;
    for (const [, { first, count, revoked }] of this.#tables.ticketBatches.entries())
      if (ticket >= first && ticket < first + count) return !revoked;
    return false;
  }
}

type Watched = Pick<Table<unknown>, 'entries' | 'watch'>;

/** How many keys of a table are `member`; those that may have changed are looked at when somebody asks. */
class Members {
  readonly #table: Watched;
  readonly #member: (key: string) => boolean;
  readonly #members = new Set<string>();
  readonly #touched = new Set<string>();

  constructor(table: Watched, member: (key: string) => boolean) {
    this.#table = table;
    this.#member = member;
    table.watch((key) => this.touch(key));
  }

  touch(key: string): void {
    this.#touched.add(key);
  }
  touchAll(): void {
    for (const [key] of this.#table.entries()) this.touch(key);
  }
  count(): number {
    for (const key of this.#touched) {
      if (this.#member(key)) this.#members.add(key);
      else this.#members.delete(key);
    }
    this.#touched.clear();
    return this.#members.size;
  }
}
