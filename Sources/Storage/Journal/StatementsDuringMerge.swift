import Ledger

/// What lists said of a project while another one was merged into it, and meant that one: when the merge is taken
/// back, it is no word about the project that stayed. A row means the project whose name it bears; under a name that
/// neither had, who spoke of the one that went alone means that one.
struct StatementsDuringMerge {
  /// A change by a row that meant the project that went, with the entry of the merge by which it did.
  struct Row {
    let entry: Int64
    let change: Change
    let merge: Int64
  }

  private struct Span {
    /// The entry of the merge.
    let merge: Int64
    /// The entries that took the merge back, or brought it back, in turn.
    let turns: [Int64]
    /// Who spoke of the one that went, and of that one alone.
    let senders: Set<String>
    /// The names of the one that went which the other one had not, and those of the other one.
    let gone: Set<String>
    let standing: Set<String>
    /// Under which name each sender spoke last.
    var names: [String: String]

    /// Whether the merge stood when an entry was written.
    func stood(at entry: Int64) -> Bool { turns.count { $0 < entry }.isMultiple(of: 2) }

    /// Whether what a sender says by a name, or else by the one it spoke of last, is about the one that went.
    func isLent(_ sender: String, by name: String? = nil) -> Bool {
      guard let name = name ?? names[sender] else { return senders.contains(sender) }
      if gone.contains(name) { return true }
      return !standing.contains(name) && senders.contains(sender)
    }
  }

  private var spans: [Span] = []
  private(set) var rows: [Row] = []

  /// Takes in a change of the project as it was before it, with the name that each sender called it last; of merges
  /// that were taken back it says which words they lent it.
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

  /// Whether a list's change meant a project that went, by merges that were taken back since; it is kept, then.
  mutating func take(_ change: Change, of entry: Int64, by sender: String) -> Bool {
    let name = change.saidName
    var merge: Int64?
    for place in spans.indices where spans[place].stood(at: entry) {
      if let name { spans[place].names[sender] = name }
      // Of two that it may have meant, the one that went first.
      if merge == nil, spans[place].isLent(sender) { merge = spans[place].merge }
    }
    if let merge { rows.append(Row(entry: entry, change: change, merge: merge)) }
    return merge != nil
  }

  /// Whether what a sender said by a name, brought back with the project by an undo, is about one that went.
  func isLent(_ sender: String, by name: String?, at entry: Int64) -> Bool {
    spans.contains { $0.stood(at: entry) && $0.isLent(sender, by: name) }
  }

  /// What senders said, brought back with the project by an undo: what is about it, and what is about ones that went.
  func parted(
    _ statements: [String: Record], at entry: Int64
  ) -> (own: [String: Record], lent: [String: Record]) {
    let lent = statements.filter { isLent($0.key, by: $0.value.text(.name), at: entry) }
    return (statements.filter { lent[$0.key] == nil }, lent)
  }

  /// Whether a row that says nothing new is about a project that went.
  func has(_ sender: String, at entry: Int64) -> Bool {
    spans.contains { $0.senders.contains(sender) && $0.stood(at: entry) }
  }
}

extension Change {
  /// The name that a row gives its project, where it says so anew.
  fileprivate var saidName: String? {
    let key = FieldKey(.name)
    let value =
      fields.first { $0.key == key }?.after ?? stated.first { $0.key == key }.flatMap(\.value)
    if case .text(let name)? = value { return name }
    return nil
  }
}
