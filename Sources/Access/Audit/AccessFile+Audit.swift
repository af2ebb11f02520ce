import Engine
package import Foundation

/// A query of the audit.
package struct AuditQuestion: Hashable, Sendable {
  package var act: AuditAct?
  /// A part of a login, a name, an address, a subject or a result.
  package var words: String?
  package var from: Date?
  package var until: Date?
  /// Only lines before this number, for the next page.
  package var before: Int64?
  package var limit: Int

  package init(limit: Int = 100) { self.limit = limit }
}

extension AccessFile {
  /// The matching lines, newest first.
  package func lines(_ question: AuditQuestion) throws -> [AuditRecord] {
    try read { rows in
      var conditions = [
        SQLCondition(
          "at >= ? AND at < ? AND number < ?",
          [
            .integer(question.from?.milliseconds ?? 0),
            .integer(question.until?.milliseconds ?? .max), .integer(question.before ?? .max),
          ])
      ]
      if let act = question.act {
        conditions.append(SQLCondition("act = ?", [.text(act.rawValue)]))
      }
      if let words = question.words { conditions.append(rows.holds(Self.searched, words)) }
      // Which lines are of an act, a time, and hold some words?
      return try rows.all(
        """
        SELECT \(AuditTable.columns)
        FROM audit
        WHERE \(conditions.map(\.sql).joined(separator: " AND "))
        ORDER BY number DESC
        LIMIT ?
        """, conditions.flatMap(\.values) + [.integer(Int64(question.limit))]
      ) { row in
        AuditRecord(
          number: row.int64(0), at: row.time(1),
          line: AuditLine(
            AuditAct(rawValue: row.text(2)) ?? .begin,
            by: AuditActor(login: row.textIfAny(3), name: row.text(4), address: row.text(5)),
            on: row.text(6), entry: row.int64IfAny(7), result: row.text(8)),
          hash: row.text(9))
      }
    }
  }

  /// What of a line words are looked for in.
  private static let searched = """
    coalesce(login, '') || ' ' || name || ' ' || address || ' ' || subject || ' ' || result
    """

  /// The last line: noted elsewhere, it shows whether lines were cut off.
  package func auditHead() throws -> AuditHead { try read(AuditTable.head) }

  /// Whether the file contains, unaltered, a line that was noted elsewhere.
  package func has(_ noted: AuditHead) throws -> Bool {
    try read { rows in
      // What is the hash of the line?
      try rows.first(
        """
        SELECT hash
        FROM audit
        WHERE number = ?
        """, .integer(noted.number)
      ) { $0.text(0) } == noted.hash
    }
  }

  /// The numbers of lines that were altered or are missing; empty if the chain is intact.
  package func auditFaults() throws -> [Int64] { try read(AuditTable.faults) }

  /// Adds a line for every entry up to `revision` that has none because the program ended between the two. Returns
  /// those entries.
  @discardableResult
  package func addLateLines(upTo revision: Int64, actor: (Int64) throws -> String) throws -> [Int64]
  {
    let missing = try entriesWithoutLine(upTo: revision)
    guard !missing.isEmpty else { return [] }
    let lines = try missing.map { entry in
      AuditLine(
        .late, by: AuditActor(login: nil, name: try actor(entry), address: "local"), on: "",
        entry: entry)
    }
    try write { rows in
      for line in lines { try AuditTable.append(line, at: now(), rows) }
    }
    return missing
  }

  /// The last entry with a line; 0 if there is none.
  package func lastToldEntry() throws -> Int64 {
    try read { rows in
      try rows.first(
        """
        SELECT max(entry)
        FROM audit
        WHERE entry IS NOT NULL
        """
      ) { $0.int64IfAny(0) ?? 0 } ?? 0
    }
  }

  /// The entries without a line, from after the one the file began with up to `revision`.
  package func entriesWithoutLine(upTo revision: Int64) throws -> [Int64] {
    try read { rows in
      // Which entries have a line?
      let told = try rows.all(
        """
        SELECT entry
        FROM audit
        WHERE entry IS NOT NULL
        ORDER BY number
        """
      ) { $0.int64(0) }
      guard let first = told.min(), first < revision else { return [] }
      let known = Set(told)
      return (first + 1...revision).filter { !known.contains($0) }
    }
  }
}
