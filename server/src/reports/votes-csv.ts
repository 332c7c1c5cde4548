/**
 * Votes as tables for anyone to count again. No row tells whose it is, when it came or what else the same person voted
 * in other polls: rows are sorted by what stands in them. docs/voting.md describes the columns.
 */
import { FACES } from '@wenzheng/shared/forum/choices';
import { hasOptions } from '@wenzheng/shared/forum/poll-form';
import { BREAKDOWN_FROM, type PollDraft } from '@wenzheng/shared/forum/polls';
import type { Answer } from '@wenzheng/shared/forum/opinions';
import { stringify } from 'csv-stringify/sync';

export interface ListedBallot {
  /** Places from 0; empty where something was written. */
  readonly choices: readonly number[];
  /** What was written and everyone may read; else empty. */
  readonly text: string;
  readonly hall: boolean;
}

/** Written words must not be formulas where a table is opened; a mark at the front tells the program which letters these are. */
const OPTIONS = { bom: true, escape_formulas: true, header: true } as const;

/** One line a ballot: `where` (hall or online; empty where it is not told), `choices` (from 1, by `;`), `text`. */
export function ballotsCsv(poll: PollDraft, ballots: readonly ListedBallot[]): string {
  const inHall = ballots.filter(({ hall }) => hall).length;
  const isTold = Math.min(inHall, ballots.length - inHall) >= BREAKDOWN_FROM;
  const rows = ballots.map(({ choices, text, hall }): [string, string, string] => [
    isTold ? (hall ? 'hall' : 'online') : '',
    choices.map((place) => place + 1).join(';'),
    text || choices.map((place) => labelOf(poll, place)).join('; '),
  ]);
  rows.sort((a, b) => (a.join('\0') < b.join('\0') ? -1 : 1));
  return stringify(rows, { ...OPTIONS, columns: ['where', 'choices', 'text'] });
}

function labelOf({ kind, options }: PollDraft, place: number): string {
  if (hasOptions(kind)) return options[place] ?? '';
  return kind === 'faces' ? (FACES[place] ?? '') : String(place + 1);
}

const VALUES: Readonly<Record<Answer, number>> = { agree: 1, disagree: -1, pass: 0 };

/**
 * The answers of everybody to statements, in the columns of Polis's open data; people are numbered anew. Nothing in
 * it needs quotes, and there may be hundreds of thousands of lines.
 */
export function opinionVotesCsv(
  people: readonly Readonly<Record<string, Answer>>[],
  statements: ReadonlySet<string>,
): string {
  const answers = people
    .map((own) =>
      Object.entries(own).flatMap(([statement, answer]) =>
        statements.has(statement) ? [`${statement},${VALUES[answer]}`] : [],
      ),
    )
    .filter((own) => own.length > 0)
    .map((own) => own.sort())
    .map((own) => ({ own, key: own.join(' ') }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  const lines = answers.flatMap(({ own }, person) => own.map((vote) => `${person},${vote}`));
  return ['voter-id,comment-id,vote', ...lines, ''].join('\n');
}

/** The statements that those answers are to. */
export const statementsCsv = (rows: readonly (readonly [id: string, text: string])[]): string =>
  stringify([...rows], { ...OPTIONS, columns: ['comment-id', 'comment-body'] });
