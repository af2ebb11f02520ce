/// What a row of a sheet is.
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
  /// A part of a total or a heading, named below it: 其中：续建项目.
  case memo
  /// A person told to leave it out.
  case skipped
  case project
  /// Labels and values of a form whose project stands in another row.
  case form
}
