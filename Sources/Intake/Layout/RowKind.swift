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
  /// A person told to leave it out.
  case skipped
  case project
}
