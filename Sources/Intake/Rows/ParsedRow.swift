package import Ledger
import Spreadsheet

/// One project row of a table: its values, each with its cell.
package struct ParsedRow: Sendable {
  /// The row's number in the file.
  package let number: Int
  /// Serial number as text, when the table has such a column.
  package let serial: String?
  /// At most one a key, in the order of the fields; the places on registers as they are listed.
  package private(set) var values: [ParsedValue]
  /// Whether it is a part of a package listed above it.
  package var isPart = false
  /// Which project the row says it is; only rows of a 核对表 do.
  package var mark: RowMark?

  /// Takes values in any order.
  package init(number: Int, serial: String?, values: [ParsedValue]) {
    self.number = number
    self.serial = serial
    self.values = values
    self.values.sort { $0.key.precedes($1.key) }
  }

  /// Adds the value of a key that has none.
  mutating func add(_ value: ParsedValue) {
    values.insert(value, at: position(of: value.key))
  }

  /// The values in the order of their keys.
  package var valuesByKey: [ParsedValue] {
    let second = position(of: FieldKey(.registers)) + 1
    let areSeveral = second < values.count && values[second].key.field == .registers
    return areSeveral ? values.sorted { $0.key < $1.key } : values
  }

  /// The value of a key.
  package subscript(key: FieldKey) -> Value? { index(of: key).map { values[$0].value } }

  /// Where the value of a key stands among the row's.
  func index(of key: FieldKey) -> Int? {
    let position = position(of: key)
    return values[position...].prefix { $0.key.field == key.field }
      .firstIndex { $0.key == key }
  }

  private func position(of key: FieldKey) -> Int {
    var low = 0
    var high = values.count
    while low < high {
      let middle = (low + high) / 2
      if values[middle].key.precedes(key) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The value of a field without parts.
  package subscript(field: Field) -> Value? { self[FieldKey(field)] }

  /// The text of a text field.
  package func text(_ field: Field) -> String? {
    if case .text(let text) = self[field] { text } else { nil }
  }

  /// The sum of a money field.
  package func money(_ field: Field) -> Money? {
    if case .money(let money) = self[field] { money } else { nil }
  }

  /// Row (from 1) and column (from 0) of a cell.
  struct Place {
    let row: Int
    let column: Int

    /// Its name, such as `C12`.
    var text: String { CellReference.name(row: row, column: column) }
  }

  /// Where the value of a key came from; nil when it came from the context.
  func place(of key: FieldKey) -> Place? {
    guard let index = index(of: key), let column = values[index].column else { return nil }
    return Place(row: values[index].cellRow ?? number, column: column)
  }

  /// The row's values as a record.
  package var record: Record {
    Record(valuesByKey.lazy.map { ($0.key, $0.value) })
  }
}

/// A value with the cell it came from.
package struct ParsedValue: Sendable {
  package let key: FieldKey
  package let value: Value
  /// The cell's text, when it is not the value's interchange form.
  package let raw: String?
  // Of a long list there are millions of these, so that places are kept short; -1 is none.
  private let columnNumber: Int32
  private let rowNumber: Int32

  init(key: FieldKey, value: Value, column: Int?, cellRow: Int?, raw: String?) {
    self.key = key
    self.value = value
    self.raw = raw
    columnNumber = Int32(clamping: column ?? -1)
    rowNumber = Int32(clamping: cellRow ?? -1)
  }

  /// Column number from 0; nil when the value came from a section row or the sheet's name.
  package var column: Int? { columnNumber < 0 ? nil : Int(columnNumber) }

  /// The cell's row where it is not the row itself: the top of a merged cell.
  package var cellRow: Int? { rowNumber < 0 ? nil : Int(rowNumber) }
}

extension FieldKey {
  /// The order of a row's values: that of the keys, but all places on registers are alike.
  fileprivate func precedes(_ other: FieldKey) -> Bool {
    field == .registers && other.field == .registers ? false : self < other
  }
}
