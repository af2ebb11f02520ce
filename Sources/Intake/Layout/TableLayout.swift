package import Ledger
import Spreadsheet

/// One column of a table.
package struct TableColumn: Hashable, Sendable {
  /// Column number from 0.
  package let index: Int
  /// The labels from top to leaf, as written in the sheet, without hints.
  package let path: [String]
  package internal(set) var meaning: ColumnMeaning
  /// The unit that header or sheet state for its numbers; nil if neither does.
  let unit: MeasureUnit?
  /// Whether the header states a foreign currency: its numbers are never converted.
  let isForeignCurrency: Bool
  /// Whether the column is hidden; such columns are not imported.
  package let isHidden: Bool
  /// Whether no rule matches its header, so that a person can be asked for its meaning.
  var isUnknown: Bool
  /// Whether a person gave its meaning, in a recipe.
  var isTold = false
  /// Whether its unit is taken from the sender's last list.
  var isUnitKept = false

  /// The column's letters, such as `AB`.
  package var letters: String { CellReference.letters(index) }
}

/// The layout of a table of a sheet: its header band, columns and the kinds of its rows.
package struct TableLayout: Sendable {
  package let sheet: String
  /// The year meant by 今年 in the table.
  let year: Int
  package let headerRows: [Int]
  package let columns: [TableColumn]
  /// The kinds of all rows by row number, blank and header rows excepted.
  package let rowKinds: RowKinds
  package let notes: Notes
  /// The section headings by row number.
  var sections: [Int: SectionReader.Section] = [:]
  /// The form, if the sheet is one instead of a table.
  package var form: Form?
  /// The recipe's table that a person wrote for this table.
  var told: Recipe.Table?
  /// The constants a person gave for rows without own values.
  package var constants: [Constant] = []
  /// The layout of this table in the sender's last list.
  var last: Recipe.Table?
  /// The texts of the rows that a person excluded by number.
  var skippedTexts: [String] = []

  /// The findings about the header.
  var findings: [Finding] = []

  /// The date and sender that titles and notes state.
  package struct Notes: Hashable, Sendable {
    package let year: Int?
    package let month: Int?
    package let sender: String?
  }

  /// A heading: its words without number, and the values it sets for the rows below.
  package struct Heading: Sendable {
    package let row: Int
    package let words: String
    package let values: [Field: Value]
    /// The code of the register that it names.
    package let register: String?
  }

  /// The headings of the table, from top to bottom.
  package var headings: [Heading] {
    sections.sorted { $0.key < $1.key }.map { row, section in
      Heading(
        row: row, words: section.words, values: section.context.values,
        register: section.context.register)
    }
  }

  /// The columns with a meaning; the left one of two equal columns.
  package var mapped: [TableColumn] { columns.filter { $0.meaning != .unmapped } }

  /// The numbers of columns with a header but no field, and of hidden columns.
  package var unmapped: [Int] { columns.filter { $0.meaning == .unmapped }.map(\.index) }
}
