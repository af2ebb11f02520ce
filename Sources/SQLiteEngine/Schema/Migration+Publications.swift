extension Migration {
  /// The fourth schema: books that were sent out, stored beside the journal because sending one alters no project.
  static let publications = Migration(
    number: 4,
    sql: """
      -- Books that were sent out: who, when, about which projects, in which file. Rows are only added.
      CREATE TABLE publication (
        number INTEGER PRIMARY KEY CHECK (number > 0),
        at INTEGER NOT NULL,
        actor TEXT NOT NULL,
        book TEXT NOT NULL CHECK (book <> ''),
        filter TEXT NOT NULL,
        revision INTEGER NOT NULL REFERENCES entry (number),
        projects INTEGER NOT NULL CHECK (projects >= 0),
        file TEXT NOT NULL,
        sha256 TEXT NOT NULL CHECK (length(sha256) = 64)
      ) STRICT;
      CREATE TRIGGER publication_is_kept BEFORE DELETE ON publication
      BEGIN
        SELECT RAISE(ABORT, 'a publication is kept');
      END;
      CREATE TRIGGER publication_is_final BEFORE UPDATE ON publication
      BEGIN
        SELECT RAISE(ABORT, 'a publication is final');
      END;
      """)
}
