extension Migration {
  /// The ninth schema: notes of an entry besides its changes.
  static let notes = Migration(
    number: 9,
    sql: """
      -- The journal, fourth part: what an entry says beside its changes, kind by kind, as lines of words: rows
      -- that wait for a person, findings, what was not read. Rows are only added.
      CREATE TABLE entry_note (
        entry INTEGER NOT NULL REFERENCES entry (number),
        kind TEXT NOT NULL CHECK (kind <> ''),
        body TEXT NOT NULL CHECK (body <> ''),
        PRIMARY KEY (entry, kind)
      ) STRICT;
      """)
}
