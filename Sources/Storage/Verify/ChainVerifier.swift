import Ledger

/// Proves that nobody touched the journal: every entry continues the one before, and is what its
/// hash covers.
struct ChainVerifier {
  private(set) var findings: [VerificationFinding] = []
  private let session: Session
  private var changes: Statement
  private var isAtChange: Bool

  static func findings(_ session: Session) throws -> [VerificationFinding] {
    var verifier = try ChainVerifier(session)
    try verifier.verifyEntries()
    return verifier.findings
  }

  private init(_ session: Session) throws {
    self.session = session
    // What did the entries do, in the order it was written?
    changes = try session.statement(
      """
      SELECT \(ChangeTable.columns)
      FROM change
      ORDER BY id
      """)
    isAtChange = try changes.step()
  }

  private mutating func verifyEntries() throws {
    // Which entries are there, in order?
    let entries = try session.statement(
      """
      SELECT \(EntryTable.columns)
      FROM entry
      ORDER BY number
      """)
    var next: (number: Int64, hash: String, change: Int64) = (1, EntryHash.none, 1)
    while try entries.step() {
      let number = entries.int64(0)
      let hash = entries.text(16)
      let previous = entries.text(19)
      if number != next.number || previous != next.hash || entries.int64(17) != next.change {
        findings.append(.chainBroken(entry: number))
      }
      try verify(entries, number: number, previous: previous, hash: hash)
      next = (number + 1, hash, entries.int64(17) + entries.int64(18))
    }
    while isAtChange {
      findings.append(.strayChange(id: changes.int64(6)))
      isAtChange = try changes.step()
    }
  }

  private mutating func verify(
    _ row: Statement, number: Int64, previous: String, hash stated: String
  ) throws {
    var hash = EntryHash(previous: previous, header: EntryTable.hashedParts(row))
    var counts = Entry.Counts(unchanged: row.int(15))
    let end = row.int64(17) + row.int64(18)
    while isAtChange, changes.int64(6) < end {
      if changes.int64(0) == number {
        add(to: &hash, &counts)
      } else {
        findings.append(.strayChange(id: changes.int64(6)))
      }
      isAtChange = try changes.step()
    }
    try addCatalogue(of: number, to: &hash)
    let found = Entry.Counts(
      created: row.int(12), updated: row.int(13), removed: row.int(14), unchanged: row.int(15))
    if found != counts { findings.append(.countsDiffer(entry: number)) }
    if hash.finish(counts: counts) != stated { findings.append(.hashDiffers(entry: number)) }
  }

  private mutating func add(to hash: inout EntryHash, _ counts: inout Entry.Counts) {
    let id = changes.int64(6)
    guard let kind = Change.Kind(rawValue: changes.text(2)),
      let fields = ChangeText.read(kind: kind, changes.bytes(5))?.fields
    else {
      findings.append(.unreadable(table: "change", row: id))
      return
    }
    switch kind {
    case .create: counts.created += 1
    case .update: counts.updated += fields.isEmpty ? 0 : 1
    case .remove: counts.removed += 1
    }
    let row = changes.int64IfAny(3).map { SourceRow(table: Int($0), number: changes.int(4)) }
    hash.add(project: changes.int64(1), kind: kind, row: row, body: changes.bytes(5))
  }

  private func addCatalogue(of entry: Int64, to hash: inout EntryHash) throws {
    // What did this entry do to the catalogue?
    let items = try session.rows(
      """
      SELECT kind, code, before, after
      FROM catalogue_change
      WHERE entry = ?
      ORDER BY id
      """, .integer(entry)
    ) { ($0.text(0), $0.text(1), $0.textIfAny(2), $0.text(3)) }
    for (kind, code, before, after) in items {
      hash.add(item: kind, code: code, before: before, after: after)
    }
  }
}
