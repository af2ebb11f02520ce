import Ledger

/// Changes of one kind, prepared for the journal: their canonical texts are consecutive in one buffer.
struct JournalBatch: Sendable {
  struct Row: Sendable {
    let project: ProjectID
    let row: SourceRow?
    /// The range of the canonical text in `bodies`.
    let body: Range<Int>
    /// Whether it alters a value of the project; a change may contain statements only.
    let altersValues: Bool
  }

  let kind: Change.Kind
  private(set) var rows: [Row] = []
  /// The canonical texts; append a row's text before adding the row.
  var bodies = ByteText()

  init(_ kind: Change.Kind) { self.kind = kind }

  /// Groups consecutive changes of one kind into batches.
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

  /// Adds a change whose text begins at `start`.
  mutating func add(
    _ project: ProjectID, _ row: SourceRow?, from start: Int, altersValues: Bool
  ) {
    rows.append(
      Row(project: project, row: row, body: start..<bodies.count, altersValues: altersValues))
  }
}

extension Change.Kind {
  /// The name in the journal.
  var name: StaticString {
    switch self {
    case .create: "create"
    case .update: "update"
    case .remove: "remove"
    }
  }
}
