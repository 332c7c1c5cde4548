/** What the desk works on, put in the order in which it came. */
import type { ExchangeView } from '@wenzheng/shared/forum/floor';
import type { DeskStatement } from '@wenzheng/shared/forum/opinions';
import type { DeskQuestion } from '@wenzheng/shared/forum/questions';
import type { DeskView } from '../../hub-link';

type WithId<T> = T & { readonly id: string };

const entriesOf = <T>(collection: Readonly<Record<string, T>>): WithId<T>[] =>
  Object.entries(collection).map(([id, item]) => ({ ...item, id }));

export type StatementEntry = WithId<DeskStatement>;
export type ExchangeEntry = WithId<ExchangeView>;

/** Nobody has looked at it yet, whether or not it has joined the queue. */
export const isUnseen = ({ state, reviewToCome }: DeskQuestion): boolean =>
  state === 'submitted' || reviewToCome;

/** How many questions and statements nobody has looked at yet. */
export const waitingAt = ({ totals }: DeskView): number =>
  totals.unseen + totals.statementsToReview;

/** Statements in `state`, oldest first. */
export const statementsIn = (desk: DeskView, state: DeskStatement['state']): StatementEntry[] =>
  entriesOf(desk.statementDesk)
    .filter((statement) => statement.state === state)
    .sort((a, b) => a.number - b.number);

/** Exchanges that have ended and whose outcome nobody has written down. */
export const outcomesToCome = (desk: DeskView): ExchangeEntry[] =>
  entriesOf(desk.exchanges)
    .filter(({ endedAt, outcome }) => endedAt !== null && outcome === null)
    .sort((a, b) => a.number - b.number);
