import Engine
import Ledger

/// A merge that is about to be taken back: what lists said of the project that went, since it did.
struct UndoneMerge {
  private let merge: Entry.Merge
  /// The entry that is taken back: the merge, or what brought it back.
  private let entry: Int64
  private let headers: EntryHeaders
  private let rows: [LentWords.Row]
  private let gone: ProjectState

  /// Nil where taking an entry back takes no merge back.
  init?(by number: Int64, _ headers: EntryHeaders, _ session: Session) throws {
    let root = headers.root(of: number)
    guard let merge = try EntryTable.entry(root, session).particulars.merge else { return nil }
    var later = headers
    // Who takes it back is nobody yet.
    later.append(
      EntryHeader(
        number: try LedgerStore.revision(session) + 1, kind: .undo, actor: "", sender: nil,
        asOfMonth: nil, month: nil, undoes: number))
    guard later.isUndone(root) else { return nil }
    self.merge = merge
    self.headers = headers
    entry = number
    rows = try ChangeTable.replay(of: merge.into, headers: later, session).lent.rows
      .filter { $0.entry > number }
    gone = try ChangeTable.replay(
      of: merge.project, through: number - 1, headers: later, session
    ).state
  }

  /// The project that went as it comes back, with what was said of it since; nil where nothing was.
  func returned(_ change: Change) -> ReturnedWords? {
    guard change.project == merge.project, !rows.isEmpty else { return nil }
    var words = ReturnedWords(gone)
    for row in rows {
      if let header = headers[row.entry] { words.take(row.change, of: header) }
    }
    return words
  }

  /// What the merge altered of the project that stays, and what rows that meant the other one did since: values
  /// that somebody else altered in between are as the merge alone left them.
  func altered(_ change: Change, _ history: [ChangeTable.Row]) -> [FieldChange] {
    guard change.project == merge.into else { return change.fields }
    let lent = Set(rows.map(\.entry))
    let root = headers.root(of: entry)
    var altered: [FieldKey: FieldChange] = [:]
    var others: Set<FieldKey> = []
    for row in history where row.entry >= entry {
      let act = headers.root(of: row.entry)
      let isLent = act == root || lent.contains(act)
      for field in row.change.fields {
        guard isLent, !others.contains(field.key) else {
          others.insert(field.key)
          continue
        }
        let before = altered[field.key].map(\.before) ?? field.before
        altered[field.key] = FieldChange(key: field.key, before: before, after: field.after)
      }
    }
    let merged = Set(change.fields.map(\.key))
    let own = change.fields.map { others.contains($0.key) ? $0 : altered[$0.key] ?? $0 }
    let theirs = altered.values.filter { !merged.contains($0.key) && !others.contains($0.key) }
    return (own + theirs).filter { $0.before != $0.after }.sorted { $0.key < $1.key }
  }
}
