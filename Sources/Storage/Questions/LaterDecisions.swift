import Engine
package import Ledger

/// What was decided about places on registers (认定) after a month, so that it can be taken back.
package struct LaterDecisions: Hashable, Sendable {
  /// The decisions of each project, latest first.
  private var decisions: [ProjectID: [Decision]] = [:]
  /// Identifies the decisions: two of the same ledger with equal keys are the same.
  package private(set) var key = ""

  private struct Decision: Hashable {
    let entry: Int64
    let change: FieldChange
  }

  /// Nothing to take back.
  package init() {}

  fileprivate mutating func add(_ entry: Int64, _ change: Change) {
    for field in change.fields where field.key.field == .registers {
      decisions[change.project, default: []].append(Decision(entry: entry, change: field))
    }
    key += "\(entry) "
  }

  /// The first entry to take back of a project; nil if there is none.
  package func first(of project: ProjectID) -> Int64? { decisions[project]?.last?.entry }

  /// Puts a project's places into the state before the decisions. A state that something else changed afterwards
  /// stays.
  fileprivate func takeBack(from record: inout Record, of project: ProjectID) {
    for decision in decisions[project] ?? [] {
      let change = decision.change
      guard case .membership(var place) = record[change.key],
        case .membership(let decided) = change.after, place.state == decided.state
      else { continue }
      if case .membership(let earlier) = change.before {
        place.state = earlier.state
        record[change.key] = .membership(place)
      } else {
        record[change.key] = nil
      }
    }
  }
}

extension StoredProject {
  /// The project as it was at the end of a month, as far as days tell: milestones and problems in their state of then,
  /// and its places on registers without later decisions.
  package func asOf(_ month: Period, without later: LaterDecisions) -> StoredProject {
    guard let end = month.lastDate else { return self }
    var record = record
    later.takeBack(from: &record, of: id)
    for entry in [Field.milestones, .problemLog].flatMap({ record.entries(of: $0) }) {
      if case .matter(let matter) = entry.value {
        record[entry.key] = matter.state(on: end).map { .matter($0) }
      }
    }
    return with(record)
  }
}

extension LedgerStore {
  /// The decisions that stand at a revision and were made after the end of a month; none without a month.
  package func decisions(
    after month: Period?, through revision: Int64
  ) throws -> LaterDecisions {
    var later = LaterDecisions()
    guard let end = month?.lastDate?.lastDay else { return later }
    return try database.read { session in
      // Which decisions were recorded, the latest first?
      let entries = try session.rows(
        """
        SELECT \(EntryTable.columns)
        FROM entry
        WHERE kind = ? AND number <= ?
        ORDER BY number DESC
        """, .text(Entry.Kind.confirm.rawValue), .integer(revision), read: EntryTable.entry
      )
      if entries.isEmpty { return later }
      let headers = try EntryTable.headers(session, through: revision)
      // What was recorded late about a day in time stands, and so does what it replaced.
      var settled: Set<ProjectID> = []
      for entry in entries where !headers.isUndone(entry.number) {
        let day = entry.particulars.effective ?? ShanghaiCalendar.day(of: entry.at)
        let isLater = day.map { $0.firstDay > end } ?? false
        try ChangeTable.forEachChange(of: entry.number, session) { change in
          if !isLater {
            settled.insert(change.project)
          } else if !settled.contains(change.project) {
            later.add(entry.number, change)
          }
        }
      }
      return later
    }
  }
}
