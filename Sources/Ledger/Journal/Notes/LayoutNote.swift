/// A difference of a table from the sender's last list.
package struct LayoutNote: NoteLine {
  package static let kind = EntryNotes.Kind.layout

  package let sheet: String
  /// The kind of difference and its details, as `LayoutDifference` encodes them.
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
