/// Texts longer than an Excel cell can hold: kept, and shortened in books.
enum LongText {
  /// The UTF-16 length of the longest text of an Excel cell.
  private static let most = 32_767

  static func isTooLong(_ text: String) -> Bool {
    text.utf8.count > most && text.utf16.count > most
  }

  /// The first 100 characters, which findings quote.
  static func beginning(of text: String) -> String { String(text.prefix(100)) }
}
