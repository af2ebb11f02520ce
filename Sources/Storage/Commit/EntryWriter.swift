import Engine
import Ledger

/// Writes an entry and its changes to the journal. The entry's row is written last and complete: no row of the
/// journal is ever altered.
///
/// Rows that refer to the entry are held in memory until then. If there are too many, they are written first: the
/// transaction must then leave references unchecked.
final class EntryWriter {
  let number: Int64
  private(set) var counts: Entry.Counts
  private let session: Session
  /// The hash of everything so far.
  private var hash: EntryHash
  /// The entry's row without counts and hash.
  private var row: EntryRow
  private var nextChange: Int64
  private let insertion: any Insertion
  private let waits: Bool
  /// The writes to perform after the entry's row.
  private var waiting: [() throws -> Void] = []

  /// The greatest project number before the entry.
  let lastProject: ProjectID

  /// Opens the next entry. Throws `stale` if the last one is not the expected one.
  init(_ draft: EntryDraft, expecting revision: Int64?, _ session: Session) throws {
    self.session = session
    waits = draft.changes.count < Batches.size
    counts = Entry.Counts(unchanged: draft.unchanged)
    let last = try Self.last(session)
    if let revision, revision != last.number {
      throw StorageError.stale(expected: revision, found: last.number)
    }
    let ends = try ChangeTable.ends(session)
    lastProject = ends.project
    number = last.number + 1
    // Changes are numbered consecutively, without gaps within an entry.
    nextChange = ends.change + 1
    row = EntryRow(
      draft, number: number, at: try RecordedTime.of(draft.at, after: last.at),
      firstChange: nextChange, previous: last.hash, published: try RegisterSeal.whole(session))
    hash = EntryTable.hash(row, previous: last.hash)
    insertion = try session.connection.insertion(
      into: "change",
      ["id", "entry", "project", "kind", "source_table", "source_row", "body"])
  }

  /// Adds changes.
  func append(_ batch: JournalBatch) throws {
    batch.bodies.withBytes { bodies in
      for row in batch.rows {
        hash.add(
          project: row.project, kind: batch.kind, row: row.row,
          body: UnsafeBufferPointer(rebasing: bodies[row.body]))
      }
    }
    let first = nextChange
    nextChange += Int64(batch.rows.count)
    switch batch.kind {
    case .create: counts.created += batch.rows.count
    case .update: counts.updated += batch.rows.count(where: \.altersValues)
    case .remove: counts.removed += batch.rows.count
    }
    try write { [unowned self] in try insert(batch, from: first) }
  }

  /// Writes rows that refer to the entry, at once or after its row.
  func write(_ body: @escaping () throws -> Void) throws {
    if waits { waiting.append(body) } else { try body() }
  }

  private func insert(_ batch: JournalBatch, from first: Int64) throws {
    try batch.bodies.withBytes { bodies in
      try insertion.run(batch.rows.count) { place, statement, before in
        let row = batch.rows[place]
        statement.bind(first + Int64(place), at: before + 1)
        statement.bind(number, at: before + 2)
        statement.bind(row.project, at: before + 3)
        statement.bind(own: batch.kind.name, at: before + 4)
        if let source = row.row {
          statement.bind(Int64(source.table), at: before + 5)
          statement.bind(Int64(source.number), at: before + 6)
        }
        statement.bindUnowned(UnsafeBufferPointer(rebasing: bodies[row.body]), at: before + 7)
      }
    }
  }

  /// Adds changes of the catalogue.
  func append(items: [(item: CatalogueItem, before: String?)]) throws {
    if items.isEmpty { return }
    for (item, before) in items {
      hash.add(item: item.kind.rawValue, code: item.code, before: before, after: item.canonical)
    }
    waiting.append { [number, session] in
      let first = try session.next("id", in: "catalogue_change")
      let insertion = try session.connection.insertion(
        into: "catalogue_change", ["id", "entry", "kind", "code", "before", "after"])
      try insertion.run(items.count) { place, row, before in
        let (item, earlier) = items[place]
        row.bind(first + Int64(place), at: before + 1)
        row.bind(number, at: before + 2)
        try row.bind(.text(item.kind.rawValue), at: before + 3)
        try row.bind(.text(item.code), at: before + 4)
        if let earlier { try row.bind(.text(earlier), at: before + 5) }
        try row.bind(.text(item.canonical), at: before + 6)
      }
    }
  }

  /// Adds notes, kind by kind.
  func append(_ notes: EntryNotes) {
    for (kind, text) in notes.texts.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      hash.add(note: kind.rawValue, text: text)
      waiting.append { [number, session] in
        try NoteTable.write(kind, text, of: number, session)
      }
    }
  }

  /// Writes the entry's row, then the waiting writes.
  func close() throws {
    try session.run(
      """
      INSERT INTO entry (\(EntryTable.columns))
      VALUES (\(EntryTable.places))
      """, row.closed(counts: counts, end: nextChange, hash: hash.finish(counts: counts)))
    for body in waiting { try body() }
    waiting = []
  }

  /// The last entry; number 0 if there is none.
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
}
