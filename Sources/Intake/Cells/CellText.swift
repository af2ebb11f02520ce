import Ledger
import Spreadsheet

/// The one text form of a cell that every rule starts from.
package enum CellText {
  /// The cell as findings quote it: text with white space unified, numbers as plain decimals
  /// of 15 significant digits, dates as `yyyy-mm-dd`, errors as their literal.
  static func raw(of value: CellValue) -> String {
    switch value {
    case .text(let text): unified(text)
    case .number(let number): number.rounded(toSignificantDigits: 15).description
    case .shown(let shown): shown.number.rounded(toSignificantDigits: 15).description
    case .uncalculated: ""
    case .date(let date): isoDay(date)
    case .boolean(let flag): flag ? "TRUE" : "FALSE"
    case .error(let literal): literal
    }
  }

  /// Drops invisible characters and one leading apostrophe, replaces look-alikes of Chinese characters by
  /// the characters, collapses each run of white space to one space, trims the ends. Full-width
  /// characters stay as written.
  package static func unified(_ text: String) -> String {
    isUnified(text) ? text : UnifiedText(text).text
  }

  /// Whether a text can be taken as it is, byte by byte: unified, and too long and too plain to be a blank
  /// or ditto mark or an error literal. True of most names and descriptions; others need a closer look.
  static func isPlain(_ bytes: Span<UInt8>) -> Bool {
    guard bytes.count > longestMark, !isMarkOfOther(bytes[0]) else { return false }
    var previousIsSpace = true
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case 0x20:
        if previousIsSpace { return false }
        previousIsSpace = true
        index += 1
        continue
      case 0x21...0x7E: index += 1
      // Nearly every Chinese character: three bytes.
      case 0xE4...0xE9:
        guard index + 2 < bytes.count, bytes[index + 1] & 0xC0 == 0x80,
          bytes[index + 2] & 0xC0 == 0x80
        else { return false }
        index += 3
      // Chinese punctuation and full-width signs.
      case 0xE3, 0xEF:
        guard index + 2 < bytes.count, bytes[index + 1] & 0xC0 == 0x80,
          bytes[index + 2] & 0xC0 == 0x80, !isOdd(bytes, at: index)
        else { return false }
        index += 3
      default: return false
      }
      previousIsSpace = false
    }
    return !previousIsSpace
  }

  /// Whether a text means that nothing is stated.
  static func isBlank(_ text: String) -> Bool {
    if text.isEmpty { return true }
    guard text.utf8.count <= longestMark, mayBeBlank(text) else { return false }
    return blankMarks.contains(TextFolding.halfWidth(text).filter { $0 != " " })
  }

  /// Whether a text means "same as in the row above".
  static func isDitto(_ text: String) -> Bool {
    text.utf8.count <= longestMark && dittoMarks.contains { text.utf8.elementsEqual($0) }
  }

  /// Whether a text is an error literal typed or stored as text.
  static func isErrorLiteral(_ text: String) -> Bool {
    text.utf8.first == UInt8(ascii: "#") && errorLiterals.contains(text.uppercased())
  }

  /// Whether a text begins like a blank mark, in half or full width: most short texts do not.
  private static func mayBeBlank(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      switch (bytes[0], bytes.count > 2 ? bytes[1] : 0) {
      case (0x20, _), (0x2F, _), (0x5C, _), (0x2D, _), (0x5F, _): true
      // Dashes and minus; full-width signs; 暂, 未, 无; 待.
      case (0xE2, _), (0xE3, 0x80), (0xEF, _), (0xE6, 0x9A), (0xE6, 0x9C), (0xE6, 0x97),
        (0xE5, 0xBE):
        true
      default: false
      }
    }
  }

  /// The length in bytes of the longest blank or ditto mark: three full-width characters.
  private static let longestMark = 9

  private static let dittoMarks = ["同上", "〃", "″"].map { Array($0.utf8) }

  private static let blankMarks: Set<String> = [
    "/", "\\", "-", "--", "---", "—", "——", "–", "−", "_", "__", "无", "暂无", "待定", "未定",
  ]

  private static let errorLiterals: Set<String> = [
    "#REF!", "#N/A", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!", "#GETTING_DATA", "#SPILL!",
    "#CALC!",
  ]

  /// Whether `unified` would change nothing: the usual case, decided on bytes alone.
  static func isUnified(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var previousIsSpace = true
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        // Nearly every Chinese character.
        if (0xE4...0xE9).contains(byte) {
          previousIsSpace = false
          index += 3
          continue
        }
        if byte == 0x20 {
          if previousIsSpace { return false }
          previousIsSpace = true
        } else if byte < 0x20 || byte == 0x7F || index == 0 && isMarkOfOther(byte)
          || isOdd(bytes.span, at: index)
        {
          return false
        } else {
          previousIsSpace = false
        }
        index += 1
      }
      return bytes.isEmpty || !previousIsSpace
    }
  }

  /// Whether a first byte may begin an error literal or a picture, or is a superfluous apostrophe.
  private static func isMarkOfOther(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "#") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "=")
  }

  /// Whether white space, an invisible character or a look-alike of a Chinese character may begin here;
  /// false positives are rare.
  private static func isOdd(_ bytes: Span<UInt8>, at index: Int) -> Bool {
    guard index + 1 < bytes.count else { return false }
    let second = bytes[index + 1]
    let third = index + 2 < bytes.count ? bytes[index + 2] : 0
    switch bytes[index] {
    case 0xC2: return second == 0xA0 || second == 0x85 || second == 0xAD
    case 0xD8...0xDC, 0xF0...0xF4: return true
    case 0xE0: return second == 0xA2 || second == 0xA3
    case 0xE1: return second == 0x9A && third == 0x80 || second == 0xA0
    case 0xE2:
      return second == 0x80 && (third <= 0x8F || (0xA8...0xAF).contains(third))
        || second == 0x81 && third >= 0x9F || (0xBA...0xBF).contains(second)
    case 0xE3: return second == 0x80 && third == 0x80
    case 0xEF:
      switch second {
      case 0xA4...0xAB, 0xB7: return true
      case 0xBB: return third == 0xBF
      case 0xBF: return third >= 0xB9
      default: return false
      }
    default: return false
    }
  }

  private static func isoDay(_ date: CellDate) -> String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(date.year, 4))-\(padded(date.month, 2))-\(padded(date.day, 2))"
  }
}
