/**
 * Undo names an entry. What the entry's command changed is kept for ten seconds beside what it became;
 * it is restored only while nobody has changed it since. Clocks are deadlines, so they come back
 * exactly, the time in between counted.
 */
import canonicalize from 'canonicalize';
import { UNDO_MS } from '@wenzheng/shared/forum/undo';
import type { CommandType } from '@wenzheng/shared/forum/commands';
import type { Instant } from '@wenzheng/shared/time/instant';
import type { Json } from '@wenzheng/shared/wire/protocol';
import type { Actor, Entry } from '../journal/entry';
import { mayCommand } from './rights';
import { accept, refuse, type Context, type Decision, type Evolves } from './rooms';
import type { ForumState } from './state';
import type { TracedChange } from './store';

export interface UndoEntries {
  actionUndone: {
    /** First entry of the command taken back. */
    entry: number;
    /** The previous documents; null where there was none. */
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
}

const UNDOABLE: ReadonlySet<CommandType> = new Set<CommandType>([
  'startAgendaItem',
  'startTalk',
  'endTurn',
  'pauseTurn',
  'resumeTurn',
  'extendTurn',
  'screenQuestion',
  'declineQuestion',
  'pickQuestion',
  'startAnswer',
  'answerQuestion',
  'deflectQuestion',
  'amendDeflection',
  'showScene',
]);

/** Not part of what an action did: bookkeeping of commands and of undo itself. */
const BOOKKEEPING: ReadonlySet<string> = new Set(['commands', 'undoable']);
const KEEP = 12;

/** Rows out of the journal have their fields in another order than those that were made here. */
const same = (a: Json | null, b: Json | null): boolean => canonicalize(a) === canonicalize(b);
const row = (state: ForumState, table: string, key: string): Json | null =>
  (state.all.get(table)?.get(key) ?? null) as Json | null;

export function decideUndo(state: ForumState, entry: number, context: Context): Decision {
  const actions = state.undoable.value;
  const action = actions.find((each) => each.entry === entry);
  if (!action) return refuse('undo.unknown');
  if (!mayCommand(context.actor.role, action.command)) return refuse('forbidden');
  if (context.now - action.at > UNDO_MS) return refuse('undo.too_late');
  const changed = action.changes.find(
    ({ table, key, after }) => !same(row(state, table, key), after),
  );
  if (changed) {
    const later = actions.findLast(({ changes }) =>
      changes.some(({ table, key }) => table === changed.table && key === changed.key),
    );
    return refuse('undo.superseded', later ? { by: later.command } : {});
  }
  const restore = action.changes.map(({ table, key, before }) => ({ table, key, value: before }));
  return accept({ type: 'actionUndone', data: { entry, restore } });
}

export const evolveUndo: Evolves = {
  actionUndone: (state, { data }) => {
    for (const { table, key, value } of data.restore) {
      const rows = state.all.get(table);
      if (value === null) rows?.remove(key);
      else rows?.put(key, value);
    }
    state.undoable.set(state.undoable.value.filter((each) => each.entry !== data.entry));
  },
};

export function startTrace(state: ForumState): void {
  for (const [name, table] of state.all) if (!BOOKKEEPING.has(name)) table.startTrace();
}

/** Ends the trace of one command; keeps what it changed if the command can be taken back. */
export function endTrace(state: ForumState, first: Entry): void {
  const changes: TracedChange[] = [];
  for (const [name, table] of state.all) {
    for (const [key, before] of table.endTrace()) {
      changes.push({
        table: name,
        key,
        before: (before ?? null) as Json,
        after: row(state, name, key),
      });
    }
  }
  if (!first.command || !first.actor || !UNDOABLE.has(first.command.type) || changes.length === 0)
    return;
  const recent = state.undoable.value.filter(({ at }) => first.at - at <= UNDO_MS);
  const action: UndoableAction = {
    entry: first.seq,
    command: first.command.type,
    by: first.actor,
    at: first.at,
    question: questionOf(changes),
    changes,
  };
  state.undoable.set([...recent, action].slice(-KEEP));
}

/** The question an action was about: of several (the one left, the one picked), the last touched. */
const questionOf = (changes: readonly TracedChange[]): string | null =>
  changes.findLast(({ table }) => table === 'questions')?.key ?? null;

export const isUndoable = (command: CommandType): boolean => UNDOABLE.has(command);
