import Engine
package import Ledger

/// The late milestones and open problems on a day.
package struct Lateness: Hashable, Sendable {
  package var overdue = 0
  package var open = 0
  /// The days since the oldest of them; nil if there is none.
  package var days: Int?

  package init() {}

  /// Computes the lateness of one project from its milestones and problems.
  package init(milestones: [Matter], problems: [Matter], on day: PartialDate) {
    let late = milestones.compactMap { $0.state(on: day)?.daysOverdue(on: day) }
    let open = problems.compactMap { $0.state(on: day) }.filter(\.isOpen)
    let since = open.compactMap { $0.raised.map { day.lastDayNumber - $0.lastDayNumber } }
    overdue = late.count
    self.open = open.count
    days = (late + since).max() ?? (open.isEmpty ? nil : 0)
  }
}

/// Reads the lateness on a day from the rows of a scan.
struct LatenessReader {
  private let day: PartialDate
  private let milestones: Int32
  private let problems: Int32

  init(_ day: PartialDate, _ query: inout ScanQuery) {
    self.day = day
    milestones = query.read(.milestones)
    problems = query.read(.problemLog)
  }

  func lateness(_ row: any Statement) throws -> Lateness {
    if row.isNull(milestones), row.isNull(problems) { return Lateness() }
    return Lateness(
      milestones: try matters(row, milestones), problems: try matters(row, problems), on: day)
  }

  private func matters(_ row: any Statement, _ column: Int32) throws -> [Matter] {
    if row.isNull(column) { return [] }
    guard let record = ChangeText.readRecord(row.bytes(column)) else {
      throw StorageError.damaged(table: "project_detail", row: row.int64(ScanQuery.Column.id))
    }
    return record.entries.compactMap {
      if case .matter(let matter) = $0.value { matter } else { nil }
    }
  }
}

extension LedgerStore {
  /// The lateness on a day for the projects of a filter: the total, and the days of each project with anything late.
  package func lateness(
    _ filter: ProjectFilter, on day: PartialDate
  ) throws -> (all: Lateness, projects: [(id: ProjectID, days: Int)]) {
    try read(asOf: filter.asOf) { session, _ in
      var scan = try Scan(filter, scope: .counted, session)
      let values = try scan.values(
        .lateness(day), session, held: { LatenessColumn(day, count: $0) },
        read: { LatenessReader(day, &$0) })
      var all = Lateness()
      var projects: [(id: ProjectID, days: Int)] = []
      try scan.run(session) { scan, row in
        let own =
          switch values {
          case .held(let column): column[row.place]
          case .read(let reader): try scan.statement.map(reader.lateness) ?? Lateness()
          }
        all.overdue += own.overdue
        all.open += own.open
        if let days = own.days { projects.append((row.id, days)) }
      }
      return (all, projects)
    }
  }
}
