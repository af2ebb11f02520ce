/// A value of a list that went another way than its cell has it, or took another's place, where nobody has to decide:
/// what is said of it in plan and receipt.
package struct Aside: NoteLine {
  package static let kind = EntryNotes.Kind.asides

  package enum Reason: String, Hashable, Sendable {
    /// Senders of the same rank told of a later month: their value stays.
    case outdated
    /// It wrote over what senders of the same rank said, and no month tells which is the newer: the list that came
    /// later counts.
    case equals
    /// A blank cell that was to clear a value which its sender never told: the value stays.
    case blank
  }

  package let source: SourceRow
  package let project: ProjectID
  package let key: FieldKey
  package let reason: Reason
  /// What the list says; nil for a blank cell.
  package let list: Value?
  /// What stands, or stood before.
  package let ledger: Value?
  /// Whose word that is.
  package let senders: [String]
  /// The month that it was told for, where it is known.
  package let month: Period?

  package init(
    source: SourceRow, project: ProjectID, key: FieldKey, reason: Reason, list: Value?,
    ledger: Value?, senders: [String], month: Period?
  ) {
    self.source = source
    self.project = project
    self.key = key
    self.reason = reason
    self.list = list
    self.ledger = ledger
    self.senders = senders
    self.month = month
  }

  package init?(words: [String]) {
    guard words.count == 9, let table = Int(words[0]), let number = Int(words[1]),
      let project = ProjectID(words[2]), let key = FieldKey(words[3]),
      let reason = Reason(rawValue: words[4])
    else { return nil }
    let values = words[5...6].map { word -> Value?? in
      word.isEmpty ? .some(nil) : Value(canonical: word, kind: key.field.kind).map { .some($0) }
    }
    guard let list = values[0], let ledger = values[1] else { return nil }
    let month = Period(words[8])
    if month == nil, !words[8].isEmpty { return nil }
    self.init(
      source: SourceRow(table: table, number: number), project: project, key: key, reason: reason,
      list: list, ledger: ledger, senders: NoteText.list(words[7]), month: month)
  }

  package var words: [String] {
    [
      String(source.table), String(source.number), String(project), key.text, reason.rawValue,
      list?.canonical ?? "", ledger?.canonical ?? "", NoteText.list(senders), month?.text ?? "",
    ]
  }
}
