import Ledger

/// Writes an entry and its changes to the journal, and closes it with its hash.
final class EntryWriter {
  let number: Int64
  private(set) var counts: Entry.Counts
  private let session: Session
  /// Over all that is written so far.
  private(set) var hash: EntryHash
  private var text = ByteText()
  private var nextChange: Int64
  private var changes: Int64 = 0
  private let insertChange: Statement

  /// Opens the next entry.
  init(_ draft: EntryDraft, _ session: Session) throws {
    self.session = session
    counts = Entry.Counts(unchanged: draft.unchanged)
    let last = try Self.last(session)
    number = last.number + 1
    // Changes are numbered through; those of one entry follow each other.
    nextChange = try session.integer("SELECT coalesce(max(id), 0) + 1 FROM change")
    try Self.insert(draft, number: number, firstChange: nextChange, previous: last.hash, session)
    hash = try Self.hash(of: number, previous: last.hash, session)
    insertChange = try session.statement(
      """
      INSERT INTO change (id, entry, project, kind, source_table, source_row, body)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """)
    insertChange.bind(number, at: 2)
  }

  /// Adds a change.
  func append(_ change: Change) throws {
    text.removeAll()
    let content = ChangeText.Content(
      fields: change.fields, stated: change.stated, inheritance: change.inheritance)
    ChangeText.write(kind: change.kind, content, to: &text)
    try text.withBytes { body in
      hash.add(project: change.project, kind: change.kind, row: change.row, body: body)
      try insert(project: change.project, kind: change.kind, row: change.row, body: body)
    }
    switch change.kind {
    case .create: counts.created += 1
    case .update: counts.updated += change.fields.isEmpty ? 0 : 1
    case .remove: counts.removed += 1
    }
  }

  /// Adds new projects, whose hash went on from this entry's.
  func append(_ batch: CreationBatch) throws {
    try batch.bodies.withBytes { bodies in
      for creation in batch.creations {
        try insert(
          project: creation.project, kind: .create, row: creation.row,
          body: UnsafeBufferPointer(rebasing: bodies[creation.body]))
      }
    }
    hash = batch.hash
    counts.created += batch.creations.count
  }

  private func insert(
    project: ProjectID, kind: Change.Kind, row: SourceRow?, body: UnsafeBufferPointer<UInt8>
  ) throws {
    insertChange.bind(nextChange, at: 1)
    insertChange.bind(project, at: 3)
    try insertChange.bind(.text(kind.rawValue), at: 4)
    try insertChange.bind(.optional(row.map { Int64($0.table) }), at: 5)
    try insertChange.bind(.optional(row.map { Int64($0.number) }), at: 6)
    insertChange.bindUnowned(body, at: 7)
    try insertChange.run()
    nextChange += 1
    changes += 1
  }

  /// Adds a change of the catalogue.
  func append(item: CatalogueItem, before: String?) throws {
    let after = item.canonical
    hash.add(item: item.kind.rawValue, code: item.code, before: before, after: after)
    try session.run(
      """
      INSERT INTO catalogue_change (entry, kind, code, before, after)
      VALUES (?, ?, ?, ?, ?)
      """, .integer(number), .text(item.kind.rawValue), .text(item.code), .optional(before),
      .text(after))
  }

  /// Writes the counts and the hash; the entry stands.
  func close() throws {
    try session.run(
      """
      UPDATE entry
      SET created = ?, updated = ?, removed = ?, changes = ?, hash = ?
      WHERE number = ?
      """, .integer(Int64(counts.created)), .integer(Int64(counts.updated)),
      .integer(Int64(counts.removed)), .integer(changes), .text(hash.finish(counts: counts)),
      .integer(number))
  }

  private static func last(_ session: Session) throws -> (number: Int64, hash: String) {
    // Which entry is the last?
    try session.row(
      """
      SELECT number, hash
      FROM entry
      ORDER BY number DESC
      LIMIT 1
      """
    ) { ($0.int64(0), $0.text(1)) } ?? (0, EntryHash.none)
  }

  private static func insert(
    _ draft: EntryDraft, number: Int64, firstChange: Int64, previous: String, _ session: Session
  ) throws {
    let source = draft.source
    try session.run(
      """
      INSERT INTO entry (
        number, at, actor, kind, reason, upload, file_name, sender, year, as_of_month, layout,
        undoes, created, updated, removed, unchanged, first_change, changes, previous_hash, hash,
        effective, evidence, merged, merged_into, outcomes)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, ?, ?, 0, ?, ?, ?, ?, ?, ?, ?)
      """, .integer(number), .integer(EntryTable.milliseconds(draft.at)), .text(draft.actor),
      .text(draft.kind.rawValue), .optional(draft.reason), .optional(source?.sha256),
      .optional(source?.fileName), .optional(source?.sender),
      .optional(source.map { Int64($0.year) }), .optional(source?.asOfMonth.map(Int64.init)),
      .optional(source.map { LayoutText.write($0.tables) }), .optional(draft.undoes),
      .integer(Int64(draft.unchanged)), .integer(firstChange), .text(previous),
      .text(EntryHash.none), .optional(draft.particulars.effective?.text),
      .optional(draft.particulars.evidence), .optional(draft.particulars.merge?.project),
      .optional(draft.particulars.merge?.into), .optional(source?.outcomes?.text))
  }

  private static func hash(
    of number: Int64, previous: String, _ session: Session
  ) throws -> EntryHash {
    // What does the hash cover before the changes?
    let parts = try session.row(
      """
      SELECT \(EntryTable.columns)
      FROM entry
      WHERE number = ?
      """, .integer(number), read: EntryTable.hashedParts)
    return EntryHash(previous: previous, header: parts ?? [])
  }
}
