import Ledger

/// Senders that spoke of a project only while another one was merged into it, and of that one: when the merge is
/// taken back, what they said in between is no word about the project.
struct LentSenders {
  private var spans: [(senders: Set<String>, until: Int64)] = []

  /// Takes in a change of the project; of merges that were taken back it says whose word they lent it.
  mutating func note(
    _ change: Change, of header: EntryHeader, _ headers: EntryHeaders,
    known: some Sequence<String>
  ) {
    guard header.kind == .merge, !change.inheritance.statements.isEmpty,
      let undo = headers.undo(of: header.number)
    else { return }
    spans.append((Set(change.inheritance.statements.keys).subtracting(known), undo))
  }

  /// Whether what a sender says in an entry is about the project that was merged.
  func has(_ sender: String, at entry: Int64) -> Bool {
    spans.contains { $0.senders.contains(sender) && entry < $0.until }
  }
}
