internal import CXLSXWriter
package import Spreadsheet

/// A rule that formats cells by their values.
package enum ConditionalFormat: Sendable, Hashable {
  /// A data bar in proportion to the number.
  case bar(Color)
  /// A style where a formula, relative to the range's first cell, is true.
  case formula(String, StyleID)
  /// A style where the text contains another.
  case containing(String, StyleID)
}

extension SheetWriter {
  /// Adds a conditional format to a range.
  package func format(_ range: CellRange, when condition: ConditionalFormat) throws(WriteError) {
    try check(range)
    var rule = lxw_conditional_format()
    let strings: CStrings
    switch condition {
    case .bar(let color):
      strings = CStrings([])
      rule.type = UInt8(LXW_CONDITIONAL_DATA_BAR.rawValue)
      rule.bar_color = color.code
      rule.bar_solid = 1
      rule.data_bar_2010 = 1
    case .formula(let formula, let style):
      strings = CStrings([formula])
      rule.type = UInt8(LXW_CONDITIONAL_TYPE_FORMULA.rawValue)
      rule.value_string = strings[0]
      rule.format = format(style)
    case .containing(let text, let style):
      // The library's own rule for texts truncates them within a character.
      let first = CellReference.name(row: range.firstRow, column: range.firstColumn)
      let quoted = text.replacing("\"", with: "\"\"")
      strings = CStrings(["=NOT(ISERROR(SEARCH(\"\(quoted)\",\(first))))"])
      rule.type = UInt8(LXW_CONDITIONAL_TYPE_FORMULA.rawValue)
      rule.value_string = strings[0]
      rule.format = format(style)
    }
    let code = withExtendedLifetime(strings) {
      worksheet_conditional_format_range(
        sheet, range.firstLine, range.first, range.lastLine, range.last, &rule)
    }
    try check(code)
  }
}
