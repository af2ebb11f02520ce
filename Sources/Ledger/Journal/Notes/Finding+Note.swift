extension Finding: NoteLine {
  package static let kind = EntryNotes.Kind.findings

  package init?(words: [String]) {
    guard words.count == 6, let code = FindingCode(rawValue: words[0]) else { return nil }
    let field = words[4].isEmpty ? nil : FieldKey(words[4])
    self.init(
      code, sheet: words[1], cell: words[2], raw: words[3], field: field,
      candidates: NoteText.list(words[5]))
  }

  package var words: [String] {
    [code.rawValue, sheet, cell, raw, field?.text ?? "", NoteText.list(candidates)]
  }
}
