/** From the forum to what comes after: its figures, and its closing. */
import { z } from 'zod';
import { DEFLECTION_REASONS, QUESTION_STATES, SOURCES } from './questions';
import { ratedTotals } from './ratings';
import { commitmentView, id } from './words';

const count = z.int();
const counts = <K extends string>(keys: readonly K[]) => z.record(z.enum(keys), count);

/** The forum's figures, each counted from what it has recorded. */
export const resultsView = z.strictObject({
  /** Questions that came in, by source; one that was withdrawn again did not. */
  asked: count,
  bySource: counts(SOURCES),
  /** Where they stand now. */
  byState: counts(QUESTION_STATES),
  /** Deflected questions by reason. */
  deflected: counts(DEFLECTION_REASONS),
  /** Supports that stand. */
  supports: count,
  /** How many of them were given in the hall. */
  supportsInHall: count,
  /**
   * The most supported questions, whatever became of them; at most three, none without support, and none
   * while counts are hidden.
   */
  mostSupported: z.array(
    z.strictObject({
      id,
      number: z.int(),
      text: z.string(),
      support: count,
      state: z.enum(QUESTION_STATES),
    }),
  ),
  /** Promises made in answers and exchanges, oldest first. */
  commitments: z.array(
    commitmentView.extend({
      /** Number of the question or exchange in which it was made. */
      question: z.int().nullable(),
      exchange: z.int().nullable(),
    }),
  ),
  exchanges: count,
  /** Statements that everyone may see. */
  statements: count,
  /** Answers that stand, also to statements taken off the screens since. */
  answers: count,
  /** How the hall found what officials answered; without the answer that is still being rated. */
  rated: ratedTotals,
});
export type ResultsView = z.infer<typeof resultsView>;

/** The same for everyone: no supports while counts are hidden. */
export const publicResultsView = resultsView.extend({
  supports: count.nullable(),
  supportsInHall: count.nullable(),
});
export type PublicResultsView = z.infer<typeof publicResultsView>;

/** What stands between the forum and its closing. */
export const closingView = z.strictObject({
  /** These keep it from closing; the question on the floor and a running exchange are among them. */
  notesToCome: count,
  outcomesToCome: count,
  /** Slips not accounted for; 0 once the host has named the difference. */
  slipsOpen: count,
  /** These become `deferred`: they are answered after the forum. */
  unscreened: count,
  waiting: count,
  statementsToReview: count,
});
export type ClosingView = z.infer<typeof closingView>;

/** How many there are of what a desk is sent only the first of. */
export const deskTotals = z.strictObject({
  /** Questions that nobody has looked at, whether or not they have joined the queue. */
  unseen: count,
  statementsToReview: count,
  statementsApproved: count,
});
export type DeskTotals = z.infer<typeof deskTotals>;

/**
 * Closes the forum. Refused as `followup.notes_to_come` while an answer has no notes or an exchange no
 * outcome, as `followup.slips_open` while slips are not accounted for and nobody has said why; questions still open are deferred, and their askers told.
 */
export const closeForum = z.strictObject({ type: z.literal('closeForum') });

export const followupCommands = [closeForum] as const;
