import Engine
import Ledger

/// Reads the statements on projects from the journal, ignoring undone entries.
final class ProvenanceReader {
  private let session: Session
  private let headers: EntryHeaders
  private var lists: [Int64: List] = [:]
  private let numbers: [Int64]
  /// The merges by entry, undone or not.
  private let merges: [Int64: Entry.Merge]

  /// A list that an entry came from.
  final class List {
    let source: Source
    let kind: Entry.Kind
    /// Whether its rows repeat their sender's earlier statements: not if it is older than the newest list, or if a
    /// person adopted its values later.
    let saysAgain: Bool
    /// Whether it is the first list of its sender for its month. An unchanged row of a later list may have blank
    /// cells where the first one had values.
    let isOfNewMonth: Bool
    /// Whether its sender had sent a list for a later month before.
    let isLate: Bool
    lazy var repeated = source.outcomes?.repeated
    /// Its tables that the ledger itself exported: values repeated in them are not statements of their sender.
    let returned: Set<Int>

    init(_ source: Source, _ kind: Entry.Kind, newest: Period?, returned: Set<Int>) {
      self.source = source
      self.kind = kind
      self.returned = returned
      let order = source.month.flatMap { month in newest.map { ($0, month) } }
      saysAgain = kind == .import && (order.map { $0 <= $1 } ?? true)
      isOfNewMonth = source.month != nil && (order.map { $0 < $1 } ?? true)
      isLate = order.map { $0 > $1 } ?? false
    }

    /// Whether a row repeats its sender's earlier statement.
    func saysAgain(_ row: SourceRow?) -> Bool {
      saysAgain && !(row.map { returned.contains($0.table) } ?? false)
    }
  }

  /// Reads the statements up to an entry, as of that entry.
  init(_ session: Session, through last: Int64 = .max) throws {
    self.session = session
    headers = try EntryTable.headers(session, through: last)
    // Which entries have a list, or merged two projects?
    let entries = try session.rows(
      """
      SELECT \(EntryTable.columns)
      FROM entry
      WHERE (upload IS NOT NULL OR merged IS NOT NULL) AND number <= ?
      ORDER BY number
      """, .integer(last), read: EntryTable.entry)
    let returned = Dictionary(
      try NoteTable.texts(of: .returned, through: last, session).map { entry, text in
        (entry, Set(EntryNotes([.returned: text]).all(RoundTrippedTable.self).map(\.table)))
      }, uniquingKeysWith: { $1 })
    var merges: [Int64: Entry.Merge] = [:]
    for entry in entries {
      merges[entry.number] = entry.particulars.merge
      if let source = entry.source, !headers.isUndone(entry.number) {
        lists[entry.number] = List(
          source, entry.kind, newest: headers.newestMonth(before: entry.number),
          returned: returned[entry.number] ?? [])
      }
    }
    self.merges = merges
    numbers = lists.keys.sorted()
  }

  /// The statements on a project, up to an entry.
  func testimony(of project: ProjectID, through last: Int64 = .max) throws -> Provenance {
    try read(project, through: last).own.testimony
  }

  /// Calls `body` with each project and the statements on it, up to an entry, in the given order.
  func forEachTestimony(
    of projects: some Sequence<ProjectID>, through last: Int64 = .max,
    _ body: (ProjectID, Provenance) throws -> Void
  ) throws {
    try projects.forEachBatch { batch in
      let histories = try ChangeTable.histories(of: batch, through: last, session)
      for project in batch {
        try body(
          project, read(project, histories[project] ?? [], through: last).own.testimony)
      }
    }
  }

  private func read(
    _ project: ProjectID, through last: Int64
  ) throws -> (own: TestimonyReading, lent: Provenance) {
    try read(
      project, ChangeTable.history(of: project, through: last, session), through: last)
  }

  /// The statements on a project, and those on others that were merged into it temporarily.
  private func read(
    _ project: ProjectID, _ history: [ChangeTable.Row], through last: Int64
  ) throws -> (own: TestimonyReading, lent: Provenance) {
    var reading = TestimonyReading()
    var others = TestimonyReading()
    var lists = numbers.prefix { $0 <= last }[...]
    var lent = StatementsDuringMerge()
    func repeatLists(before end: Int64) {
      while let number = lists.first, number < end {
        lists.removeFirst()
        if let list = self.lists[number], list.isOfNewMonth,
          !lent.has(list.source.speaker, at: number), let row = list.repeated?[project],
          list.saysAgain(row)
        {
          reading.repeatToTheLetter(list.source, row, of: number)
        }
      }
    }
    for row in history {
      repeatLists(before: row.entry)
      if lists.first == row.entry { lists.removeFirst() }
      guard let header = headers[row.entry] else { continue }
      if header.kind == .merge {
        lent.note(
          row.change, of: header, headers, standing: { reading.standing[$0] },
          said: { reading.names })
      }
      guard !headers.isUndone(row.entry), row.change.kind != .remove else { continue }
      if let merge = merges[row.entry], merge.project != project {
        reading.inherit(
          row.change, try testimony(of: merge.project, through: row.entry - 1), of: header)
      } else if let list = self.lists[row.entry] {
        if lent.take(row.change, of: row.entry, by: list.source.speaker) {
          reading.bring(row.change, list.source, of: header)
          others.say(row.change, list, of: header)
        } else {
          reading.say(row.change, list, of: header)
        }
      } else if row.change.inheritance.statements.isEmpty {
        reading.take(row.change, of: header)
      } else {
        let (own, gone) = lent.parted(row.change.inheritance.statements, at: row.entry)
        if let merge = merges[headers.root(of: row.entry)] {
          let said = try read(merge.into, through: row.entry - 1).lent
          reading.bringBack(row.change, own, said, of: header)
          if !gone.isEmpty { others.bringBack(row.change, gone, said, of: header) }
        } else {
          reading.keep(row.change, own, of: header)
        }
      }
    }
    repeatLists(before: .max)
    return (reading, others.testimony)
  }
}
