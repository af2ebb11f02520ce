import Engine
import Ledger

/// Verifies the journal: every entry continues the previous one and matches its hash.
struct ChainVerifier {
  private(set) var findings: [VerificationFinding] = []
  private let session: Session
  private var changes: any Statement
  private var isAtChange: Bool
  /// What the next entry must continue; no change number if the last entry is unreadable.
  private var next: (number: Int64, hash: String, change: Int64?) = (1, EntryHash.none, 1)

  static func findings(_ session: Session) throws -> [VerificationFinding] {
    var verifier = try ChainVerifier(session)
    try verifier.verifyEntries(through: .max)
    try verifier.findStrays()
    return verifier.findings
  }

  /// The findings for the entries up to one, ignoring later ones.
  static func findings(through entry: Int64, _ session: Session) throws -> [VerificationFinding] {
    var verifier = try ChainVerifier(session)
    try verifier.verifyEntries(through: entry)
    return verifier.findings
  }

  private init(_ session: Session) throws {
    self.session = session
    // Which changes do the entries have, in order?
    changes = try session.stream(
      """
      SELECT \(ChangeTable.columns)
      FROM change
      ORDER BY id
      """)
    isAtChange = try changes.step()
  }

  private mutating func verifyEntries(through last: Int64) throws {
    // Which entries are there, in order?
    let entries = try session.stream(
      """
      SELECT \(EntryTable.columns)
      FROM entry
      ORDER BY number
      """)
    while try entries.step(), entries.int64(0) <= last {
      let number = entries.int64(0)
      let hash = entries.text(16)
      do {
        let span = try EntryTable.changes(entries)
        let isContinued = next.change.map { $0 == span.lowerBound } ?? true
        if number != next.number || entries.text(19) != next.hash || !isContinued {
          findings.append(.chainBroken(entry: number))
        }
        let entry = try EntryTable.entry(entries)
        try verify(entries, entry, span)
        next = (number + 1, hash, span.upperBound)
      } catch StorageError.damaged(let table, let row) {
        findings.append(.unreadable(table: table, row: row))
        next = (number &+ 1, hash, nil)
      }
    }
  }

  /// Reports the remaining changes, which belong to no entry.
  private mutating func findStrays() throws {
    while isAtChange {
      findings.append(.strayChange(id: changes.int64(6)))
      isAtChange = try changes.step()
    }
  }

  private mutating func verify(
    _ row: any Statement, _ entry: Entry, _ span: Range<Int64>
  ) throws {
    var hash = EntryTable.hash(row, previous: row.text(19))
    var counts = Entry.Counts(unchanged: entry.counts.unchanged)
    var found = 0
    while isAtChange, changes.int64(6) < span.upperBound {
      if changes.int64(0) == entry.number {
        found += 1
        add(to: &hash, &counts)
      } else {
        findings.append(.strayChange(id: changes.int64(6)))
      }
      isAtChange = try changes.step()
    }
    try addCatalogue(of: entry.number, to: &hash)
    try addNotes(of: entry.number, to: &hash)
    if entry.counts != counts || found != span.count {
      findings.append(.countsDiffer(entry: entry.number))
    }
    if hash.finish(counts: counts) != entry.hash {
      findings.append(.hashDiffers(entry: entry.number))
    }
  }

  private mutating func add(to hash: inout EntryHash, _ counts: inout Entry.Counts) {
    guard let change = try? ChangeTable.row(changes).change else {
      findings.append(.unreadable(table: "change", row: changes.int64(6)))
      return
    }
    switch change.kind {
    case .create: counts.created += 1
    case .update: counts.updated += change.fields.isEmpty ? 0 : 1
    case .remove: counts.removed += 1
    }
    hash.add(
      project: change.project, kind: change.kind, row: change.row, body: changes.bytes(5))
  }

  private func addCatalogue(of entry: Int64, to hash: inout EntryHash) throws {
    // How did this entry change the catalogue?
    _ = try session.rows(
      """
      SELECT kind, code, before, after
      FROM catalogue_change
      WHERE entry = ?
      ORDER BY id
      """, .integer(entry)
    ) { hash.add($0, 0...3) }
  }

  private mutating func addNotes(of entry: Int64, to hash: inout EntryHash) throws {
    guard try NoteTable.areReadable(of: entry, session) else {
      throw StorageError.damaged(table: "entry_note", row: entry)
    }
    for (kind, text) in try NoteTable.texts(of: entry, session) {
      hash.add(note: kind.rawValue, text: text)
    }
  }
}
