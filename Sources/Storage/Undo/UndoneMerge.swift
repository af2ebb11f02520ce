import Ledger

/// A merge that is about to be taken back: what lists said of the project that went, since it did.
struct UndoneMerge {
  private let merge: Entry.Merge
  private let rows: [StatementsDuringMerge.Row]
  private let headers: EntryHeaders
  private let gone: ProjectState
  /// What the project that stays is without the merge, and with it, as its history has it.
  private let without: Record
  private let with: Record
  /// The entry by which the project that stays went itself; nil where it is there. Until that is taken back, this
  /// merge cannot be.
  let barred: Int64?

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
    self.headers = later
    let standing = try MeantRows(of: merge.into, later, session)
    rows = standing.lent.filter { $0.entry > number && $0.merge == root }
    gone = try ChangeTable.replay(
      of: merge.project, through: number - 1, headers: later, session
    ).state
    without = try WithoutTakenBack(standing, later, session).record
    with = try WithoutTakenBack(
      MeantRows(of: merge.into, headers, session), headers, session
    ).record
    let turns = standing.history.filter { !$0.isElsewhere && $0.change.kind != .update }
    barred = turns.last.flatMap { $0.change.kind == .remove ? $0.entry : nil }
  }

  /// The project that went as it comes back, with what was said of it since; nil where nothing was.
  func returned(_ change: Change) -> RestoredStatements? {
    guard change.project == merge.project, !rows.isEmpty else { return nil }
    var words = RestoredStatements(gone)
    for row in rows {
      if let header = headers[row.entry] { words.take(row.change, of: header) }
    }
    return words
  }

  /// What the project that stays has by the merge and by rows that meant the one that went, from what it is to
  /// what it was: nothing of what others altered since. Nil for another project.
  func altered(_ change: Change, _ record: Record) -> [FieldChange]? {
    guard change.project == merge.into else { return nil }
    let own = Set(
      change.fields.map(\.key)
        + rows.flatMap { $0.change.fields.map(\.key) + $0.change.stated.map(\.key) })
    // What it gave way with, and what went beside it has lent since, goes as well.
    let others = (gone.record?.entries ?? []).map(\.key).filter { with[$0] == record[$0] }
    return own.union(others).sorted().compactMap { key in
      record[key] == without[key]
        ? nil : FieldChange(key: key, before: without[key], after: record[key])
    }
  }
}
