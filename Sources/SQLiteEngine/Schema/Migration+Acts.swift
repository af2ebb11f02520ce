extension Migration {
  /// The third schema: more kinds of acts, with their effective day and evidence, the two projects of a merge, and
  /// the outcomes of a list's rows that altered nothing.
  ///
  /// SQLite cannot alter a constraint, so the table is rewritten.
  static let acts = Migration(
    number: 3,
    sql: """
      CREATE TABLE entry_with_acts (
        number INTEGER PRIMARY KEY CHECK (number > 0),
        at INTEGER NOT NULL,
        actor TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN (
          'setup', 'import', 'edit', 'undo', 'catalogue', 'decide', 'merge', 'move', 'confirm',
          'report', 'milestone', 'problem', 'task')),
        reason TEXT,
        upload TEXT REFERENCES upload (sha256),
        file_name TEXT,
        sender TEXT,
        year INTEGER,
        as_of_month INTEGER CHECK (as_of_month BETWEEN 1 AND 12),
        layout TEXT,
        undoes INTEGER REFERENCES entry (number) CHECK (undoes < number),
        created INTEGER NOT NULL CHECK (created >= 0),
        updated INTEGER NOT NULL CHECK (updated >= 0),
        removed INTEGER NOT NULL CHECK (removed >= 0),
        unchanged INTEGER NOT NULL CHECK (unchanged >= 0),
        first_change INTEGER NOT NULL,
        changes INTEGER NOT NULL CHECK (changes >= 0),
        previous_hash TEXT NOT NULL CHECK (length(previous_hash) = 64),
        hash TEXT NOT NULL CHECK (length(hash) = 64),
        effective TEXT,
        evidence TEXT,
        merged INTEGER,
        merged_into INTEGER CHECK (merged_into <> merged),
        outcomes TEXT CHECK (upload IS NOT NULL OR outcomes IS NULL),
        CHECK ((kind = 'undo') = (undoes IS NOT NULL)),
        CHECK ((upload IS NULL) = (file_name IS NULL)),
        CHECK ((upload IS NULL) = (sender IS NULL)),
        CHECK ((upload IS NULL) = (year IS NULL)),
        CHECK ((upload IS NULL) = (layout IS NULL)),
        CHECK ((kind = 'merge') = (merged IS NOT NULL)),
        CHECK ((kind = 'merge') = (merged_into IS NOT NULL)),
        CHECK (kind NOT IN ('setup', 'import', 'edit', 'undo', 'catalogue')
          OR (effective IS NULL AND evidence IS NULL))
      ) STRICT;
      INSERT INTO entry_with_acts
      SELECT *, NULL, NULL, NULL, NULL, NULL
      FROM entry;
      DROP TABLE entry;
      ALTER TABLE entry_with_acts RENAME TO entry;
      CREATE INDEX entry_merged ON entry (merged) WHERE merged IS NOT NULL;
      """)
}
