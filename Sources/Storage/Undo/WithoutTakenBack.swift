import Engine
import Ledger

/// A project without the entries that were undone: its history without them, and without the rows about projects that
/// were merged into it temporarily.
struct WithoutTakenBack {
  private let headers: EntryHeaders
  private(set) var words = RestoredStatements()
  private var heldBack: HeldBackWords

  var record: Record { words.record }

  init(
    _ rows: MeantRows, _ headers: EntryHeaders, _ ranks: SenderRanks, _ session: Session
  ) throws {
    self.headers = headers
    heldBack = HeldBackWords(ranks, headers)
    let lent = Set(rows.lent.map(\.entry))
    for row in rows.history {
      // Neither undone entries nor undos have an effect.
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
    words.note(change, of: header, heldBack.foremost(change, of: header, record))
    heldBack.note(change, of: header)
  }

  /// Adds the values of a merged project that this one lacks, also if it had them only from an undone entry.
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
