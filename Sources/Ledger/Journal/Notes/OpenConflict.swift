/// A value on which list and ledger differ: the ledger's stays until a person decides.
package struct OpenConflict: NoteLine {
  package static let kind = EntryNotes.Kind.conflicts

  package let source: SourceRow
  package let project: ProjectID
  package let key: FieldKey
  /// The sender's earlier value.
  package let base: Value?
  /// The ledger's value.
  package let ledger: Value?
  /// The list's value; nil for a blank cell that was to clear the value.
  package let list: Value?
  /// The cell's text, if it differs from the value.
  package let raw: String?
  /// The senders of higher rank with the ledger's value; empty if a person set it.
  package let senders: [String]

  package init(
    source: SourceRow, project: ProjectID, key: FieldKey, base: Value?, ledger: Value?,
    list: Value?, raw: String?, senders: [String] = []
  ) {
    self.senders = senders
    self.source = source
    self.project = project
    self.key = key
    self.base = base
    self.ledger = ledger
    self.list = list
    self.raw = raw
  }

  package init?(words: [String]) {
    guard 8...9 ~= words.count, let table = Int(words[0]), let number = Int(words[1]),
      let project = ProjectID(words[2]), let key = FieldKey(words[3])
    else { return nil }
    let values = words[4...6].map { word -> Value?? in
      word.isEmpty ? .some(nil) : Value(canonical: word, kind: key.field.kind).map { .some($0) }
    }
    guard let base = values[0], let ledger = values[1], let list = values[2] else { return nil }
    self.init(
      source: SourceRow(table: table, number: number), project: project, key: key, base: base,
      ledger: ledger, list: list, raw: words[7].isEmpty ? nil : words[7],
      senders: words.count == 9 ? NoteText.list(words[8]) : [])
  }

  package var words: [String] {
    [
      String(source.table), String(source.number), String(project), key.text,
      base?.canonical ?? "", ledger?.canonical ?? "", list?.canonical ?? "", raw ?? "",
    ] + (senders.isEmpty ? [] : [NoteText.list(senders)])
  }
}
