/// An iterator over the rows of a sheet, with properties that are complete only after the last row.
protocol RowSource: ~Copyable {
  mutating func next() throws(SpreadsheetError) -> Row?
  var merges: [CellRange] { get }
  var hiddenColumns: [ClosedRange<Int>] { get }
  var damage: [CellDamage] { get }
}

extension RowSource where Self: ~Copyable {
  /// Empty by default: only delimited text is read in spite of damage.
  var damage: [CellDamage] { [] }
}

/// Reads a sheet row by row; its merges are complete after the last row.
package struct SheetReader {
  /// The name of the sheet; empty for delimited text.
  package let name: String
  package let isHidden: Bool
  private let rows: AnyRowSource
  /// The budget for the workbook's text; nil when it is not limited.
  var budget: TextBudget?
  /// Whether reading was cancelled.
  var isStopped: @Sendable () -> Bool = { false }

  init(name: String, isHidden: Bool, rows: consuming some RowSource & ~Copyable) {
    self.name = name
    self.isHidden = isHidden
    self.rows = Supply(rows)
  }

  /// The next row with values, nil after the last; in the order of the file. Throws when the text
  /// budget is exceeded.
  package mutating func next() throws(SpreadsheetError) -> Row? {
    guard let row = try rows.next() else { return nil }
    try budget?.take(row)
    return row
  }

  /// The merges, complete after `next` returns nil.
  package var merges: [CellRange] { rows.merges }

  /// The hidden columns, complete after `next` returns nil.
  package var hiddenColumns: [ClosedRange<Int>] { rows.hiddenColumns }

  /// The damaged cells, complete after `next` returns nil.
  package var damage: [CellDamage] { rows.damage }

  /// Reads the remaining rows and sorts them by number. Calls `watch` every 1,024 rows. Throws
  /// `stopped` soon after `isStopped` returns true.
  package mutating func collect(watch: (_ rows: Int) -> Void) throws(SpreadsheetError) -> Sheet {
    var collected: [Row] = []
    var isAscending = true
    while let row = try next() {
      isAscending = isAscending && row.number > collected.last?.number ?? 0
      collected.append(row)
      guard collected.count.isMultiple(of: 1_024) else { continue }
      watch(collected.count)
      if isStopped() { throw .stopped }
    }
    if !isAscending { collected = Self.inOrder(collected) }
    return Sheet(
      name: name, isHidden: isHidden, rows: collected, merges: merges,
      hiddenColumns: hiddenColumns, damage: damage)
  }

  /// Sorts rows by number and joins rows of the same number; of two cells in one column the later one is kept.
  private static func inOrder(_ rows: [Row]) -> [Row] {
    Dictionary(grouping: rows, by: \.number).values.map { rows in
      if rows.count == 1 { return rows[0] }
      var writer = RowWriter(rows.lazy.compactMap(\.cells.strings).first)
      for row in rows { writer.add(row.cells) }
      return Row(
        number: rows[0].number, isHidden: rows.contains(where: \.isHidden), cells: writer.finish())
    }.sorted { $0.number < $1.number }
  }
}

/// A type-erased row source.
private class AnyRowSource {
  func next() throws(SpreadsheetError) -> Row? { nil }
  var merges: [CellRange] { [] }
  var hiddenColumns: [ClosedRange<Int>] { [] }
  var damage: [CellDamage] { [] }
}

/// A row source of a concrete type.
private final class Supply<Source: RowSource & ~Copyable>: AnyRowSource {
  @exclusivity(unchecked) private var source: Source

  init(_ source: consuming Source) { self.source = source }

  override func next() throws(SpreadsheetError) -> Row? { try source.next() }
  override var merges: [CellRange] { source.merges }
  override var hiddenColumns: [ClosedRange<Int>] { source.hiddenColumns }
  override var damage: [CellDamage] { source.damage }
}
