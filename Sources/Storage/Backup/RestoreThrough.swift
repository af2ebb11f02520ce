import Engine
package import Ledger

extension LedgerStore {
  /// Writes the ledger as of an entry into a file that is new or empty, and verifies it; the ledger is only read.
  /// `scratch` is the path of a temporary copy. Returns that entry.
  ///
  /// Throws `unknownEntry`, and `unfitBackup` if the result does not pass `verify`.
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
    // The remaining hashes are exactly those of the ledger.
    guard findings.isEmpty, try restored.database.read(EntryTable.hashes) == hashes else {
      throw StorageError.unfitBackup(path: path, findings: max(1, findings.count))
    }
    return try restored.entry(number)
  }

  /// Truncates the temporary copy and writes it compactly, so that no removed data stays in the file. Returns the
  /// hashes of the remaining entries.
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
