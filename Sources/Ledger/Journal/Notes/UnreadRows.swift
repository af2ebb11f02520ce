/// Rows of a list without projects, or a whole sheet.
package struct UnreadRows: NoteLine {
  package static let kind = EntryNotes.Kind.unread

  package let sheet: String
  /// The identifier of the kind of row; `sheet.hidden` or `sheet.other` for a whole sheet.
  package let what: String
  /// The rows from top to bottom; empty for a whole sheet.
  package let rows: [ClosedRange<Int>]

  package init(sheet: String, what: String, rows: [ClosedRange<Int>]) {
    self.sheet = sheet
    self.what = what
    self.rows = rows
  }

  /// Takes row numbers in ascending order.
  package init(sheet: String, what: String, numbers: [Int]) {
    var rows: [ClosedRange<Int>] = []
    for number in numbers {
      if let last = rows.last, last.upperBound == number - 1 {
        rows[rows.count - 1] = last.lowerBound...number
      } else {
        rows.append(number...number)
      }
    }
    self.init(sheet: sheet, what: what, rows: rows)
  }

  package init?(words: [String]) {
    guard words.count == 3 else { return nil }
    var rows: [ClosedRange<Int>] = []
    for text in words[2].split(separator: " ") {
      let ends = text.split(separator: "-").compactMap { Int($0) }
      guard let first = ends.first, let last = ends.last, first <= last else { return nil }
      rows.append(first...last)
    }
    self.init(sheet: words[0], what: words[1], rows: rows)
  }

  package var words: [String] { [sheet, what, rowsText] }

  /// The rows as text: `3 7-9`.
  package var rowsText: String {
    rows.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }
      .joined(separator: " ")
  }

  package var count: Int { rows.reduce(0) { $0 + $1.count } }
}
