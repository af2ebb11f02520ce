import Ledger

/// A merge about to be undone, with the statements of lists on the merged project since.
struct UndoneMerge {
  private let merge: Entry.Merge
  private let rows: [StatementsDuringMerge.Row]
  private let headers: EntryHeaders
  private let gone: ProjectState
  /// The remaining project without the merge, and with it, according to its history.
  private let without: Record
  private let with: Record
  /// The entry that merged or removed the remaining project itself; nil if it exists. That entry must be undone
  /// before this merge.
  let barred: Int64?

  /// Nil if undoing the entry undoes no merge.
  init?(
    by number: Int64, _ headers: EntryHeaders, _ ranks: SenderRanks, _ session: Session
  ) throws {
    let root = headers.root(of: number)
    guard let merge = try EntryTable.entry(root, session).particulars.merge else { return nil }
    var later = headers
    // The undo has no actor yet.
    later.append(
      EntryHeader(
        number: try LedgerStore.revision(session) + 1, kind: .undo, actor: "", sender: nil,
        asOfMonth: nil, month: nil, undoes: number))
    guard later.isUndone(root) else { return nil }
    self.merge = merge
    self.headers = later
    let history = try ChangeTable.history(of: merge.into, session)
    let standing = try MeantRows(
      of: merge.into, history, MergesTakenBack(later, session), session)
    rows = standing.lent.filter { $0.entry > number && $0.merge == root }
    gone = try ChangeTable.replay(
      of: merge.project, through: number - 1, headers: later, session
    ).state
    without = try WithoutTakenBack(standing, later, ranks, session).record
    with = try WithoutTakenBack(
      MeantRows(of: merge.into, history, MergesTakenBack(headers, session), session), headers,
      ranks, session
    ).record
    let turns = standing.history.filter { !$0.isElsewhere && $0.change.kind != .update }
    barred = turns.last.flatMap { $0.change.kind == .remove ? $0.entry : nil }
  }

  /// The merged project when restored, with the statements on it since; nil if there are none.
  func returned(_ change: Change) -> RestoredStatements? {
    guard change.project == merge.project, !rows.isEmpty else { return nil }
    var words = RestoredStatements(gone)
    for row in rows {
      if let header = headers[row.entry] { words.take(row.change, of: header) }
    }
    return words
  }

  /// The keys that differ because of the merge or of rows about the merged project, as changes from current to
  /// restored values, without those that others altered since. Nil for another project.
  func altered(_ change: Change, _ record: Record) -> [FieldChange]? {
    guard change.project == merge.into else { return nil }
    let own = Set(
      change.fields.map(\.key)
        + rows.flatMap { $0.change.fields.map(\.key) + $0.change.stated.map(\.key) })
    // Other values of the merged project count as well, if the current value is the one with the merge.
    let others = (gone.record?.entries ?? []).map(\.key).filter { with[$0] == record[$0] }
    return own.union(others).sorted().compactMap { key in
      record[key] == without[key]
        ? nil : FieldChange(key: key, before: without[key], after: record[key])
    }
  }
}
