/** Which forums are live: a fact of the hub, not of a forum. */
import type Database from 'better-sqlite3';

export class LiveForums {
  readonly #live: Set<string>;
  readonly #write: (live: ReadonlySet<string>) => void;

  constructor(db: Database.Database) {
    const rows = db.prepare<[], { forum: string }>('SELECT forum FROM live_forums').all();
    this.#live = new Set(rows.map(({ forum }) => forum));
    const clear = db.prepare('DELETE FROM live_forums');
    const add = db.prepare<[string]>('INSERT INTO live_forums (forum) VALUES (?)');
    this.#write = db.transaction((live) => {
      clear.run();
      for (const forum of live) add.run(forum);
    });
  }

  has(forum: string): boolean {
    return this.#live.has(forum);
  }

  /** Durable when it returns. */
  set(forum: string, live: boolean): void {
    const after = new Set(this.#live);
    if (live) after.add(forum);
    else after.delete(forum);
    this.#replace(after);
  }

  /** Makes `forum` live, and no other. Durable when it returns. */
  setOnly(forum: string): void {
    this.setAll([forum]);
  }

  /** Makes these live, and no others. Durable when it returns. */
  setAll(forums: readonly string[]): void {
    this.#replace(new Set(forums));
  }

  #replace(after: ReadonlySet<string>): void {
    this.#write(after);
    this.#live.clear();
    for (const forum of after) this.#live.add(forum);
  }
}
