import Engine
package import Ledger

/// A change of a project with its entry.
package struct HistoryStep: Hashable, Sendable {
  package let entry: Entry
  package let change: Change
  /// Whether the entry is undone.
  package var isUndone = false
}

extension LedgerStore {
  /// The actors of all entries.
  package func actors() throws -> [String] {
    try database.read { session in
      // Which actors are there?
      try session.rows(
        """
        SELECT DISTINCT actor
        FROM entry
        """
      ) { $0.text(0) }
    }
  }

  /// The latest entries before a number, latest first, at most `limit`.
  package func entries(limit: Int, before number: Int64 = .max) throws -> [Entry] {
    try database.read { session in
      // Which are the latest entries?
      try session.rows(
        """
        SELECT \(EntryTable.columns)
        FROM entry
        WHERE number < ?
        ORDER BY number DESC
        LIMIT ?
        """, .integer(number), .integer(Int64(limit)), read: EntryTable.entry)
    }
  }

  /// One entry; throws `unknownEntry`.
  package func entry(_ number: Int64) throws -> Entry {
    try database.read { try EntryTable.entry(number, $0) }
  }

  /// The changes of an entry, in the order of the journal.
  package func changes(of entry: Int64) throws -> [Change] {
    var changes: [Change] = []
    try forEachChange(of: entry) { changes.append($0) }
    return changes
  }

  /// Some changes of an entry, by index in the order of the journal, and their total number.
  package func changes(
    of entry: Int64, at places: Range<Int>
  ) throws -> (changes: [Change], count: Int) {
    var (changes, count) = ([Change](), 0)
    try forEachChange(of: entry) { change in
      if places.contains(count) { changes.append(change) }
      count += 1
    }
    return (changes, count)
  }

  /// Calls `body` with the changes of an entry, in the order of the journal.
  package func forEachChange(
    of entry: Int64, _ body: (Change) throws -> Void
  ) throws {
    try database.read { session in
      let sight = try VisibilityReader(session)
      try ChangeTable.forEachChange(of: entry, session) { change in
        if let change = try sight.shown(change) { try body(change) }
      }
    }
  }

  /// The file of an entry; nil for an entry without one.
  package func upload(of entry: Int64) throws -> Upload? {
    try database.read { session in
      guard let source = try EntryTable.entry(entry, session).source else { return nil }
      return try UploadTable.upload(source.sha256, session)
    }
  }

  /// All changes of a project, oldest first; empty if it never existed.
  package func history(of project: ProjectID) throws -> [HistoryStep] {
    try database.read { try Self.history(of: project, through: .max, $0) }
  }

  /// The origin of each value of a project; values copied by a merge have their origin in the other project.
  package func origins(of project: ProjectID) throws -> [FieldKey: Origin] {
    try database.read { try Self.origins(of: project, through: .max, $0) }
  }

  private static func history(
    of project: ProjectID, through last: Int64, _ session: Session
  ) throws -> [HistoryStep] {
    let headers = try EntryTable.headers(session)
    let sight = try VisibilityReader(session)
    var entries: [Int64: Entry] = [:]
    return try ChangeTable.history(of: project, through: last, session).compactMap { row in
      guard let change = try sight.shown(row.change) else { return nil }
      let entry = try entries[row.entry] ?? EntryTable.entry(row.entry, session)
      entries[row.entry] = entry
      return HistoryStep(entry: entry, change: change, isUndone: headers.isUndone(row.entry))
    }
  }

  static func origins(
    of project: ProjectID, through last: Int64, _ session: Session
  ) throws -> [FieldKey: Origin] {
    try Origins.of(try history(of: project, through: last, session)) { step in
      if let merge = step.entry.particulars.merge, merge.into == project {
        return try origins(of: merge.project, through: step.entry.number - 1, session)
      }
      return step.change.inheritance.statements.isEmpty ? [:] : try lentOrigins(step, session)
    }
  }

  /// The origins of values that lists stated for a project while it was merged into another one.
  private static func lentOrigins(
    _ step: HistoryStep, _ session: Session
  ) throws -> [FieldKey: Origin] {
    let root = try EntryTable.headers(session).root(of: step.entry.number)
    guard let merge = try EntryTable.entry(root, session).particulars.merge else { return [:] }
    let said = step.change.inheritance.statements
    let brought = Dictionary(
      uniqueKeysWithValues: step.change.fields.map { ($0.key, $0.after) })
    var origins: [FieldKey: Origin] = [:]
    for list in try history(of: merge.into, through: step.entry.number, session) {
      guard let own = list.entry.source.flatMap({ said[$0.speaker] }) else { continue }
      let words =
        list.change.fields
        + list.change.stated.map {
          FieldChange(key: $0.key, before: nil, after: $0.value, raw: $0.raw)
        }
      for field in words where field.after != nil && field.after == own[field.key] {
        guard let value = brought[field.key], value == field.after else { continue }
        origins[field.key] = Origins.origin(of: field, in: list)
      }
    }
    return origins
  }

  /// The origin of one value in each of some projects at a revision, with its entry.
  package func origins(
    of key: FieldKey, in projects: [ProjectID], through revision: Int64
  ) throws -> [ProjectID: (entry: Entry, origin: Origin)] {
    try database.read { session in
      var found: [ProjectID: (entry: Entry, origin: Origin)] = [:]
      for project in projects {
        let origins = try Self.origins(of: project, through: revision, session)
        guard let origin = origins[key] else { continue }
        found[project] = (try EntryTable.entry(origin.entry, session), origin)
      }
      return found
    }
  }
}
