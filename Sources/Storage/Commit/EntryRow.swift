import Engine
import Ledger

/// A row of `entry` before it is written: its values in the order of `EntryTable.columns`.
struct EntryRow {
  private var values: [SQLValue]
  private let firstChange: Int64

  /// `published` is the register of books that were sent out, in the format of `RegisterSeal`.
  init(
    _ draft: EntryDraft, number: Int64, at: Int64, firstChange: Int64, previous: String,
    published: String
  ) {
    let (source, particulars) = (draft.source, draft.particulars)
    self.firstChange = firstChange
    values = [
      .integer(number), .integer(at), .text(draft.actor), .text(draft.kind.rawValue),
      .optional(draft.reason), .optional(source?.sha256), .optional(source?.fileName),
      .optional(source?.sender), .optional(source.map { Int64($0.year) }),
      .optional(source?.asOfMonth.map(Int64.init)),
      .optional(source.map { LayoutText.write($0.tables) }), .optional(draft.undoes),
      .integer(0), .integer(0), .integer(0), .integer(Int64(draft.unchanged)),
      .text(EntryHash.none), .integer(firstChange), .integer(0),
      .text(previous), .optional(particulars.effective?.text), .optional(particulars.evidence),
      .optional(particulars.merge?.project), .optional(particulars.merge?.into),
      .optional(source?.outcomes?.text), .text(published),
    ]
  }

  /// A value as text, as it is stored; nil for NULL.
  func text(_ column: Int32) -> String? {
    switch values[Int(column)] {
    case .integer(let integer): String(integer)
    case .text(let text): text
    case .null, .blob: nil
    }
  }

  /// All values, once the entry's changes are known; `end` is one more than its last change's number.
  func closed(counts: Entry.Counts, end: Int64, hash: String) -> [SQLValue] {
    var values = values
    for (place, count) in [counts.created, counts.updated, counts.removed].enumerated() {
      values[12 + place] = .integer(Int64(count))
    }
    values[16] = .text(hash)
    values[18] = .integer(end - firstChange)
    return values
  }
}
