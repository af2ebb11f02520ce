import Ledger

/// Statements of lists on a project while another one was merged into it, that were about the merged one: once the
/// merge is undone, they no longer apply to the remaining project. A row is about the project whose name it has;
/// under any other name it is about the merged one if its sender has statements on that one alone.
struct StatementsDuringMerge {
  /// A change by a row about the merged project, with the entry of the merge.
  struct Row {
    let entry: Int64
    let change: Change
    let merge: Int64
  }

  private struct Span {
    /// The entry of the merge.
    let merge: Int64
    /// The entries that undid the merge and restored it, in turn.
    let turns: [Int64]
    /// The senders with a statement on the merged project alone.
    let senders: Set<String>
    /// The names that only the merged project had (`gone`), and those of the remaining one.
    let gone: Set<String>
    let standing: Set<String>
    /// The last name that each sender used.
    var names: [String: String]

    /// Whether the merge was in force when an entry was written.
    func stood(at entry: Int64) -> Bool { turns.count { $0 < entry }.isMultiple(of: 2) }

    /// Whether a sender's statement under a name, or else under its last one, is about the merged project.
    func isLent(_ sender: String, by name: String? = nil) -> Bool {
      guard let name = name ?? names[sender] else { return senders.contains(sender) }
      if gone.contains(name) { return true }
      return !standing.contains(name) && senders.contains(sender)
    }
  }

  private var spans: [Span] = []
  private(set) var rows: [Row] = []

  /// Records a merge that is undone later, before its change is applied to the project. `said` returns the name that
  /// each sender used last.
  mutating func note(
    _ change: Change, of header: EntryHeader, _ headers: EntryHeaders,
    standing: (FieldKey) -> Value?, said: () -> [String: String?]
  ) {
    guard header.kind == .merge, headers.isUndone(header.number) else { return }
    let inherited = change.inheritance.statements
    if inherited.isEmpty && change.fields.isEmpty { return }
    func names(_ value: (FieldKey) -> Value?) -> Set<String> {
      var names: Set<String> = []
      if case .text(let name)? = value(FieldKey(.name)) { names.insert(name) }
      if case .list(let others)? = value(FieldKey(.otherNames)) { names.formUnion(others) }
      return names
    }
    let own = names(standing)
    let both = names { key in change.fields.first { $0.key == key }?.after }
    let gone = both.union(inherited.values.compactMap { $0.text(.name) }).subtracting(own)
    var names = inherited.compactMapValues { $0.text(.name) }
    let said = said()
    for case (let sender, let name?) in said { names[sender] = name }
    spans.append(
      Span(
        merge: header.number, turns: headers.turns(of: header.number),
        senders: Set(inherited.keys).subtracting(said.keys), gone: gone, standing: own, names: names
      ))
  }

  /// Whether a list's change was about a merged project whose merge is undone; if so, it is recorded.
  mutating func take(_ change: Change, of entry: Int64, by sender: String) -> Bool {
    let name = change.saidName
    var merge: Int64?
    for place in spans.indices where spans[place].stood(at: entry) {
      if let name { spans[place].names[sender] = name }
      // If two merged projects match, the one merged first.
      if merge == nil, spans[place].isLent(sender) { merge = spans[place].merge }
    }
    if let merge { rows.append(Row(entry: entry, change: change, merge: merge)) }
    return merge != nil
  }

  /// Whether a sender's statement under a name, restored with the project by an undo, is about a merged project.
  func isLent(_ sender: String, by name: String?, at entry: Int64) -> Bool {
    spans.contains { $0.stood(at: entry) && $0.isLent(sender, by: name) }
  }

  /// Divides statements that an undo restored with the project into its own and those about merged projects.
  func parted(
    _ statements: [String: Record], at entry: Int64
  ) -> (own: [String: Record], lent: [String: Record]) {
    let lent = statements.filter { isLent($0.key, by: $0.value.text(.name), at: entry) }
    return (statements.filter { lent[$0.key] == nil }, lent)
  }

  /// Whether a row without a change is about a merged project.
  func has(_ sender: String, at entry: Int64) -> Bool {
    spans.contains { $0.senders.contains(sender) && $0.stood(at: entry) }
  }
}

extension Change {
  /// The name that the row states for its project, if it changed.
  fileprivate var saidName: String? {
    let key = FieldKey(.name)
    let value =
      fields.first { $0.key == key }?.after ?? stated.first { $0.key == key }.flatMap(\.value)
    if case .text(let name)? = value { return name }
    return nil
  }
}
