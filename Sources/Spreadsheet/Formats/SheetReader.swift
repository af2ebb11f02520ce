/// Gives the rows of a sheet one after the other, and what is known only after the last.
protocol RowSource: ~Copyable {
  mutating func next() throws(SpreadsheetError) -> Row?
  var merges: [CellRange] { get }
  var hiddenColumns: [ClosedRange<Int>] { get }
  var damage: [CellDamage] { get }
}

extension RowSource where Self: ~Copyable {
  /// Only delimited text is read although it is torn.
  var damage: [CellDamage] { [] }
}

/// A sheet that is read row by row; its merges are known after the last row.
package struct SheetReader {
  /// The name on the tab; empty for delimited text.
  package let name: String
  package let isHidden: Bool
  private let rows: RowSupply
  /// What the text of the workbook may still be; nil when nobody counts it.
  var budget: TextBudget?
  /// Whether nobody wants more rows.
  var isStopped: @Sendable () -> Bool = { false }

  init(name: String, isHidden: Bool, rows: consuming some RowSource & ~Copyable) {
    self.name = name
    self.isHidden = isHidden
    self.rows = Supply(rows)
  }

  /// The next row with values, nil after the last; rows come as the file has them.
  package mutating func next() throws(SpreadsheetError) -> Row? {
    guard let row = try rows.next() else { return nil }
    try budget?.take(row)
    return row
  }

  /// The merges, complete once `next` has given nil.
  package var merges: [CellRange] { rows.merges }

  /// The hidden columns, complete once `next` has given nil.
  package var hiddenColumns: [ClosedRange<Int>] { rows.hiddenColumns }

  /// The torn cells, complete once `next` has given nil.
  package var damage: [CellDamage] { rows.damage }

  /// Reads all rows that are left and puts them into the order of their numbers; `watch` is told of
  /// every thousandth or so.
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

  /// Rows in the order of their numbers, those of one number joined; of two cells in one place the
  /// later one stays.
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

/// A row source of any kind, reached through one pointer.
private class RowSupply {
  func next() throws(SpreadsheetError) -> Row? { nil }
  var merges: [CellRange] { [] }
  var hiddenColumns: [ClosedRange<Int>] { [] }
  var damage: [CellDamage] { [] }
}

/// A row source of one kind.
private final class Supply<Source: RowSource & ~Copyable>: RowSupply {
  @exclusivity(unchecked) private var source: Source

  init(_ source: consuming Source) { self.source = source }

  override func next() throws(SpreadsheetError) -> Row? { try source.next() }
  override var merges: [CellRange] { source.merges }
  override var hiddenColumns: [ClosedRange<Int>] { source.hiddenColumns }
  override var damage: [CellDamage] { source.damage }
}
