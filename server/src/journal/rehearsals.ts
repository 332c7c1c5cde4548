/** The rehearsal that is under way: a fact of the hub that outlives a restart, so that it is always wiped. */
import type Database from 'better-sqlite3';

export interface KeptRehearsal {
  /** The copy that is rehearsed in. */
  readonly forum: string;
  readonly original: string;
  /** Size of the simulated audience. */
  readonly people: number;
  /** Forums that were live before, and will be again. */
  readonly liveBefore: readonly string[];
}

interface Row {
  readonly forum: string;
  readonly original: string;
  readonly people: number;
  readonly live_before: string;
}

/** Every table that holds something of a forum names it in a column; asked of the database, so that none is forgotten. */
const TABLES_OF_FORUMS = `
  SELECT tables.name FROM sqlite_schema AS tables JOIN pragma_table_info(tables.name) AS columns
  WHERE tables.type = 'table' AND columns.name = 'forum'`;

export class Rehearsals {
  readonly #add: Database.Statement<[string, string, number, string]>;
  readonly #all: Database.Statement<[], Row>;
  readonly #wipe: (forum: string) => void;

  constructor(db: Database.Database) {
    this.#add = db.prepare('INSERT INTO rehearsals VALUES (?, ?, ?, ?)');
    this.#all = db.prepare('SELECT * FROM rehearsals');
    const tables = db.prepare<[], string>(TABLES_OF_FORUMS).pluck().all() as string[];
    const wipes = tables.map((table) =>
      db.prepare<[string]>(`DELETE FROM ${table} WHERE forum = ?`),
    );
    this.#wipe = db.transaction((forum: string) => {
      for (const wipe of wipes) wipe.run(forum);
    });
  }

  current(): KeptRehearsal | null {
    const row = this.#all.get();
    if (!row) return null;
    const { forum, original, people } = row;
    return { forum, original, people, liveBefore: JSON.parse(row.live_before) as string[] };
  }

  /** Durable when it returns; throws SqliteError. */
  begin({ forum, original, people, liveBefore }: KeptRehearsal): void {
    this.#add.run(forum, original, people, JSON.stringify(liveBefore));
  }

  /** Deletes all that the database holds of the rehearsal. Durable when it returns; throws SqliteError. */
  wipe({ forum }: KeptRehearsal): void {
    this.#wipe(forum);
  }
}
