import Ledger

/// Changes of one kind as the journal keeps them, made ready for it: their canonical texts stand one behind the
/// other.
struct JournalBatch: Sendable {
  struct Row: Sendable {
    let project: ProjectID
    let row: SourceRow?
    /// Where its canonical text stands.
    let body: Range<Int>
    /// Whether it alters a value of the project; a list may state what alters none.
    let altersValues: Bool
  }

  let kind: Change.Kind
  private(set) var rows: [Row] = []
  /// The canonical texts; whoever adds a row has written its own behind them.
  var bodies = ByteText()

  init(_ kind: Change.Kind) { self.kind = kind }

  /// Changes of one kind after the other, as few batches as there can be.
  static func batches(of changes: [Change]) -> [JournalBatch] {
    var batches: [JournalBatch] = []
    for change in changes {
      if batches.last?.kind != change.kind { batches.append(JournalBatch(change.kind)) }
      batches[batches.count - 1].add(change)
    }
    return batches
  }

  private mutating func add(_ change: Change) {
    let start = bodies.count
    let content = ChangeText.Content(
      fields: change.fields, stated: change.stated, inheritance: change.inheritance)
    ChangeText.write(kind: kind, content, to: &bodies)
    add(change.project, change.row, from: start, altersValues: !change.fields.isEmpty)
  }

  /// Adds a change whose text stands from a place on.
  mutating func add(
    _ project: ProjectID, _ row: SourceRow?, from start: Int, altersValues: Bool
  ) {
    rows.append(
      Row(project: project, row: row, body: start..<bodies.count, altersValues: altersValues))
  }
}

extension Change.Kind {
  /// As it stands in the journal.
  var name: StaticString {
    switch self {
    case .create: "create"
    case .update: "update"
    case .remove: "remove"
    }
  }
}
