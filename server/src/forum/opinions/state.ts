import type {
  Answer,
  StatementDeclineReason,
  StatementState,
  Tally,
} from '@wenzheng/shared/forum/opinions';
import type { Instant } from '@wenzheng/shared/time/instant';
import type { RecordedVote } from '../../engine/rooms';
import { Table } from '../../engine/store';
import type { WordRef } from '../../journal/entry';

export interface StatementRow {
  readonly id: string;
  /** Running number in the forum, from 1. */
  readonly number: number;
  readonly text: WordRef;
  readonly state: StatementState;
  /** Written by the organisers, not by a citizen. */
  readonly prepared: boolean;
  /** Pseudonym of the device it came from; null for kiosks and desks. */
  readonly asker: string | null;
  readonly declined: StatementDeclineReason | null;
  /** Answers for it after the forum. */
  readonly department: string | null;
  /** When it came in. */
  readonly at: Instant;
}

export interface OpinionEntries {
  statementSubmitted: Pick<StatementRow, 'number' | 'text' | 'prepared' | 'asker'> & {
    statement: string;
  };
  statementApproved: { statement: string };
  statementDeclined: { statement: string; reason: StatementDeclineReason };
  statementAssigned: { statement: string; department: string | null };
  /** It should not have been added. */
  statementWithdrawn: { statement: string };
  statementAnswered: RecordedVote & { statement: string; answer: Answer | null };
}

/** Statement → own answer. */
export type OwnAnswers = Readonly<Record<string, Answer>>;

export const opinionTables = () => ({
  statements: new Table<StatementRow>('statements'),
  /** Statement → how many gave each answer; it stays when a statement is declined. */
  statementTallies: new Table<Tally>('statementTallies'),
  /** Voter → own answers. */
  statementAnswers: new Table<OwnAnswers>('statementAnswers'),
  /** Asker → own statements. */
  statementAskers: new Table<readonly string[]>('statementAskers'),
});

export const NO_ANSWERS: Tally = { agree: 0, disagree: 0, pass: 0 };
export const answersIn = ({ agree, disagree, pass }: Tally): number => agree + disagree + pass;
export const isApproved = ({ state }: StatementRow): boolean => state === 'approved';
