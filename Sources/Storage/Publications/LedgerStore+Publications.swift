package import Ledger

extension LedgerStore {
  /// Notes that books were sent out.
  package func keep(_ publications: [Publication]) throws {
    try engine.write { session in
      for publication in publications {
        try session.run(
          """
          INSERT INTO publication (at, actor, book, filter, revision, projects, file, sha256)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?)
          """, .integer(EntryTable.milliseconds(publication.at)), .text(publication.actor),
          .text(publication.book), .text(publication.filter), .integer(publication.revision),
          .integer(Int64(publication.projects)), .text(publication.file),
          .text(publication.sha256))
      }
    }
  }

  /// The books sent out last, latest first.
  package func publications(limit: Int) throws -> [Publication] {
    try engine.read { session in
      // What was sent out?
      try session.rows(
        """
        SELECT at, actor, book, filter, revision, projects, file, sha256
        FROM publication
        ORDER BY number DESC
        LIMIT ?
        """, .integer(Int64(limit)), read: Self.publication)
    }
  }

  /// The last issue of a book with a filter, or else of any book with it; nil before the first.
  package func lastPublication(of book: String, filter: String) throws -> Publication? {
    try engine.read { session in
      // When was this book sent out last, or else any?
      try session.row(
        """
        SELECT at, actor, book, filter, revision, projects, file, sha256
        FROM publication
        WHERE filter = ?
        ORDER BY book = ? DESC, number DESC
        LIMIT 1
        """, .text(filter), .text(book), read: Self.publication)
    }
  }

  private static func publication(_ row: Statement) -> Publication {
    Publication(
      at: EntryTable.date(milliseconds: row.int64(0)), actor: row.text(1), book: row.text(2),
      filter: row.text(3), revision: row.int64(4), projects: row.int(5), file: row.text(6),
      sha256: row.text(7))
  }
}
