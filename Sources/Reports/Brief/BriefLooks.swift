import SpreadsheetWriting

/// The fonts and sizes of official Chinese papers; fonts are given only by name.
extension TextDocument.Look {
  private static let fangsong = "仿宋_GB2312"

  static let mark = Self("黑体", size: 28, line: 480, .left)
  static let title = Self("方正小标宋简体", size: 44, line: 700, .center)
  static let note = Self(fangsong, size: 21, line: 400, .center)
  static let heading = Self("黑体", size: 28, line: 520, .left)
  static let small = Self(fangsong, size: 19, line: 280, .left)
  static let right = Self(fangsong, size: 24, line: 480, .right)
  static let tableHeader = inTable("黑体")
  static let tableBody = inTable(fangsong)

  static var body: Self {
    var look = Self(fangsong, size: 28, line: 480, .both)
    look.isIndented = true
    return look
  }

  /// A row has the height of its text.
  private static func inTable(_ font: String) -> Self {
    var look = Self(font, size: 18, line: 260, .left)
    look.isExact = false
    return look
  }
}
