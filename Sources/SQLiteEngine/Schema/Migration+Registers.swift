extension Migration {
  /// The second schema: places on registers become rows of their own; written search text is separated from pinyin,
  /// so that a search in characters reads half as much; an index counts chains.
  static let registers = Migration(
    number: 2,
    sql: """
      ALTER TABLE project DROP COLUMN registers;
      CREATE INDEX project_chain ON project (chain, condition, total_investment);

      -- Places of projects on registers, by year.
      CREATE TABLE membership (
        project INTEGER NOT NULL REFERENCES project (id),
        year INTEGER NOT NULL,
        register TEXT NOT NULL CHECK (register <> ''),
        state TEXT,
        batch TEXT,
        class TEXT,
        PRIMARY KEY (project, year, register)
      ) STRICT, WITHOUT ROWID;

      -- What a term of ASCII is looked for in: pinyin, its initials, and the ASCII of what is written.
      CREATE TABLE project_sound (
        project INTEGER PRIMARY KEY REFERENCES project (id),
        text TEXT NOT NULL
      ) STRICT;
      """,
    refillsBalance: true)
}
