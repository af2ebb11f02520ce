/// A column of a list that was not read.
package struct UnreadColumn: NoteLine {
  package static let kind = EntryNotes.Kind.columns

  package let sheet: String
  /// Its letters, such as `AB`; a cell if the sheet is a form.
  package let letters: String
  /// The labels from top to leaf.
  package let header: [String]
  /// Whether no rule matches its header, so that a person is asked for its meaning.
  package let isAsked: Bool
  package let samples: [String]
  /// Fields with similar labels, most similar first.
  package let nearest: [Field]

  package init(
    sheet: String, letters: String, header: [String], isAsked: Bool, samples: [String] = [],
    nearest: [Field] = []
  ) {
    self.sheet = sheet
    self.letters = letters
    self.header = header
    self.isAsked = isAsked
    self.samples = samples
    self.nearest = nearest
  }

  package init?(words: [String]) {
    guard words.count == 6, ["asked", "left"].contains(words[3]) else { return nil }
    self.init(
      sheet: words[0], letters: words[1], header: NoteText.list(words[2]),
      isAsked: words[3] == "asked", samples: NoteText.list(words[4]),
      nearest: NoteText.list(words[5]).compactMap { Field(id: $0) })
  }

  package var words: [String] {
    [
      sheet, letters, NoteText.list(header), isAsked ? "asked" : "left", NoteText.list(samples),
      NoteText.list(nearest.map(\.id)),
    ]
  }

  /// The labels in the form that decisions use.
  package var path: String { header.joined(separator: "/") }
}
