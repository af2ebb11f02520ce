/// A word of a list that matches no item or several, with all its cells.
package struct UnresolvedTerm: NoteLine {
  package static let kind = EntryNotes.Kind.words

  package let subject: Decision.Subject
  package let text: String
  package let fields: [Field]
  /// The sheets and cells in file order: `清单!C12`.
  package let cells: [String]
  /// The names it may mean, best first.
  package let nearest: [String]

  package init(
    subject: Decision.Subject, text: String, fields: [Field], cells: [String], nearest: [String]
  ) {
    self.subject = subject
    self.text = text
    self.fields = fields
    self.cells = cells
    self.nearest = nearest
  }

  package init?(words: [String]) {
    guard words.count == 5, let subject = Decision.Subject(rawValue: words[0]) else { return nil }
    self.init(
      subject: subject, text: words[1],
      fields: NoteText.list(words[2]).compactMap { Field(id: $0) },
      cells: NoteText.list(words[3]), nearest: NoteText.list(words[4]))
  }

  package var words: [String] {
    [
      subject.rawValue, text, NoteText.list(fields.map(\.id)), NoteText.list(cells),
      NoteText.list(nearest),
    ]
  }
}
