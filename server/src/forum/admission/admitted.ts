/** How many are in the hall, at any moment of the fold, without counting them all anew. */
import { Touched } from '../../engine/touched';
import { type admissionTables, UNUSED } from './state';

type Tables = Pick<ReturnType<typeof admissionTables>, 'standings' | 'tickets' | 'ticketBatches'>;

export class Admitted {
  readonly #tables: Tables;
  readonly #devices: Members;
  readonly #tickets: Members;

  constructor(tables: Tables) {
    const { standings, tickets, ticketBatches } = tables;
    this.#tables = tables;
    const holders = new Touched(standings);
    const numbers = new Touched(tickets);
    this.#devices = new Members(holders, (holder) => this.#isInHall(holder));
    this.#tickets = new Members(numbers, (number) => this.#isInUse(number));
    tickets.watch((number) => holders.add(tickets.get(number)?.holder ?? ''));
    ticketBatches.watch(() => {
      holders.addAll();
      numbers.addAll();
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

/** How many keys are `member`; those that may have changed are looked at when somebody asks. */
class Members {
  readonly #touched: Touched;
  readonly #member: (key: string) => boolean;
  readonly #members = new Set<string>();

  constructor(touched: Touched, member: (key: string) => boolean) {
    this.#touched = touched;
    this.#member = member;
  }

  count(): number {
    for (const key of this.#touched.take()) {
      if (this.#member(key)) this.#members.add(key);
      else this.#members.delete(key);
    }
    return this.#members.size;
  }
}
