package import Ledger
import Spreadsheet

/// One column of a table.
package struct TableColumn: Hashable, Sendable {
  /// Column number from 0.
  package let index: Int
  /// The labels from top to leaf, as the sheet writes them without hints.
  package let path: [String]
  package internal(set) var meaning: ColumnMeaning
  /// The unit that header or sheet state for its numbers; nil when none does.
  let unit: MeasureUnit?
  /// Whether the header states a foreign currency: its numbers are never converted.
  let isForeignCurrency: Bool
  /// Hidden columns are not imported.
  package let isHidden: Bool
  /// Whether no rule knows its header: a person may be asked what it means.
  var isUnknown: Bool
  /// Whether a person told what it is, in a recipe.
  var isTold = false
  /// Whether its unit is the one that the sender's last list stated.
  var isUnitKept = false

  /// The column's letters, such as `AB`.
  package var letters: String { CellReference.letters(index) }
}

/// What a table of a sheet looks like: its header band, columns and the kinds of its rows.
package struct TableLayout: Sendable {
  package let sheet: String
  /// What 今年 means in the table.
  let year: Int
  package let headerRows: [Int]
  package let columns: [TableColumn]
  /// The kinds of all rows that are not blank and not the header, by row number.
  package let rowKinds: RowKinds
  package let notes: Notes
  /// What the section rows say, by row number.
  var sections: [Int: SectionReader.Section] = [:]
  /// The form that the sheet is, instead of a table.
  package var form: Form?
  /// What a person told about the table.
  var told: Recipe.Table?
  /// What a person told for rows that say nothing themselves.
  package var constants: [Constant] = []
  /// How such a table of the sender was read last.
  var last: Recipe.Table?
  /// The texts of the rows that a person told by number to leave out.
  var skippedTexts: [String] = []

  /// What is to be said of the header.
  var findings: [Finding] = []

  /// What titles and notes state.
  package struct Notes: Hashable, Sendable {
    package let year: Int?
    package let month: Int?
    package let sender: String?
  }

  /// A heading: its words without number, and what it gives to the rows below.
  package struct Heading: Sendable {
    package let row: Int
    package let words: String
    package let values: [Field: Value]
    /// The register that it names, by its code.
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

  /// The columns that mean something, the left one where two mean the same.
  package var mapped: [TableColumn] { columns.filter { $0.meaning != .unmapped } }

  /// Column numbers that have a header but no field, and hidden columns.
  package var unmapped: [Int] { columns.filter { $0.meaning == .unmapped }.map(\.index) }
}
