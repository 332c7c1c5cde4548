/** The forms the database has had, in order; each step runs in one transaction. Never change a past one. */
export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE entries (
    forum TEXT NOT NULL,
    seq INTEGER NOT NULL,
    bytes TEXT NOT NULL,
    PRIMARY KEY (forum, seq)
  ) STRICT, WITHOUT ROWID;

  -- The vault: what must be able to vanish, or is no fact of a forum.
  CREATE TABLE words (
    forum TEXT NOT NULL,
    id TEXT NOT NULL,
    salt BLOB NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (forum, id)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE sessions (
    token_hash BLOB PRIMARY KEY,
    role TEXT NOT NULL,
    actor TEXT NOT NULL,
    name TEXT NOT NULL,
    created INTEGER NOT NULL,
    revoked INTEGER
  ) STRICT;
  CREATE TABLE links (
    token_hash BLOB PRIMARY KEY,
    role TEXT NOT NULL,
    once INTEGER NOT NULL,
    created INTEGER NOT NULL,
    expires INTEGER NOT NULL,
    used INTEGER
  ) STRICT;
  CREATE TABLE pins (
    role TEXT PRIMARY KEY,
    salt BLOB NOT NULL,
    hash BLOB NOT NULL,
    created INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE secrets (name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT;

  -- Where the hub's time stood at the last commit.
  CREATE TABLE anchor (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    boot_id TEXT NOT NULL,
    monotonic_ms REAL NOT NULL,
    hub_ms REAL NOT NULL
  ) STRICT;
  `,
  `
  -- When a signed-in device was last seen.
  ALTER TABLE sessions ADD COLUMN last_seen INTEGER NOT NULL DEFAULT 0;
  UPDATE sessions SET last_seen = created;
  CREATE INDEX sessions_of_actor ON sessions (actor);
  `,
  `
  -- Before, the forum made last was the live one; ids grow with time.
  CREATE TABLE live_forums (forum TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
  INSERT INTO live_forums SELECT max(forum) FROM entries HAVING max(forum) IS NOT NULL;
  `,
  `
  -- The link that a session came by, so that the link can be cancelled with it; how often one was used.
  ALTER TABLE sessions ADD COLUMN link BLOB REFERENCES links (token_hash);
  ALTER TABLE links ADD COLUMN uses INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE links ADD COLUMN cancelled INTEGER;
  `,
  `
  -- CRC-32 of the bytes; null for entries from before. SQLite's own files carry no check of their contents.
  ALTER TABLE entries ADD COLUMN crc INTEGER;
  `,
  `
  -- Where the kiosk stands that a link signs in.
  ALTER TABLE links ADD COLUMN zone TEXT;
  ALTER TABLE sessions ADD COLUMN zone TEXT;
  `,
  `
  -- The vault: photos of slips. Too large for the leaves of a table without row ids.
  CREATE TABLE pictures (
    forum TEXT NOT NULL,
    id TEXT NOT NULL,
    salt BLOB NOT NULL,
    type TEXT NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (forum, id)
  ) STRICT;
  `,
  `
  -- The rehearsal under way, if there is one: a copy of a forum, to be wiped; and which forums were live before it.
  CREATE TABLE rehearsals (
    forum TEXT PRIMARY KEY,
    original TEXT NOT NULL,
    people INTEGER NOT NULL,
    live_before TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  `,
];
