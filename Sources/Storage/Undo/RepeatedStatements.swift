import Engine
import Ledger

/// The values of a list about to be undone that a later list of its sender repeats: a repeating row stores no
/// statement of its own, so the undo carries these values over.
struct RepeatedStatements {
  private struct List {
    let number: Int64
    let tables: [SourceTable]
    let repeated: UnchangedRows?
  }

  /// The key of the list's source; empty if the entry has no list.
  private let speaker: String
  private let lists: [List]

  init(after number: Int64, _ headers: EntryHeaders, _ session: Session) throws {
    guard let header = headers[number], [.import, .answer].contains(header.kind),
      let sender = header.sender
    else {
      (speaker, lists) = ("", [])
      return
    }
    speaker = sender
    // Which lists are later?
    let entries = try session.rows(
      """
      SELECT \(EntryTable.columns)
      FROM entry
      WHERE upload IS NOT NULL AND number > ? AND kind = ?
      ORDER BY number
      """, .integer(number), .text(Entry.Kind.import.rawValue), read: EntryTable.entry)
    lists = entries.compactMap { entry in
      guard let source = entry.source, source.speaker == sender, !headers.isUndone(entry.number)
      else { return nil }
      // A list of an earlier month repeats nothing.
      if let month = source.month, let own = header.month, month < own { return nil }
      return List(
        number: entry.number, tables: source.tables, repeated: source.outcomes?.repeated)
    }
  }

  /// The values of a change that its sender repeats.
  func words(
    of change: Change, _ history: [ChangeTable.Row], _ state: ProjectState
  ) -> Inheritance {
    guard let said = state.statements[speaker]?.said else { return Inheritance() }
    let keys = lists.reduce(into: Set<FieldKey>()) { keys, list in
      keys.formUnion(self.keys(of: list, about: change.project, history))
    }
    if keys.isEmpty { return Inheritance() }
    let own =
      change.fields.map { (key: $0.key, value: $0.after) }
      + change.stated.map { (key: $0.key, value: $0.value) }
    var words = Record()
    for (key, value) in own where keys.contains(key) && value != nil && said[key] == value {
      words[key] = value
    }
    return words.isEmpty ? Inheritance() : Inheritance(statements: [speaker: words])
  }

  /// The keys in a list's row on a project, changed or unchanged.
  private func keys(
    of list: List, about project: ProjectID, _ history: [ChangeTable.Row]
  ) -> Set<FieldKey> {
    let change = history.last { $0.entry == list.number }?.change
    guard let row = list.repeated?[project] ?? change?.row, list.tables.indices.contains(row.table)
    else { return [] }
    let blank = (change?.stated ?? []).filter { $0.value == nil }.map(\.key)
    return Set(list.tables[row.table].columns.keys).subtracting(blank)
  }
}
