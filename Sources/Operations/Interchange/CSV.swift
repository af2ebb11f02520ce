/// Comma-separated values as in RFC 4180.
///
/// An apostrophe is put before texts that spreadsheet programs would take for a formula because they begin with
/// `=`, `+`, `-`, `@`, a tab or a line break; the import removes it.
package enum CSV {
  /// U+FEFF at the start of a file, so that Excel reads it as UTF-8.
  static let byteOrderMark = "\u{FEFF}"

  /// One record with its line end, CR LF.
  package static func record(_ fields: [Field]) -> String {
    fields.map(\.text).joined(separator: ",") + "\r\n"
  }

  /// A field of a record.
  package enum Field {
    case text(String)
    /// Digits, which no program takes for a formula, even after a minus sign.
    case number(String)

    static let blank = Field.text("")

    fileprivate var text: String {
      switch self {
      case .number(let digits): digits
      case .text(let text): CSV.quoted(CSV.guarded(text))
      }
    }
  }

  private static func guarded(_ text: String) -> String {
    guard let first = text.unicodeScalars.first, "=+-@\t\r\n".unicodeScalars.contains(first) else {
      return text
    }
    return "'" + text
  }

  private static func quoted(_ text: String) -> String {
    let needsQuotes = text.utf8.contains { byte in
      byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 0x0A || byte == 0x0D
    }
    return needsQuotes ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
  }
}
