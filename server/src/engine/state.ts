/** The state of one forum: the tables of all rooms. It is a fold of the journal and nothing else. */
import { Admitted, admissionTables } from '../forum/admission';
import { agendaTables } from '../forum/agenda';
import { checklistTables } from '../forum/checklist';
import { displayTables } from '../forum/displays';
import { floorTables } from '../forum/floor';
import { followupTables, VotesCount } from '../forum/followup';
import { helpTables } from '../forum/help';
import { mediaTables } from '../forum/media';
import { opinionTables } from '../forum/opinions';
import { pollTables } from '../forum/polls';
import { promptTables } from '../forum/prompts';
import { glossaryTables } from '../forum/glossary';
import { plainnessTables } from '../forum/plainness';
import { questionTables, Standing, Supporters } from '../forum/questions';
import { ratingTables } from '../forum/ratings';
import { safetyTables } from '../forum/safety';
import { sceneTables } from '../forum/scenes';
import { slipTables } from '../forum/slips';
import type { CommandWindow, VoteWindow } from './command-window';
import { Cell, Table, Trace, type Changes } from './store';
import type { UndoableAction } from './undo';

/** Raise it whenever a table changes its form: older snapshots are then folded anew from the journal. */
export const STATE_VERSION = 12;

const makeTables = () => ({
  ...agendaTables(),
  ...mediaTables(),
  ...safetyTables(),
  ...helpTables(),
  ...checklistTables(),
  ...glossaryTables(),
  ...admissionTables(),
  ...floorTables(),
  ...promptTables(),
  ...questionTables(),
  ...slipTables(),
  ...opinionTables(),
  ...ratingTables(),
  ...pollTables(),
  ...plainnessTables(),
  ...sceneTables(),
  ...displayTables(),
  ...followupTables(),
  /** Windows of command ids, see command-window; by who sends and the instance that counts. */
  commands: new Table<CommandWindow>('commands', { ordered: false }),
  /** The same of votes, by the stream that counts them. */
  voteCounters: new Table<VoteWindow>('voteCounters', { ordered: false }),
  undoable: new Cell<readonly UndoableAction[]>('undoable', []),
});
type Tables = ReturnType<typeof makeTables>;
export type TableName = keyof Tables;

/** The rows of every table as plain JSON values. */
export type StateDump = Record<string, [string, unknown][]>;

export interface ForumState extends Tables {
  readonly all: ReadonlyMap<string, Table<unknown>>;
  /** What the command that is being folded changes. */
  readonly trace: Trace;
  /** These follow the tables and are not kept in snapshots. */
  readonly votes: VotesCount;
  readonly standing: Standing;
  readonly supporters: Supporters;
  readonly admitted: Admitted;
}

export function emptyState(): ForumState {
  const tables = makeTables();
  const all = new Map<string, Table<unknown>>();
  const trace = new Trace();
  for (const each of Object.values(tables)) {
    const table: Table<unknown> =
      each instanceof Cell ? (each.table as Table<unknown>) : (each as Table<unknown>);
    table.traceIn(trace);
    all.set(table.name, table);
  }
  return {
    ...tables,
    all,
    trace,
    votes: new VotesCount(tables),
    standing: new Standing(tables),
    supporters: new Supporters(tables.supports),
    admitted: new Admitted(tables),
  };
}

export function settle(state: ForumState): Changes {
  const changes = new Map<string, ReadonlyMap<string, unknown>>();
  for (const table of state.all.values()) {
    const changed = table.settle();
    if (changed.size > 0) changes.set(table.name, changed);
  }
  return changes;
}

export function rollback(state: ForumState): void {
  state.trace.end();
  for (const table of state.all.values()) table.rollback();
}

export const dumpState = (state: ForumState): StateDump =>
  Object.fromEntries([...state.all].map(([name, table]) => [name, [...table.entries()]]));

export function loadState(dump: StateDump): ForumState {
  const state = emptyState();
  for (const [name, table] of state.all) table.load(dump[name] ?? []);
  return state;
}
