/// The texts that spreadsheets display for a failed formula.
enum ErrorLiteral {
  /// Whether a text is the name of an error, such as "#REF!" (ODF 1.3 part 4).
  static func isName(_ text: String) -> Bool { names.contains(text) }

  /// Whether a text is an unnamed error of LibreOffice, such as "Err:502".
  static func isNumbered(_ text: String) -> Bool {
    let digits = text.utf8.dropFirst(4)
    return text.hasPrefix("Err:") && digits.count == 3
      && digits.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }

  private static let names: Set<String> = [
    "#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!",
  ]
}
