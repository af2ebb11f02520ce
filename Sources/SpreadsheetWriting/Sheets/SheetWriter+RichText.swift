internal import CXLSXWriter

/// A run of text in a cell with its own font.
package struct TextRun: Sendable, Hashable {
  package var text: String
  package var style: StyleID

  /// A text and the style for its font.
  package init(_ text: String, style: StyleID = .plain) {
    self.text = text
    self.style = style
  }
}

extension SheetWriter {
  /// Writes runs of text into one cell; a single run is written as plain text.
  package func write(
    _ runs: [TextRun], row: Int, column: Int, style: StyleID = .plain
  ) throws(WriteError) {
    let runs = runs.filter { !$0.text.isEmpty }
    guard runs.count > 1 else {
      return try write(runs.first?.text ?? "", row: row, column: column, style: style)
    }
    try checkWritable(row: row, column: column)
    let texts = CStrings(runs.map { EscapedText.escape($0.text) })
    var tuples = runs.indices.map {
      lxw_rich_string_tuple(format: format(runs[$0].style), string: texts[$0])
    }
    let cell = format(style)
    let code = tuples.withUnsafeMutableBufferPointer { tuples in
      var pointers: [UnsafeMutablePointer<lxw_rich_string_tuple>?] = tuples.indices.map {
        index in tuples.baseAddress.map { $0 + index }
      }
      pointers.append(nil)
      return withExtendedLifetime(texts) {
        worksheet_write_rich_string(
          sheet, lxw_row_t(row - 1), lxw_col_t(column), &pointers, cell)
      }
    }
    try check(code, row: row, column: column)
  }
}
