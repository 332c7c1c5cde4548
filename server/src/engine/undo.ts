/**
 * Undo names an entry. What the entry's command changed is kept for ten seconds beside what it became;
 * it is restored only while nobody has changed it since. Clocks are deadlines, so they come back
 * exactly, the time in between counted. What was numbered for a person is not removed but withdrawn.
 */
import { UNDO_MS } from '@wenzheng/shared/forum/undo';
import { COMMAND_TYPES, HELD_COMMANDS, type CommandType } from '@wenzheng/shared/forum/commands';
import type { Instant } from '@wenzheng/shared/time/instant';
import type { Json, Refusal } from '@wenzheng/shared/wire/protocol';
import { withdrawTickets } from '../forum/admission';
import { stillsGivenUp } from '../forum/displays';
import { withdrawStatement } from '../forum/opinions';
import {
  mergeAgain,
  mergeAgainProblem,
  separateQuestion,
  withdrawMicNumber,
  withdrawProblem,
  withdrawQuestion,
} from '../forum/questions';
import { wasBefore } from '../forum/safety';
import type { Actor, Entry } from '../journal/entry';
import type { NewEntry } from './entries';
import { restoreProblem } from './restore';
import { mayCommand } from './rights';
import { accept, refuse, type Context, type Decision, type Evolves } from './rooms';
import type { ForumState, TableName } from './state';
import type { TracedChange } from './store';

export interface UndoEntries {
  actionUndone: {
    /** First entry of the command taken back. */
    entry: number;
    /** The previous documents; null where there was none. Empty if what was made is withdrawn instead. */
    restore: { table: string; key: string; value: Json }[];
  };
}

export interface UndoableAction {
  readonly entry: number;
  readonly command: CommandType;
  readonly by: Actor;
  readonly at: Instant;
  readonly question: string | null;
  readonly changes: readonly TracedChange[];
  /** Later commands that changed what this one had changed; while there are any it cannot be undone. */
  readonly over: readonly { readonly entry: number; readonly command: CommandType }[];
}

/** Whatever staff do, but what screens have held for a second. */
const UNDOABLE: ReadonlySet<CommandType> = new Set(
  COMMAND_TYPES.filter(
    (type) => type !== 'undo' && mayCommand('admin', type) && !HELD_COMMANDS.includes(type),
  ),
);

interface Compensation {
  readonly table: TableName;
  /** What is recorded for each row of `table` that the command changed. */
  entry(key: string, before: Json): NewEntry;
  problem(state: ForumState, key: string, before: Json): Refusal | null;
}
/**
 * Commands whose rows cannot simply be put back: their number was given to a person, and what was made is
 * withdrawn instead; or what they did is counted in votes that have come since.
 */
const COMPENSATIONS: Partial<Record<CommandType, Compensation>> = {
  logQuestion: { table: 'questions', entry: withdrawQuestion, problem: withdrawProblem },
  enterSlip: { table: 'questions', entry: withdrawQuestion, problem: withdrawProblem },
  giveMicNumber: { table: 'micNumbers', entry: withdrawMicNumber, problem: () => null },
  addStatement: { table: 'statements', entry: withdrawStatement, problem: () => null },
  issueTickets: { table: 'ticketBatches', entry: withdrawTickets, problem: () => null },
  mergeQuestion: { table: 'questions', entry: separateQuestion, problem: () => null },
  separateQuestion: { table: 'questions', entry: mergeAgain, problem: mergeAgainProblem },
};

/** Not part of what an action did: bookkeeping of commands and of undo itself, and what follows from votes. */
const BOOKKEEPING: ReadonlySet<string> = new Set([
  ...['commands', 'voteCounters', 'undoable'],
  ...['counts', 'hallCounts', 'mergedFrom'],
]);
/** Kept for each actor, so that a busy desk does not push the host's undo out. */
const KEEP = 12;

export function decideUndo(state: ForumState, entry: number, context: Context): Decision {
  const actions = state.undoable.value;
  const action = actions.find((each) => each.entry === entry);
  if (!action) return refuse('undo.unknown');
  if (!mayCommand(context.actor.role, action.command)) return refuse('forbidden');
  if (context.now - action.at > UNDO_MS) return refuse('undo.too_late');
  const later = action.over.at(-1);
  if (later) return refuse('undo.superseded', { by: later.command });
  if (wasBefore(state, action.command, entry))
    return refuse('undo.superseded', { by: 'raiseEmergency' });
  const compensation = COMPENSATIONS[action.command];
  if (compensation) {
    const changed = action.changes.filter(({ table }) => table === compensation.table);
    for (const { key, before } of changed) {
      const problem = compensation.problem(state, key, before);
      if (problem) return problem;
    }
    return accept(
      { type: 'actionUndone', data: { entry, restore: [] } },
      ...changed.map(({ key, before }) => compensation.entry(key, before)),
    );
  }
  const problem = restoreProblem(state, action.changes);
  return problem ?? accept({ type: 'actionUndone', data: { entry, restore: restored(action) } });
}

