/// Texts longer than a cell of Excel can hold: kept, and shortened in books.
enum LongText {
  /// UTF-16 units of the longest text of a cell.
  private static let most = 32_767

  static func isTooLong(_ text: String) -> Bool {
    text.utf8.count > most && text.utf16.count > most
  }

  /// What findings quote of such a text.
  static func beginning(of text: String) -> String { String(text.prefix(100)) }
}
