import Ledger
import Spreadsheet

/// The one text form of a cell that every rule starts from.
enum CellText {
  /// The cell as findings quote it: text with white space unified, numbers as plain decimals
  /// of 15 significant digits, dates as `yyyy-mm-dd`, errors as their literal.
  static func raw(of value: CellValue) -> String {
    switch value {
    case .text(let text): unified(text)
    case .number(let number): number.rounded(toSignificantDigits: 15).description
    case .date(let date): isoDay(date)
    case .boolean(let flag): flag ? "TRUE" : "FALSE"
    case .error(let literal): literal
    }
  }

  /// Drops zero-width characters and one leading apostrophe, makes every run of white space one
  /// space, trims the ends. Full-width characters stay as the source wrote them.
  static func unified(_ text: String) -> String {
    if isUnified(text) { return text }
    var result = String.UnicodeScalarView()
    var pendingSpace = false
    for scalar in text.unicodeScalars {
      if isZeroWidth(scalar) { continue }
      if isSpace(scalar) {
        pendingSpace = !result.isEmpty
      } else {
        if pendingSpace { result.append(" ") }
        pendingSpace = false
        result.append(scalar)
      }
    }
    if result.first == "'" {
      result.removeFirst()
      return unified(String(result))
    }
    return String(result)
  }

  /// Whether a text means that nothing is stated.
  static func isBlank(_ text: String) -> Bool {
    if text.isEmpty { return true }
    guard text.utf8.count <= 12 else { return false }
    return blankMarks.contains(TextFolding.halfWidth(text).filter { $0 != " " })
  }

  /// Whether a text means "the same as in the row above".
  static func isDitto(_ text: String) -> Bool {
    text.utf8.count <= 9 && ["同上", "〃", "″"].contains(text)
  }

  /// Whether a text is an error literal typed or stored as text.
  static func isErrorLiteral(_ text: String) -> Bool {
    text.utf8.first == UInt8(ascii: "#") && errorLiterals.contains(text.uppercased())
  }

  private static let blankMarks: Set<String> = [
    "/", "\\", "-", "--", "---", "—", "——", "–", "−", "_", "__", "无", "暂无", "待定", "未定",
  ]

  private static let errorLiterals: Set<String> = [
    "#REF!", "#N/A", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!", "#GETTING_DATA", "#SPILL!",
    "#CALC!",
  ]

  /// Whether unifying would change nothing: the usual case, decided on bytes alone.
  private static func isUnified(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var previousIsSpace = true
      for (index, byte) in bytes.enumerated() {
        switch byte {
        case 0x20:
          if previousIsSpace { return false }
          previousIsSpace = true
        case 0x00..<0x20, 0x7F: return false
        case 0x27 where index == 0: return false
        case 0xC2, 0xE1, 0xE2, 0xEF: return false  // may begin NBSP, U+2000…, U+FEFF
        case 0xE3
        where index + 2 < bytes.count && bytes[index + 1] == 0x80
          && bytes[index + 2] == 0x80:
          return false  // U+3000
        default: previousIsSpace = false
        }
      }
      return bytes.isEmpty || !previousIsSpace
    }
  }

  private static func isZeroWidth(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x200B...0x200D, 0x2060, 0xFEFF: true
    default: false
    }
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || scalar.value == 0x7F || scalar.properties.isWhitespace
  }

  private static func isoDay(_ date: CellDate) -> String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(date.year, 4))-\(padded(date.month, 2))-\(padded(date.day, 2))"
  }
}
