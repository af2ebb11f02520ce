package import Ledger

/// Compares rows with the ledger, field by field, against what the sender said last.
///
/// Same as last time: no change, whatever the ledger holds by now. Changed in the list only: the
/// ledger follows. Changed on both sides to different values: a conflict; the ledger's stays.
package struct Planner: Sendable {
  /// The matched projects' values.
  package let records: [ProjectID: Record]
  /// What this sender said last of the matched projects.
  package let bases: [ProjectID: Record]
  /// What it said of those merged into them.
  private let merged: MergedNames
  /// What the ledger held of a project when the 核对表 left it whose row is about it.
  package let exported: [ProjectID: Record]
  /// Which blank cells clear a value.
  package let clearing: Clearing
  /// Sums of a year that stay as those up to their own month.
  package let earlierSums: EarlierSums
  /// How a person settled the conflict about a value; nil when nobody did.
  private let settle: Settling

  package typealias Settling =
    @Sendable (_ project: ProjectID, _ key: FieldKey, _ base: Value, _ list: Value)
    -> Settlement.Choice?

  package init(
    records: [ProjectID: Record], bases: [ProjectID: Record], exported: [ProjectID: Record],
    merged: MergedNames = MergedNames(), clearing: Clearing, earlierSums: EarlierSums,
    settle: @escaping Settling = { _, _, _, _ in nil }
  ) {
    self.records = records
    self.bases = bases
    self.merged = merged
    self.exported = exported
    self.clearing = clearing
    self.earlierSums = earlierSums
    self.settle = settle
  }

  /// Plans one row.
  package func plan(_ row: ParsedRow, table: Int, match: Matcher.Match) -> RowOutcome {
    switch match {
    case .nameless, .astray: RowOutcome(.rejected)
    case .several, .repeated, .possibly: RowOutcome(.review)
    case .new: RowOutcome(.new)
    case .project(_, .mergedName): Self.unchanged
    case .project(let id, _): compare(row, table, id)
    }
  }

  /// What becomes of a row that repeats what its sender said last.
  package static let unchanged = RowOutcome(.unchanged)

  private func compare(_ row: ParsedRow, _ table: Int, _ id: ProjectID) -> RowOutcome {
    let exported = row.mark == nil ? nil : exported[id]
    var comparison = Comparison(
      record: records[id] ?? Record(), before: exported.map { .exported($0) } ?? .said,
      said: merged.base(of: row, about: id, bases[id] ?? Record())
    ) { [settle] key, base, list in settle(id, key, base, list) }
    row.forEachByKey { value in
      if exported == nil || value.column != nil { comparison.add(value) }
    }
    for key in clearing.keys(blankIn: row, table: table) { comparison.clear(key) }
    let changes =
      comparison.changes + earlierSums.kept(of: id, comparison.record, comparison.changes)
    let isSame = comparison.changes.isEmpty && comparison.conflicts.isEmpty
    let difference = RowOutcome.Difference(
      changes: changes.sorted { $0.key < $1.key }, conflicts: comparison.conflicts,
      stated: comparison.stated, kept: comparison.kept, agreed: comparison.agreed)
    return RowOutcome(isSame ? .unchanged : .changed, difference)
  }
}

extension Settlement.Choice {
  /// The value that is to stand; nil where the ledger's does.
  func value(list: Value) -> Value? {
    switch self {
    case .list: list
    case .hand: nil
    case .other(let value): value
    }
  }
}

extension Value {
  /// Whether two values say the same: texts but for white space, lists but for order.
  package func saysSame(as other: Value) -> Bool {
    if self == other { return true }
    switch (self, other) {
    case (.text(let one), .text(let two)):
      return one.filter { !$0.isWhitespace } == two.filter { !$0.isWhitespace }
    default: return false
    }
  }
}
