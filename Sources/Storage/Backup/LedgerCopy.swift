import Engine
package import Ledger

/// Writes a ledger to another place, in a file or a server: the journal row by row, unchanged; the balance rebuilt
/// from it.
enum LedgerCopy {
  /// A table of the journal or beside it, with its columns of integers and of texts; `order` is a unique key.
  private struct Table {
    let name: String
    let order: String
    let integers: [String]
    let texts: [String]

    init(_ name: String, by order: String, _ integers: String, _ texts: String) {
      self.name = name
      self.order = order
      self.integers = integers.split(separator: " ").map(String.init)
      self.texts = texts.split(separator: " ").map(String.init)
    }
  }

  /// In the order of their references.
  private static let tables = [
    Table(
      "entry", by: "number",
      """
      number at year as_of_month undoes created updated removed unchanged first_change changes \
      merged merged_into
      """,
      """
      actor kind reason upload file_name sender layout previous_hash hash effective evidence \
      outcomes published
      """),
    Table("change", by: "id", "id entry project source_table source_row", "kind body"),
    Table("catalogue_change", by: "id", "id entry", "kind code before after"),
    Table("catalogue_item", by: "id", "id position", "kind code name body"),
    Table("entry_note", by: "entry, kind", "entry", "kind body"),
    Table(
      "publication", by: "number", "number at revision projects",
      "actor book filter file sha256"),
  ]

  /// Copies a ledger into an empty one.
  static func run(from source: Session, to target: Session) throws {
    // Which files were received?
    let uploads = try source.rows(
      """
      SELECT sha256
      FROM upload
      ORDER BY sha256
      """
    ) { $0.text(0) }
    for sha256 in uploads {
      guard let upload = try UploadTable.upload(sha256, source) else { continue }
      try UploadTable.keep(upload, target)
    }
    for table in tables { try copy(table, from: source, to: target) }
    try BalanceRefill.run(target)
  }

  private static func copy(_ table: Table, from source: Session, to target: Session) throws {
    let columns = table.integers + table.texts
    // Which rows does the table have, in order?
    let rows = try source.stream(
      """
      SELECT \(columns.joined(separator: ", "))
      FROM \(table.name)
      ORDER BY \(table.order)
      """)
    let insertion = try target.connection.insertion(into: table.name, columns)
    var batch = RowBatch(columns: columns.count)
    while try rows.step() {
      batch.beginRow()
      for column in columns.indices where !rows.isNull(Int32(column)) {
        if column < table.integers.count {
          batch.set(column, integer: rows.int64(Int32(column)))
        } else {
          batch.set(column, text: rows.bytes(Int32(column)).span)
        }
      }
      if batch.count == Self.batch {
        try batch.add(by: insertion)
        batch.clear()
      }
    }
    try batch.add(by: insertion)
  }

  /// The number of rows in memory at once.
  private static let batch = 1_000
}

extension LedgerStore {
  /// Copies a ledger to a path without one, in a file or a server, and verifies the copy: the complete ledger with
  /// unchanged hashes, or nothing. Returns the last entry.
  ///
  /// Throws `ledgerStands` if there is a ledger, `unfitBackup` if the copy does not pass `verify`: then the ledger
  /// itself is damaged.
  package static func copy(
    from path: String, to target: String, timeout: Duration, watch: LedgerWatch
  ) throws -> Entry {
    let source = try open(path: path, access: .reading, watch: watch) { nil }
    defer { try? source.close() }
    return try source.copy(to: target, named: Engines.name(of: path), timeout: timeout)
  }

  /// The same for an open ledger; `name` is its name for messages.
  func copy(to target: String, named name: String, timeout: Duration) throws -> Entry {
    let engine = Engines.engine(for: target)
    let begun = try StorageError.translating {
      try engine.check(path: target)
      if try engine.stands(at: target) {
        throw StorageError.ledgerStands(path: engine.name(of: target))
      }
      try engine.makePlace(for: target)
      return try engine.beginning(path: target, timeout: timeout, watch.waits)
    }
    guard let begun else { throw StorageError.ledgerStands(path: engine.name(of: target)) }
    let copy = LedgerStore(LedgerDatabase(begun), watch: watch)
    do {
      _ = try copy.database.migrate()
      let last = try database.read { from in
        try copy.database.writeMuch { try LedgerCopy.run(from: from, to: $0) }
        let findings = try copy.verify()
        let hashes = try copy.database.read(EntryTable.hashes)
        guard findings.isEmpty, try hashes == EntryTable.hashes(from) else {
          throw StorageError.unfitBackup(path: name, findings: max(1, findings.count))
        }
        return try EntryTable.entry(Self.revision(from), from)
      }
      try copy.publish()
      try copy.close()
      return last
    } catch {
      try? copy.close()
      throw error
    }
  }
}
