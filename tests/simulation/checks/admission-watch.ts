/**
 * Who is in the hall, counted from the journal alone: by which code each device came, that a ticket lets in one
 * device, and that what a device or a ticket votes is one voter's.
 */
import type { AdmissionCodes } from '@wenzheng/server/src/forum/admission/index';
import { stubName, ticketName } from '@wenzheng/server/src/live/supporters';
import type { Entry } from '@wenzheng/server/src/journal/entry';
import type { CameBy } from '@wenzheng/shared/forum/admission';
import type { Findings } from '../findings';
import type { DeviceNames } from './answer-watch';

type Vote = Extract<
  Entry,
  {
    type:
      'questionSupported' | 'statementAnswered' | 'answerRated' | 'ballotCast' | 'unclearMarked';
  }
>;

export class AdmissionWatch {
  readonly #findings: Findings;
  readonly #names: DeviceNames;
  /** Name that a device votes under → its name as one that stands somewhere. */
  readonly #holders: ReadonlyMap<string, string>;
  readonly #byScreen = new Set<string>();
  /** Ticket → the device that it let in. */
  readonly #letIn = new Map<number, string>();
  /** Holder → its tickets, in the order in which they were shown. */
  readonly #tickets = new Map<string, number[]>();
  readonly #batches = new Map<string, { readonly first: number; readonly end: number }>();
  /** First entry of a command → tickets that it made void. */
  readonly #revoked = new Map<number, ReadonlySet<number>>();
  /** Tracking codes of slips. */
  readonly stubs: string[] = [];

  constructor(findings: Findings, names: DeviceNames, phones: readonly string[]) {
    this.#findings = findings;
    this.#names = names;
    this.#holders = new Map(phones.map((phone) => [names.voter(phone), names.holder(phone)]));
  }

  take(entries: readonly Entry[]): void {
    for (const entry of entries) this.#takeOne(entry);
  }

  /** By what the journal says `device` came. */
  standing(device: string): CameBy {
    if (this.ticketOf(device) !== null) return 'ticket';
    return this.#byScreen.has(this.#names.holder(device)) ? 'screen' : 'link';
  }

  /** The ticket of `device` that still counts. */
  ticketOf(device: string): number | null {
    const ticket = this.#tickets.get(this.#names.holder(device))?.at(-1);
    return ticket === undefined || this.#isRevoked(ticket) ? null : ticket;
  }

  /** What stands in the place of a device where somebody shows `code` at a kiosk. */
  supporterName(codes: AdmissionCodes, code: string): string {
    const number = codes.ticketNumber(code);
    return number === null ? stubName(code) : ticketName(number);
  }

  #isRevoked(ticket: number): boolean {
    return [...this.#revoked.values()].some((tickets) => tickets.has(ticket));
  }

  #takeOne(entry: Entry): void {
    switch (entry.type) {
      case 'deviceAdmitted':
        this.#byScreen.add(entry.data.holder);
        return;
      case 'ticketsIssued': {
        const { first, count } = entry.data;
        this.#batches.set(String(first), { first, end: first + count });
        return;
      }
      case 'ticketUsed':
        return this.#used(entry.data);
      case 'ticketRevoked':
        return void this.#revoked.set(entry.first, new Set([entry.data.ticket]));
      case 'ticketBatchRevoked': {
        const { first, end } = this.#batches.get(entry.data.batch) ?? { first: 0, end: 0 };
        const all = Array.from({ length: end - first }, (_, place) => first + place);
        return void this.#revoked.set(entry.first, new Set(all));
      }
      case 'actionUndone':
        return void this.#revoked.delete(entry.data.entry);
      case 'questionAsked': {
        const { source, tracking } = entry.data;
        if (source === 'paper') this.stubs.push(tracking);
        return;
      }
      case 'questionSupported':
      case 'statementAnswered':
      case 'answerRated':
      case 'ballotCast':
      case 'unclearMarked':
        return this.#vote(entry);
      default:
    }
  }

  #used({ ticket, holder }: { readonly ticket: number; readonly holder: string }): void {
    const before = this.#letIn.get(ticket);
    const free = before === undefined && !this.#isRevoked(ticket);
    this.#findings.check(free, () => `ticket ${ticket} let in ${holder} after ${before}`);
    const held = this.#tickets.get(holder) ?? [];
    const another = held.find((each) => !this.#isRevoked(each));
    this.#findings.check(another === undefined, () => `${holder} holds two tickets`);
    this.#letIn.set(ticket, holder);
    this.#tickets.set(holder, [...held, ticket]);
  }

  /** A device votes as itself, or as a ticket that has let it in, and in the hall only if it came there. */
  #vote({ seq, data: { voter, stream = voter, hall } }: Vote): void {
    const holder = this.#holders.get(stream);
    if (holder === undefined) return;
    const tickets = (this.#tickets.get(holder) ?? []).map((ticket) =>
      this.#names.voter(ticketName(ticket)),
    );
    this.#findings.check(
      voter === stream || tickets.includes(voter),
      () => `vote ${seq} was given as somebody else`,
    );
    const came = this.#byScreen.has(holder) || tickets.length > 0;
    this.#findings.check(!hall || came, () => `vote ${seq} counts in the hall, and was online`);
  }
}
