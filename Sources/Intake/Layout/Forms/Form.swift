import Ledger
import Spreadsheet

/// A sheet that holds one project as labels with their values beside or below them: 申报表, 基本情况表.
package struct Form: Sendable {
  /// A label with its value.
  package struct Entry: Sendable {
    let place: Place
    /// The label as the sheet writes it without hints.
    package let words: String
    /// What it means; unmapped for a label without a field.
    package private(set) var meaning: ColumnMeaning
    let label: HeaderLabel
    let value: Place?
    /// The value where its label stands in the same cell: 5亿元 of 总投资：5亿元.
    var valueBehindLabel: String?

    /// The label's cell, such as `C8`.
    package var cell: String { place.name }

    /// The same with another meaning.
    func meaning(_ meaning: ColumnMeaning) -> Entry {
      var entry = self
      entry.meaning = meaning
      return entry
    }
  }

  /// A cell that a label or value stands in.
  struct Place: Sendable, Hashable {
    let row: Int
    let column: Int

    var name: String { CellReference.name(row: row, column: column) }
  }

  /// The row of the name label: the project's.
  let nameRow: Int
  /// The labels in the order of their cells.
  package let entries: [Entry]
  /// The rows that hold labels and values.
  let rows: Set<Int>
  /// What stands right of the project's name as another name would.
  let besideName: [Place]
  /// The form's labels as the columns of a table, in the order of `mapped`.
  var columns: [TableColumn] = []

  /// The cells of labels without a field.
  package var unmapped: [String] { entries.filter { $0.meaning == .unmapped }.map(\.cell) }

  /// The labels that mean something and have a value: what would be the columns of a table.
  var mapped: [Entry] { entries.filter { $0.meaning != .unmapped && $0.value != nil } }
}
