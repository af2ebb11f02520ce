/// Delimited text as a workbook of one sheet without a name; every cell is text.
enum DelimitedWorkbook {
  static func read(_ bytes: [UInt8], limits: Limits) throws(SpreadsheetError) -> Workbook {
    let text = try TextDecoding.utf8(bytes)
    let separator = separator(of: text)
    var parser = RecordParser(text, separator: separator, limits: limits)
    let rows = try parser.rows()
    let sheet = Sheet(name: "", isHidden: false, rows: rows, merges: [], hiddenColumns: [])
    return Workbook(format: .delimited, sheets: [sheet])
  }

  /// Tabs if the first ten lines hold more tabs than commas; semicolons where there is neither.
  private static func separator(of text: [UInt8]) -> UInt8 {
    var counts: [UInt8: Int] = [:]
    var lines = 0
    for byte in text {
      if byte == UInt8(ascii: "\n") {
        lines += 1
        if lines == 10 { break }
      }
      if [UInt8(ascii: "\t"), UInt8(ascii: ","), UInt8(ascii: ";")].contains(byte) {
        counts[byte, default: 0] += 1
      }
    }
    let tabs = counts[UInt8(ascii: "\t")] ?? 0
    let commas = counts[UInt8(ascii: ",")] ?? 0
    if tabs > commas { return UInt8(ascii: "\t") }
    return commas == 0 && (counts[UInt8(ascii: ";")] ?? 0) > 1 ? UInt8(ascii: ";") : UInt8(ascii: ",")
  }
}
