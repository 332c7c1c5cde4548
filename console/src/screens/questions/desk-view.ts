/** What the desk works on, put in the order in which it came. */
import type { ExchangeView, OutcomeKind } from '@wenzheng/shared/forum/floor';
import type { DeskStatement } from '@wenzheng/shared/forum/opinions';
import type { DeskQuestion, QuestionState, WrittenAnswer } from '@wenzheng/shared/forum/questions';
import type { Commitment, WrittenView } from '@wenzheng/shared/forum/words';
import type { Desk, DeskView } from '../../hub-link';
import { waitingTexts } from '../polls/poll-texts';

type WithId<T> = T & { readonly id: string };

const entriesOf = <T>(collection: Readonly<Record<string, T>>): WithId<T>[] =>
  Object.entries(collection).map(([id, item]) => ({ ...item, id }));

export type StatementEntry = WithId<DeskStatement>;
export type ExchangeEntry = WithId<ExchangeView>;
export type AnswerEntry = WithId<DeskQuestion>;

const WAITING: readonly QuestionState[] = ['submitted', 'screened', 'queued'];

/** It has not come to the floor: it can be edited, merged, turned away. */
export const isWaiting = ({ state }: Pick<DeskQuestion, 'state'>): boolean =>
  WAITING.includes(state);
/** Nobody has looked at it yet, whether or not it has joined the queue. */
export const isUnseen = (question: Pick<DeskQuestion, 'state' | 'reviewToCome'>): boolean =>
  question.state === 'submitted' || (question.reviewToCome && isWaiting(question));

/** How many questions, statements and written answers nobody has looked at yet. */
export const waitingAt = ({ totals, pollTexts }: DeskView): number =>
  totals.unseen + totals.statementsToReview + waitingTexts(pollTexts);

/** Statements in `state`, oldest first. */
export const statementsIn = (desk: DeskView, state: DeskStatement['state']): StatementEntry[] =>
  entriesOf(desk.statementDesk)
    .filter((statement) => statement.state === state)
    .sort((a, b) => a.number - b.number);

/** Answers that nobody has written down, oldest first. */
export const answersToCome = (desk: Desk): AnswerEntry[] =>
  entriesOf(desk)
    .filter(({ state, notesToCome }) => state === 'answered' && notesToCome)
    .sort((a, b) => a.askedAt - b.askedAt || a.number - b.number);

/** Exchanges that have ended and whose outcome nobody has written down. */
export const outcomesToCome = (desk: DeskView): ExchangeEntry[] =>
  entriesOf(desk.exchanges)
    .filter(({ endedAt, outcome }) => endedAt !== null && outcome === null)
    .sort((a, b) => a.number - b.number);

/** An answer, or an outcome, as it stands or once stood. */
export interface Version extends WrittenView {
  /** Of an outcome. */
  readonly kind: OutcomeKind | null;
  /** Empty if the words were erased. */
  readonly text: string;
  readonly commitment: Commitment | null;
}
interface Versions {
  readonly version: Version;
  /** What stood there before, oldest first. */
  readonly earlier: readonly Version[];
}
export type AnswerWritten = WithId<WrittenAnswer>;
export type OutcomeWritten = ExchangeEntry & {
  readonly outcome: NonNullable<ExchangeView['outcome']>;
  readonly written: WrittenView;
};

/** What was written down and can be put right, newest first. */
export interface Written {
  readonly answers: readonly AnswerWritten[];
  readonly outcomes: readonly OutcomeWritten[];
}
export const writtenAt = (desk: DeskView): Written => ({
  answers: entriesOf(desk.writtenDown).sort((a, b) => b.written.at - a.written.at),
  outcomes: entriesOf(desk.exchanges)
    .filter((each): each is OutcomeWritten => each.outcome !== null && each.written !== null)
    .sort((a, b) => b.written.at - a.written.at),
});

export function versionsOfAnswer(answer: AnswerWritten): Versions {
  const { notes: text, commitment, written } = answer;
  return {
    version: { kind: null, text, commitment, ...written },
    earlier: answer.earlier.map(({ notes, ...each }) => ({ kind: null, text: notes, ...each })),
  };
}
export function versionsOfOutcome({ outcome, written, earlier }: OutcomeWritten): Versions {
  const { summary: text, ...rest } = outcome;
  return {
    version: { text, ...rest, ...written },
    earlier: earlier.map(({ summary, ...each }) => ({ text: summary, ...each })),
  };
}
