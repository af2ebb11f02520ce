package import Spreadsheet

/// Draws a sheet as text: a line per row with its number, "·" for a blank cell.
package func drawing(_ sheet: Sheet) -> String {
  sheet.rows.map { row in
    var texts: [String] = []
    for cell in row.cells {
      while texts.count < cell.column { texts.append("·") }
      texts.append(drawing(cell.value))
    }
    return "\(row.number)\(row.isHidden ? "h" : ""): " + texts.joined(separator: " | ")
  }.joined(separator: "\n")
}

/// Draws a value: text unchanged, others so that they cannot be mistaken for text.
package func drawing(_ value: CellValue) -> String {
  switch value {
  case .text(let text): text
  case .number(let number): "#\(number)"
  case .shown(let shown): "#\(shown.number)[\(shown.display.code)]"
  case .uncalculated: "=?"
  case .boolean(let value): value ? "TRUE" : "FALSE"
  case .error(let literal): "!\(literal)"
  case .date(let date): "@\(date.inspected.text)"
  }
}

/// Reads a file and draws its first sheet.
package func drawing(_ bytes: [UInt8]) throws -> String {
  try Workbook.read(bytes).sheets.first.map(drawing) ?? ""
}

/// The error thrown when reading the bytes, or nil.
package func refusal(_ bytes: [UInt8], limits: Limits = .standard) -> SpreadsheetError? {
  do throws(SpreadsheetError) {
    _ = try Workbook.read(bytes, limits: limits)
    return nil
  } catch {
    return error
  }
}
