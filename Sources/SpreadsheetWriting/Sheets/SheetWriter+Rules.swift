internal import CXLSXWriter
package import Spreadsheet

extension SheetWriter {
  /// Restricts a range to values from a list, offered in a menu. Throws `listTooLong`.
  package func offer(
    _ choices: Choices, in range: CellRange, hint: InputHint? = nil
  ) throws(WriteError) {
    try check(range)
    var rule = lxw_data_validation()
    rule.ignore_blank = UInt8(LXW_VALIDATION_ON.rawValue)
    rule.show_input = UInt8(LXW_VALIDATION_ON.rawValue)
    rule.show_error = UInt8(LXW_VALIDATION_ON.rawValue)
    rule.dropdown = UInt8(LXW_VALIDATION_ON.rawValue)
    let hint = CStrings([hint?.title ?? "", hint?.message ?? "", hint?.error ?? ""])
    rule.input_title = hint[0]
    rule.input_message = hint[1]
    rule.error_message = hint[2]
    let code: lxw_error
    switch choices {
    case .values(let values):
      let strings = CStrings(values)
      var pointers = strings.terminated
      rule.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
      code = pointers.withUnsafeMutableBufferPointer { list in
        rule.value_list = list.baseAddress
        return withExtendedLifetime((strings, hint)) { validate(range, &rule) }
      }
    case .range(let formula):
      let strings = CStrings([formula])
      rule.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
      rule.value_formula = strings[0]
      code = withExtendedLifetime((strings, hint)) { validate(range, &rule) }
    }
    if code == LXW_ERROR_255_STRING_LENGTH_EXCEEDED {
      throw .listTooLong(sheet: name, range: range.description)
    }
    try check(code)
  }

  /// Adds a comment to a cell, shown on hover.
  package func comment(
    _ text: String, author: String, row: Int, column: Int
  ) throws(WriteError) {
    try check(row: row, column: column)
    let strings = CStrings([author])
    var options = lxw_comment_options()
    options.author = strings[0]
    let code = withExtendedLifetime(strings) {
      text.withLegibleCString {
        worksheet_write_comment_opt(
          sheet, lxw_row_t(row - 1), lxw_col_t(column), $0, &options)
      }
    }
    try check(code, row: row, column: column)
  }

  /// Protects locked cells from accidental changes; sorting, filtering and resizing remain allowed.
  package func protect(password: String? = nil) throws(WriteError) {
    _ = try book.open()
    var options = lxw_protection()
    options.format_columns = 1
    options.format_rows = 1
    options.sort = 1
    options.autofilter = 1
    let strings = CStrings([password ?? ""])
    withExtendedLifetime(strings) { worksheet_protect(sheet, strings[0], &options) }
  }

  private func validate(
    _ range: CellRange, _ rule: inout lxw_data_validation
  ) -> lxw_error {
    worksheet_data_validation_range(
      sheet, range.firstLine, range.first, range.lastLine, range.last, &rule)
  }
}

/// The values that a cell may hold.
package enum Choices: Sendable, Hashable {
  /// These values, at most 255 characters in total.
  case values([String])
  /// The values of a range, such as "=Lists!$A$1:$A$40".
  case range(String)
}

/// The messages shown to a person who fills in a cell.
package struct InputHint: Sendable, Hashable {
  /// At most 32 characters.
  package var title: String
  /// At most 255 characters.
  package var message: String
  /// Shown when the value is not one of the choices.
  package var error: String

  /// A title, a message, and an error for an invalid value.
  package init(title: String, message: String, error: String) {
    self.title = title
    self.message = message
    self.error = error
  }
}
