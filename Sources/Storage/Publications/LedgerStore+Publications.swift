import Engine
package import Foundation
package import Ledger

extension LedgerStore {
  /// Asks for confirmation of the clock as for an entry; throws `clockAhead` if it is not confirmed.
  package func confirmClock(_ now: Date) throws {
    let last = try database.read { try EntryWriter.last($0).at }
    try RecordedTime.confirm(now, after: last, watch)
  }

  /// Records books that were sent out, and returns them with their numbers.
  @discardableResult
  package func keep(_ publications: [Publication]) throws -> [Publication] {
    try database.write { session in
      for publication in publications {
        try session.run(
          """
          INSERT INTO publication (
            number, at, actor, book, filter, revision, projects, file, sha256)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
          """, .integer(try session.next("number", in: "publication")),
          .integer(try RecordedTime.milliseconds(publication.at)), .text(publication.actor),
          .text(publication.book), .text(publication.filter), .integer(publication.revision),
          .integer(Int64(publication.projects)), .text(publication.file),
          .text(publication.sha256))
      }
      return try Self.publications(limit: publications.count, session).reversed()
    }
  }

  /// The last books sent out, latest first.
  package func publications(limit: Int) throws -> [Publication] {
    try database.read { try Self.publications(limit: limit, $0) }
  }

  private static func publications(limit: Int, _ session: Session) throws -> [Publication] {
    // Which books were sent out?
    try session.rows(
      """
      SELECT number, at, actor, book, filter, revision, projects, file, sha256
      FROM publication
      ORDER BY number DESC
      LIMIT ?
      """, .integer(Int64(limit)), read: publication)
  }

  /// A book of the register by its number; nil if there is none.
  package func publication(_ number: Int64) throws -> Publication? {
    try database.read { session in
      // Which book has this number?
      try session.row(
        """
        SELECT number, at, actor, book, filter, revision, projects, file, sha256
        FROM publication
        WHERE number = ?
        """, .integer(number), read: Self.publication)
    }
  }

  /// The issues of some books at revisions before one, latest first.
  package func publications(
    of books: [String], before revision: Int64
  ) throws -> [Publication] {
    try database.read { session in
      // Which books were sent out from earlier revisions?
      try session.rows(
        """
        SELECT number, at, actor, book, filter, revision, projects, file, sha256
        FROM publication
        WHERE revision < ?
        ORDER BY number DESC
        """, .integer(revision), read: Self.publication)
    }.filter { books.contains($0.book) }
  }

  static func publication(_ row: any Statement) throws -> Publication {
    let table = "publication"
    let number = try row.key(0, in: Stored.number, table)
    var publication = Publication(
      at: EntryTable.date(
        milliseconds: try row.int64(1, in: Stored.moment, table, row: number)),
      actor: row.text(2), book: row.text(3), filter: row.text(4),
      revision: try row.int64(5, in: 0...Stored.number.upperBound, table, row: number),
      projects: Int(try row.int64(6, in: Stored.count, table, row: number)), file: row.text(7),
      sha256: row.text(8))
    publication.number = number
    return publication
  }
}
