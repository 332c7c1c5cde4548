/** The pictures of one forum in the vault. They are read when somebody looks at one, and never held. */
import type Database from 'better-sqlite3';
import type { Picture, PictureType } from './picture';
import type { KeptPicture } from './port';

interface PictureRow {
  readonly type: PictureType;
  readonly bytes: Buffer;
}

export class PicturesOf {
  readonly #forum: string;
  readonly #add: Database.Statement<[string, string, Uint8Array, string, Uint8Array]>;
  readonly #find: Database.Statement<[string, string], PictureRow>;
  readonly #ids: Database.Statement<[string], string>;
  readonly #erase: (ids: readonly string[]) => void;

  constructor(db: Database.Database, forum: string) {
    this.#forum = forum;
    this.#add = db.prepare(
      'INSERT INTO pictures (forum, id, salt, type, bytes) VALUES (?, ?, ?, ?, ?)',
    );
    this.#find = db.prepare('SELECT type, bytes FROM pictures WHERE forum = ? AND id = ?');
    this.#ids = db
      .prepare<[string], string>('SELECT id FROM pictures WHERE forum = ?')
      .pluck() as Database.Statement<[string], string>;
    const erase = db.prepare<[string, string]>('DELETE FROM pictures WHERE forum = ? AND id = ?');
    this.#erase = db.transaction((ids: readonly string[]) => {
      for (const id of ids) erase.run(forum, id);
    });
  }

  /** Throws SqliteError. */
  add({ id, salt, picture }: KeptPicture): void {
    this.#add.run(this.#forum, id, salt, picture.type, picture.bytes);
  }

  find(id: string): Picture | null {
    return this.#find.get(this.#forum, id) ?? null;
  }

  /** Throws SqliteError. Nothing is written if there is nothing to erase. */
  eraseBut(named: ReadonlySet<string>): void {
    const ids = this.#ids.all(this.#forum).filter((id) => !named.has(id));
    if (ids.length > 0) this.#erase(ids);
  }
}
