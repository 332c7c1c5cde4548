/** Whoever presses a button means what their screen shows; if that is over, nothing may happen. */
import type { CommandType } from '@wenzheng/shared/forum/commands';
import type { Rows } from './row-history';

const field = (row: unknown, name: string): unknown =>
  typeof row === 'object' && row !== null
    ? new Map<string, unknown>(Object.entries(row)).get(name)
    : undefined;
const turn = (rows: Rows): unknown => field(rows.get('floor/'), 'turn') ?? null;
const interjection = (rows: Rows): unknown =>
  field(field(rows.get('floor/'), 'interjection'), 'number') ?? null;
const onFloor = (rows: Rows): unknown => {
  const current = rows.get('currentQuestion/') ?? null;
  return field(rows.get(`questions/${String(current)}`), 'state') === 'on_floor' ? current : null;
};
const revision =
  (table: 'questions' | 'exchanges', named: string) =>
  (rows: Rows, command: object): unknown =>
    field(rows.get(`${table}/${String(field(command, named))}`), 'revision');

/** Command → the field that says what its screen showed, and what that was just before it was done. */
const MEANT: Partial<
  Record<CommandType, readonly [said: string, was: (rows: Rows, command: object) => unknown]>
> = {
  startAgendaItem: ['from', (rows) => rows.get('currentItem/') ?? null],
  startTalk: ['from', turn],
  startExchange: ['from', turn],
  endTurn: ['turn', turn],
  pauseTurn: ['turn', turn],
  resumeTurn: ['turn', turn],
  extendTurn: ['turn', turn],
  setBackTurn: ['turn', turn],
  passFloor: ['turn', turn],
  startInterjection: ['turn', turn],
  nameInterjection: ['interjection', interjection],
  extendInterjection: ['interjection', interjection],
  endInterjection: ['interjection', interjection],
  endExchange: ['turn', turn],
  pickQuestion: ['from', onFloor],
  drawQuestion: ['from', onFloor],
  editQuestion: ['from', revision('questions', 'question')],
  completeNotes: ['from', revision('questions', 'question')],
  recordOutcome: ['from', revision('exchanges', 'exchange')],
};

/** How `command` missed what it was about, in words; null if it did not. */
export function missed(type: CommandType, command: object, before: Rows): string | null {
  const meant = MEANT[type];
  if (!meant) return null;
  const [said, was] = [field(command, meant[0]), meant[1](before, command)];
  return said === was ? null : `${type} was meant for ${String(said)} and met ${String(was)}`;
}
