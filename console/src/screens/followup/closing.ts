/** What stands between the forum and its closing, in the order in which people see to it. */
import type { ClosingView } from '@wenzheng/shared/forum/followup';
import { m } from '@wenzheng/shared/paraglide/messages.js';

export interface Check {
  readonly name: string;
  readonly count: number;
}

/** These keep the forum from closing. */
export const blockingChecks = (closing: ClosingView): Check[] => [
  { name: m.console_closing_notes(), count: closing.notesToCome },
  { name: m.console_closing_outcomes(), count: closing.outcomesToCome },
  { name: m.slips_closing_open(), count: closing.slipsOpen },
];

/** These go on after the forum. */
export const laterChecks = (closing: ClosingView): Check[] => [
  { name: m.console_closing_unscreened(), count: closing.unscreened },
  { name: m.console_closing_waiting(), count: closing.waiting },
  { name: m.console_closing_statements(), count: closing.statementsToReview },
];

/** Notes and outcomes to come. */
export const unwritten = ({ notesToCome, outcomesToCome }: ClosingView): number =>
  notesToCome + outcomesToCome;
