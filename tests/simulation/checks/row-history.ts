/** What each command changed of all that people can change and take back, and what there was before it. */
import type { ForumState, TableName } from '@wenzheng/server/src/engine/state';

/** What people can change and take back. */
const WATCHED: readonly TableName[] = [
  'departments',
  'speakers',
  'agendaItems',
  'orders',
  'currentItem',
  'floor',
  'lastTalks',
  'scene',
  'card',
  'terms',
  'termOrder',
  'questions',
  'currentQuestion',
  'suggestion',
  'pickedSinceHall',
  'picks',
  'hallShare',
  'countsHidden',
  'micNumbers',
  'micOpen',
  'heard',
  'forum',
  'representatives',
  'exchanges',
  'statements',
  'toCome',
  'rating',
  'polls',
  'poll',
  'cloudRulings',
  'tickets',
  'ticketBatches',
  'wifi',
  'slipBatches',
  'slips',
  'slipBoxes',
  'slipCheck',
  'slipDifference',
  'emergency',
  'stageMessage',
  'help',
  'tasks',
  'taskOrder',
  'displays',
];

export interface Change {
  readonly before: unknown;
  readonly after: unknown;
}
/** `table/key` → its row. */
export type Rows = Pick<ReadonlyMap<string, unknown>, 'get'>;
export type Changed = ReadonlyMap<string, Change>;

export class RowHistory {
  /** After the last command. */
  readonly #rows = new Map<string, unknown>();
  /** Rows that may have changed since. */
  readonly #touched = new Map<string, () => unknown>();
  readonly #commands: Changed[] = [];

  constructor(state: ForumState) {
    for (const name of WATCHED) {
      const table = state.all.get(name);
      table?.watch((key) => this.#touched.set(`${name}/${key}`, () => table.get(key)));
    }
  }

  /** After the last command. */
  get now(): Rows {
    return this.#rows;
  }

  /** A command is over: answers what it has changed. */
  commandOver(): Changed {
    const changed = new Map<string, Change>();
    for (const [key, row] of this.#touched) {
      const [before, after] = [this.#rows.get(key), row()];
      if (before === after) continue;
      changed.set(key, { before, after });
      if (after === undefined) this.#rows.delete(key);
      else this.#rows.set(key, after);
    }
    this.#touched.clear();
    this.#commands.push(changed);
    return changed;
  }

  /** What there was before the command that changed what `changed` says. */
  before(changed: Changed): Rows {
    const first = this.#commands.lastIndexOf(changed);
    return {
      get: (key) => {
        for (let place = first; place < this.#commands.length; place += 1) {
          const change = this.#commands[place]?.get(key);
          if (change) return change.before;
        }
        return this.#rows.get(key);
      },
    };
  }
}
