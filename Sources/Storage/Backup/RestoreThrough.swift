import Engine
package import Ledger

extension LedgerStore {
  /// Writes the ledger as an entry left it into a file that is new or empty, and proves it; the ledger is only
  /// read. `scratch` is where a copy of it stands meanwhile. Returns that entry.
  ///
  /// Throws `unknownEntry`, and `unfitBackup` when what comes of it does not pass every proof of `verify`.
  package static func restore(
    through number: Int64, of path: String, into target: String, by scratch: String
  ) throws -> Entry {
    let ledger = try open(path: path, access: .reading) { nil }
    let copied = Result {
      _ = try ledger.entry(number)
      try ledger.backup(to: scratch)
    }
    try ledger.close()
    try copied.get()
    let hashes = try truncate(scratch, through: number, into: target)
    let restored = try open(path: target, access: .reading) { nil }
    defer { try? restored.close() }
    let findings = try restored.verify()
    // The journal that is left is the ledger's own, to the letter.
    guard findings.isEmpty, try restored.database.read(EntryTable.hashes) == hashes else {
      throw StorageError.unfitBackup(path: path, findings: max(1, findings.count))
    }
    return try restored.entry(number)
  }

  /// Cuts a copy that nobody else knows of, and writes it compactly: of what was removed nothing stays in the
  /// file. Returns the hashes that its entries have.
  private static func truncate(
    _ scratch: String, through number: Int64, into target: String
  ) throws -> [String] {
    let copy = try open(path: scratch, access: .writing(timeout: .zero)) { nil }
    do {
      let hashes = try copy.database.read(EntryTable.hashes).prefix(Int(number))
      try copy.database.writeMuch { try Truncation.run($0, through: number) }
      try copy.backup(to: target)
      try copy.close()
      return Array(hashes)
    } catch {
      try? copy.close()
      throw error
    }
  }
}
