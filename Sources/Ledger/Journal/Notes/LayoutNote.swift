/// How a table of a list differed from what its sender's last list was like.
package struct LayoutNote: NoteLine {
  package static let kind = EntryNotes.Kind.layout

  package let sheet: String
  /// What is different, and what of, as the reader of lists writes it.
  package let difference: [String]

  package init(sheet: String, difference: [String]) {
    self.sheet = sheet
    self.difference = difference
  }

  package init?(words: [String]) {
    guard words.count > 1 else { return nil }
    self.init(sheet: words[0], difference: Array(words[1...]))
  }

  package var words: [String] { [sheet] + difference }
}
