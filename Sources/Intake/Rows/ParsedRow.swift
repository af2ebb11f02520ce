package import Ledger
import Spreadsheet

/// One project row of a table: its values, each with its cell.
package struct ParsedRow: Sendable {
  /// The serial number as text, if the table has such a column.
  package let serial: String?
  /// Whether it is a part of a package listed above it.
  package var isPart = false
  /// The project and revision in the row's mark; only rows of a 核对表 have one.
  package let mark: RowMark?
  /// The digest of the row's values in key order.
  package private(set) var digest: UInt64
  private var block: RowBlock
  private var start: UInt32
  private let rowNumber: UInt32

  /// The row's number in the file.
  package var number: Int { Int(rowNumber) }

  /// Takes values in any order, at most one per key.
  package init(number: Int, serial: String?, values: [ParsedValue], mark: RowMark? = nil) {
    var packer = RowPacker()
    packer.add(number: number, serial: serial, mark: mark, RowValues(values))
    self = packer.finish()[0]
  }

  /// A row stored in a block.
  init(_ row: RowPacker.Row, in block: RowBlock) {
    serial = row.serial
    mark = row.mark
    digest = row.digest
    start = row.start
    rowNumber = UInt32(clamping: row.number)
    self.block = block
  }

  /// Adds a value for a key that has none.
  mutating func add(_ value: ParsedValue) {
    let added = ParsedRow(number: number, serial: nil, values: values + [value])
    (block, start, digest) = (added.block, added.start, added.digest)
  }

  /// The values in field order, registers as listed.
  package var values: [ParsedValue] {
    withPacked { row in (0..<row.count).map(row.parsed) }
  }

  /// Calls `body` with the values in key order.
  package func forEachByKey(_ body: (ParsedValue) throws -> Void) rethrows {
    try withPacked { row in
      if row.hasSeveralRegisters {
        for value in values.sorted(by: { $0.key < $1.key }) { try body(value) }
      } else {
        for index in 0..<row.count { try body(row.parsed(index)) }
      }
    }
  }

  /// Calls `body` with the amounts of money in key order.
  package func forEachSum(_ body: (FieldKey, Money) -> Void) {
    withPacked { row in
      for index in 0..<row.count where row.isSum(index) {
        if case .money(let money) = row.value(index) { body(row.key(index), money) }
      }
    }
  }

  /// The value of a key.
  package subscript(key: FieldKey) -> Value? {
    withPacked { row in row.index(of: key).map(row.value) }
  }

  /// The value of a key with its cell.
  package func parsed(_ key: FieldKey) -> ParsedValue? {
    withPacked { row in row.index(of: key).map(row.parsed) }
  }

  /// Whether it has a value of a field.
  package func holds(_ field: Field) -> Bool { withPacked { $0.holds(field) } }

  /// The value of a field without parts.
  package subscript(field: Field) -> Value? { self[FieldKey(field)] }

  /// Calls `body` with the UTF-8 of a text field; nil if the row has none.
  func withText<T>(_ field: Field, _ body: (UnsafeBufferPointer<UInt8>) -> T) -> T? {
    withPacked { row in
      row.index(of: FieldKey(field)).flatMap { row.withText($0, body) }
    }
  }

  /// The text of a text field.
  package func text(_ field: Field) -> String? {
    if case .text(let text) = self[field] { text } else { nil }
  }

  /// The amount of a money field.
  package func money(_ field: Field) -> Money? {
    if case .money(let money) = self[field] { money } else { nil }
  }

  /// Row (from 1) and column (from 0) of a cell.
  package struct Place {
    package let row: Int
    package let column: Int

    /// The cell's name, such as `C12`.
    var text: String { CellReference.name(row: row, column: column) }
  }

  /// The cell of a key's value; nil if the value came from the context.
  func place(of key: FieldKey) -> Place? {
    guard let value = parsed(key), let column = value.column else { return nil }
    return Place(row: value.cellRow ?? number, column: column)
  }

  /// The row's values as a record.
  package var record: Record {
    Record(values.lazy.map { ($0.key, $0.value) })
  }

  private func withPacked<T>(_ body: (PackedRow) throws -> T) rethrows -> T {
    try block.withRow(at: Int(start), body)
  }
}
