import Engine
import Ledger

/// Writes an entry and its changes to the journal, and closes it with its hash.
final class EntryWriter {
  let number: Int64
  private(set) var counts: Entry.Counts
  private let session: Session
  /// Over all that is written so far.
  private(set) var hash: EntryHash
  private var nextChange: Int64
  private var changes: Int64 = 0
  private let insertion: any Insertion

  /// Opens the next entry.
  init(_ draft: EntryDraft, _ session: Session) throws {
    self.session = session
    counts = Entry.Counts(unchanged: draft.unchanged)
    let last = try Self.last(session)
    number = last.number + 1
    // Changes are numbered through; those of one entry follow each other.
    nextChange = try ChangeTable.last(session) + 1
    let at = try RecordedTime.of(draft.at, after: last.at)
    try Self.insert(
      draft, at: at, number: number, firstChange: nextChange, previous: last.hash, session)
    hash = try Self.hash(of: number, previous: last.hash, session)
    insertion = try session.connection.insertion(
      into: "change",
      ["id", "entry", "project", "kind", "source_table", "source_row", "body"])
  }

  /// Adds changes.
  func append(_ batch: JournalBatch) throws {
    try batch.bodies.withBytes { bodies in
      for row in batch.rows {
        hash.add(
          project: row.project, kind: batch.kind, row: row.row,
          body: UnsafeBufferPointer(rebasing: bodies[row.body]))
      }
      try insertion.run(batch.rows.count) { place, statement, before in
        let row = batch.rows[place]
        statement.bind(own: batch.kind.name, at: before + 4)
        bind(
          place, row.project, row.row, UnsafeBufferPointer(rebasing: bodies[row.body]),
          to: statement, after: before)
      }
    }
    let count = batch.rows.count
    nextChange += Int64(count)
    let before = changes
    changes += Int64(count)
    if before / Self.stride < changes / Self.stride { try keepAtHand() }
    switch batch.kind {
    case .create: counts.created += count
    case .update: counts.updated += batch.rows.count(where: \.altersValues)
    case .remove: counts.removed += count
    }
  }

  /// After how many changes the entry is touched.
  private static let stride: Int64 = 1_024

  /// Keeps the entry among what was altered last. A long transaction puts into the log what it has not
  /// touched for a while, and altering that again makes SQLite read back all that was written since.
  private func keepAtHand() throws {
    try session.run(
      """
      UPDATE entry
      SET changes = ?
      WHERE number = ?
      """, .integer(changes), .integer(number))
  }

  /// Binds the change that is added next but some, except its kind.
  private func bind(
    _ position: Int, _ project: ProjectID, _ row: SourceRow?, _ body: UnsafeBufferPointer<UInt8>,
    to statement: any Binding, after before: Int32
  ) {
    statement.bind(nextChange + Int64(position), at: before + 1)
    statement.bind(number, at: before + 2)
    statement.bind(project, at: before + 3)
    if let row {
      statement.bind(Int64(row.table), at: before + 5)
      statement.bind(Int64(row.number), at: before + 6)
    }
    statement.bindUnowned(body, at: before + 7)
  }

  /// Adds a change of the catalogue.
  func append(item: CatalogueItem, before: String?) throws {
    let after = item.canonical
    hash.add(item: item.kind.rawValue, code: item.code, before: before, after: after)
    try session.run(
      """
      INSERT INTO catalogue_change (id, entry, kind, code, before, after)
      VALUES (?, ?, ?, ?, ?, ?)
      """, .integer(try session.next("id", in: "catalogue_change")), .integer(number),
      .text(item.kind.rawValue), .text(item.code), .optional(before),
      .text(after))
  }

  /// Adds what the entry says beside its changes, kind by kind.
  func append(_ notes: EntryNotes) throws {
    for (kind, text) in notes.texts.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      hash.add(note: kind.rawValue, text: text)
      try NoteTable.write(kind, text, of: number, session)
    }
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

  /// The last entry; number 0 where there is none.
  static func last(_ session: Session) throws -> (number: Int64, hash: String, at: Int64?) {
    // Which entry is the last?
    try session.row(
      """
      SELECT number, hash, at
      FROM entry
      ORDER BY number DESC
      LIMIT 1
      """
    ) { row in
      let number = try row.key(0, in: Stored.number, "entry")
      return (number, row.text(1), try row.int64(2, in: Stored.moment, "entry", row: number))
    } ?? (0, EntryHash.none, nil)
  }

  private static func insert(
    _ draft: EntryDraft, at: Int64, number: Int64, firstChange: Int64, previous: String,
    _ session: Session
  ) throws {
    let source = draft.source
    try session.run(
      """
      INSERT INTO entry (
        number, at, actor, kind, reason, upload, file_name, sender, year, as_of_month, layout,
        undoes, created, updated, removed, unchanged, first_change, changes, previous_hash, hash,
        effective, evidence, merged, merged_into, outcomes, published)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, ?, ?, 0, ?, ?, ?, ?, ?, ?, ?, ?)
      """, .integer(number), .integer(at), .text(draft.actor),
      .text(draft.kind.rawValue), .optional(draft.reason), .optional(source?.sha256),
      .optional(source?.fileName), .optional(source?.sender),
      .optional(source.map { Int64($0.year) }), .optional(source?.asOfMonth.map(Int64.init)),
      .optional(source.map { LayoutText.write($0.tables) }), .optional(draft.undoes),
      .integer(Int64(draft.unchanged)), .integer(firstChange), .text(previous),
      .text(EntryHash.none), .optional(draft.particulars.effective?.text),
      .optional(draft.particulars.evidence), .optional(draft.particulars.merge?.project),
      .optional(draft.particulars.merge?.into), .optional(source?.outcomes?.text),
      .text(try RegisterSeal.whole(session)))
  }

  private static func hash(
    of number: Int64, previous: String, _ session: Session
  ) throws -> EntryHash {
    // What does the hash cover before the changes?
    let hash = try session.row(
      """
      SELECT \(EntryTable.columns)
      FROM entry
      WHERE number = ?
      """, .integer(number)
    ) { EntryTable.hash($0, previous: previous) }
    guard let hash else { throw StorageError.unknownEntry(number) }
    return hash
  }
}