const restored = ({ changes }: UndoableAction): UndoEntries['actionUndone']['restore'] =>
  changes.map(({ table, key, before }) => ({ table, key, value: before }));

/** An older entry names rows as they were then; what the fold has noted itself is in today's form. */
function toRestore(
  state: ForumState,
  { entry, restore }: UndoEntries['actionUndone'],
): UndoEntries['actionUndone']['restore'] {
  const action = state.undoable.value.find((each) => each.entry === entry);
  return action && restore.length > 0 ? restored(action) : restore;
}

export const evolveUndo: Evolves = {
  actionUndone: (state, { data, at }) => {
    const rows = toRestore(state, data);
    const endStills = stillsGivenUp(state, rows);
    for (const { table: name, key, value } of rows) {
      const table = state.all.get(name);
      if (value === null) table?.remove(key);
      else table?.put(key, value);
    }
    endStills(at);
    const others = state.undoable.value.filter((each) => each.entry !== data.entry);
    state.undoable.set(
      others.map((each) => ({
        ...each,
        over: each.over.filter((later) => later.entry !== data.entry),
      })),
    );
  },
};

/** Ends the trace of one command: what it can restore, and whose undo it stands in the way of. */
export function endTrace(state: ForumState, first: Entry): void {
  const changes = tracedChanges(state);
  const { command, actor: by } = first;
  if (!command || !by || changes.length === 0) return;
  if (first.type === 'actionUndone') return noteStillsEnded(state, first, changes);
  const inTime = state.undoable.value.filter(({ at }) => first.at - at <= UNDO_MS);
  const recent = marked(inTime, changes, { entry: first.seq, command: command.type });
  const question = questionOf(changes);
  const entry = first.seq;
  const action = { entry, command: command.type, by, at: first.at, question, changes, over: [] };
  const actions = UNDOABLE.has(command.type) ? withinLimit([...recent, action], by) : recent;
  if (actions.length > 0 || state.undoable.value.length > 0) state.undoable.set(actions);
}

/** An undo only puts back, but for the displays that it has follow: that is a change like any other. */
function noteStillsEnded(state: ForumState, { seq, at }: Entry, changes: Touched): void {
  const ended = changes.filter(({ table, key }) => {
    const row = table === 'displays' ? state.displays.get(key) : undefined;
    return row?.shows === 'follow' && row.since === at;
  });
  if (ended.length > 0)
    state.undoable.set(marked(state.undoable.value, ended, { entry: seq, command: 'undo' }));
}

/** `actions`, with `later` noted in those that it stands in the way of. */
const marked = (
  actions: readonly UndoableAction[],
  changes: Touched,
  later: UndoableAction['over'][number],
): readonly UndoableAction[] =>
  actions.map((each) =>
    overlap(each.changes, changes) ? { ...each, over: [...each.over, later] } : each,
  );

function tracedChanges({ trace }: ForumState): TracedChange[] {
  const changes: TracedChange[] = [];
  for (const [table, rows] of trace.end()) {
    if (BOOKKEEPING.has(table)) continue;
    for (const [key, before] of rows)
      changes.push({ table, key, before: (before ?? null) as Json });
  }
  return changes;
}

type Touched = readonly Pick<TracedChange, 'table' | 'key'>[];
const overlap = (a: Touched, b: Touched): boolean =>
  a.some(({ table, key }) => b.some((other) => other.table === table && other.key === key));

/** Leaves off the oldest action of `by` if there are too many of them. */
function withinLimit(actions: readonly UndoableAction[], by: Actor): readonly UndoableAction[] {
  const own = actions.filter((each) => each.by.id === by.id);
  const oldest = own.length > KEEP ? own[0] : undefined;
  return actions.filter((each) => each !== oldest);
}

/** The question an action was about: of several (the one left, the one picked), the last touched. */
const questionOf = (changes: readonly TracedChange[]): string | null =>
  changes.findLast(({ table }) => table === 'questions')?.key ?? null;

export const isUndoable = (command: CommandType): boolean => UNDOABLE.has(command);
