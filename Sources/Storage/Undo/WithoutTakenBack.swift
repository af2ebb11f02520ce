import Engine
import Ledger

/// What a project would be without the acts that were taken back: its history without them, and without the rows that
/// meant projects which went into it for a time.
struct WithoutTakenBack {
  private let headers: EntryHeaders
  private(set) var words = RestoredStatements()

  var record: Record { words.record }

  init(_ rows: MeantRows, _ headers: EntryHeaders, _ session: Session) throws {
    self.headers = headers
    let lent = Set(rows.lent.map(\.entry))
    for row in rows.history {
      // What was taken back, and the taking back, are as if they had not been.
      guard let header = headers[row.entry], header.kind != .undo, !headers.isUndone(row.entry),
        !lent.contains(row.entry)
      else { continue }
      if row.isElsewhere {
        words.take(row.change, of: header)
      } else {
        apply(row.change, of: header)
        if header.kind == .merge, row.change.kind == .update {
          try inherit(row.change, of: header, session)
        }
      }
    }
  }

  private mutating func apply(_ change: Change, of header: EntryHeader) {
    for field in change.fields { words.set(field) }
    words.note(change, of: header)
  }

  /// What a merged project had and this one lacks, where it lacks it only without another one.
  private mutating func inherit(
    _ change: Change, of header: EntryHeader, _ session: Session
  ) throws {
    let gone = try ChangeTable.changes(of: header.number, session).filter { $0.kind == .remove }
    for field in gone.flatMap(\.fields) where field.key.field != .otherNames {
      if let value = field.before { words.fill(field.key, value) }
    }
    words.inherit(change.inheritance)
  }
}
