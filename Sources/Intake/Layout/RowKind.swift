/// The kind of a row of a sheet.
package enum RowKind: String, Hashable, Sendable {
  case title
  case note
  case footnote
  case hidden
  case repeatedHeader = "repeated_header"
  case columnNumbers = "column_numbers"
  case example
  case total
  case subtotal
  case section
  /// A part of a total or heading, named below it: 其中：续建项目.
  case memo
  /// A row that a person excluded.
  case skipped
  case project
  /// Labels and values of a form whose project is in another row.
  case form
}
