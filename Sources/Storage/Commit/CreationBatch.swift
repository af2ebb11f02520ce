import Engine
import Ledger

/// New projects prepared for writing: everything that needs no database and can run ahead on another core.
struct CreationBatch: Sendable {
  private(set) var journal = JournalBatch(.create)
  /// The sender's statement in each creation.
  private(set) var statements: [StatementWriter.Row] = []
  private(set) var rows: ProjectRows
  private let entry: Int64
  private let asOfMonth: Int?

  /// Prepares creations of one entry, numbered from `first` on.
  static func prepare(
    _ drafts: Slice<DraftChanges>, from first: ProjectID, entry: Int64, asOfMonth: Int?,
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

  /// Processes the values in one pass: checks them, lays them out as rows, writes them to the journal, and computes
  /// the digest of the sender's statement.
  private mutating func add(_ draft: DraftChange, as project: ProjectID) throws {
    rows.begin(project, created: entry, revision: entry)
    let start = journal.bodies.count
    var check = ChangeCheck.Creation(row: draft.row)
    var digest = StatementDigest()
    var searched = SearchedValues()
    try draft.takeValues { key, value, raw in
      try check.take(key, value)
      try rows.set(value, of: key)
      if let asOfMonth, key.needsReach { rows.set(reach: asOfMonth, of: key) }
      searched.take(value, of: key.field)
      digest.add(key, value)
      ChangeText.writePlain(key, value, to: &journal.bodies)
      ChangeText.end(line: raw, in: &journal.bodies)
    }
    try check.close(draft)
    rows.setSearch(searched)
    ChangeText.write(stated: draft.stated, to: &journal.bodies)
    journal.add(project, draft.row, from: start, altersValues: true)
    // Without further statements, the creation is the sender's statement.
    statements.append(
      draft.stated.isEmpty
        ? StatementWriter.Row(
          project: project, digest: Int64(bitPattern: digest.value), said: nil, held: nil)
        : Self.statement(draft, of: project))
  }

  private static func statement(
    _ draft: DraftChange, of project: ProjectID
  ) -> StatementWriter.Row {
    var record = Record()
    for field in draft.fields { record[field.key] = field.after }
    var said = record
    for word in draft.stated { if let value = word.value { said[word.key] = value } }
    let held = draft.stated.filter { word in
      guard let value = word.value, let standing = record[word.key] else { return false }
      return !value.agrees(with: standing)
    }
    return StatementWriter.Row(
      project: project, said: said, isCreation: false, held: held.map(\.key).sorted())
  }
}
