import Ledger

/// New projects made ready to be written: everything that needs no database, so that it can be done
/// ahead on another core.
struct CreationBatch: Sendable {
  /// One new project in the journal.
  struct Creation: Sendable {
    let project: ProjectID
    let row: SourceRow?
    /// Where its canonical text stands in the batch's.
    let body: Range<Int>
    let digest: Int64
    /// What its sender said, where that is more than the values.
    let said: String?
  }

  private(set) var creations: [Creation] = []
  private(set) var bodies = ByteText()
  private(set) var rows: ProjectRows
  private let entry: Int64
  private let asOfMonth: Int?

  /// Prepares the creations of one entry, numbered from a project on.
  static func prepare(
    _ drafts: ArraySlice<DraftChange>, from first: ProjectID, entry: Int64, asOfMonth: Int?,
    items: ItemNumbers, catalogue: Catalogue
  ) throws -> CreationBatch {
    var batch = CreationBatch(
      rows: ProjectRows(items: items, catalogue: catalogue), entry: entry, asOfMonth: asOfMonth)
    for (offset, draft) in drafts.enumerated() {
      try batch.add(draft, as: first + Int64(offset))
    }
    return batch
  }

  private init(rows: ProjectRows, entry: Int64, asOfMonth: Int?) {
    self.rows = rows
    self.entry = entry
    self.asOfMonth = asOfMonth
  }

  private mutating func add(_ draft: DraftChange, as project: ProjectID) throws {
    let fields = draft.fields
    try ChangeCheck.check(draft, fields: fields)
    rows.begin(project, created: entry, revision: entry, searched: Self.searched(fields))
    var isVerbatim = draft.stated.isEmpty
    for field in fields {
      guard let value = field.after else { continue }
      try rows.set(value, of: field.key)
      if field.raw != nil { isVerbatim = false }
    }
    if let asOfMonth {
      for field in fields where field.key.needsReach {
        rows.set(reach: asOfMonth, of: field.key)
      }
    }
    let start = bodies.count
    ChangeText.write(kind: .create, fields: fields, stated: draft.stated, to: &bodies)
    let body = start..<bodies.count
    // Without raw texts and statements, the lines of the creation are what was said.
    let said = isVerbatim ? nil : Self.said(fields, draft.stated)
    let digest =
      said?.digest
      ?? bodies.withBytes { Int64(bitPattern: StatementDigest.of($0[body])) }
    creations.append(
      Creation(project: project, row: draft.row, body: body, digest: digest, said: said?.said))
  }

  private static func said(
    _ fields: [FieldChange], _ stated: [Record.Entry]
  ) -> (digest: Int64, said: String?) {
    if stated.isEmpty {
      // It said what it created; only its words were others.
      var text = ByteText()
      for field in fields {
        if let value = field.after { ChangeText.write(field.key, value, to: &text) }
      }
      return (Int64(bitPattern: text.withBytes { StatementDigest.of($0) }), nil)
    }
    var said = Record(fields.compactMap { field in field.after.map { (field.key, $0) } })
    for entry in stated { said[entry.key] = entry.value }
    return StatementWriter.row(ProjectState.Statement(said: said, isCreation: false))
  }

  /// The values that search text is made of.
  private static func searched(_ fields: [FieldChange]) -> Record {
    var record = Record()
    for field in fields where isSearched(field.key.field) { record[field.key] = field.after }
    return record
  }

  private static func isSearched(_ field: Field) -> Bool {
    switch field.storedKind {
    case .text: field != .content
    case .reference: true
    default: false
    }
  }
}
