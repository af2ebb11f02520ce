import Ledger
import Spreadsheet

/// A sheet with one project, as labels with their values beside or below them: 申报表, 基本情况表.
package struct Form: Sendable {
  /// A label with its value.
  package struct Entry: Sendable {
    let place: Place
    /// The label as the sheet writes it, without hints.
    package let words: String
    /// The label's meaning; unmapped for a label without a field.
    package private(set) var meaning: ColumnMeaning
    let label: HeaderLabel
    let value: Place?
    /// The value if it shares the label's cell: 5亿元 in 总投资：5亿元.
    var valueBehindLabel: String?

    /// The label's cell, such as `C8`.
    package var cell: String { place.name }

    /// A copy with another meaning.
    func meaning(_ meaning: ColumnMeaning) -> Entry {
      var entry = self
      entry.meaning = meaning
      return entry
    }
  }

  /// The cell of a label or value.
  struct Place: Sendable, Hashable {
    let row: Int
    let column: Int

    var name: String { CellReference.name(row: row, column: column) }
  }

  /// The row of the label of the project's name.
  let nameRow: Int
  /// The labels in cell order.
  package let entries: [Entry]
  /// The rows that hold labels and values.
  let rows: Set<Int>
  /// The cells right of the project's name that would be read as another name.
  let besideName: [Place]
  /// The form's labels as columns of a table, in the order of `mapped`.
  var columns: [TableColumn] = []

  /// The cells of labels without a field.
  package var unmapped: [String] { entries.filter { $0.meaning == .unmapped }.map(\.cell) }

  /// The labels with a meaning and a value: what the columns are in a table.
  var mapped: [Entry] { entries.filter { $0.meaning != .unmapped && $0.value != nil } }
}
