import Engine
import Foundation

/// Replaces a ledger in a server by a backup: a verified copy is written beside the ledger, and names are exchanged
/// in one transaction.
struct RestoreInServer {
  private let engine: any DatabaseEngine
  private let path: String
  private let timeout: Duration

  init(_ engine: any DatabaseEngine, _ path: String, _ timeout: Duration) {
    self.engine = engine
    self.path = path
    self.timeout = timeout
  }

  private var name: String { engine.name(of: path) }

  /// Implements `LedgerStore.restore`, and throws the same errors.
  func run(
    _ backup: String, _ losing: Bool, _ confirms: (RestoreEffect) throws -> Void
  ) throws -> LedgerStore.Restored {
    let folder = FileManager.default.temporaryDirectory.path + "/restore-\(UUID().uuidString)"
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let copy = try Engines.engine(for: backup).replacement(
      of: folder + "/ledger.sqlite", by: backup, timeout: timeout)
    defer { copy.end() }
    let entries = try BackupProof(backup).hashes(of: copy)
    let standing = try standing()
    let effect = RestoreEffect(standing: standing, backup: entries)
    if effect.lost > 0, !losing { throw StorageError.losesEntries(path: name, effect) }
    try confirms(effect)
    let source = LedgerStore(LedgerDatabase(try copy.open()), watch: .nobody)
    defer { try? source.close() }
    let kept = try move(source, named: backup, over: standing)
    return LedgerStore.Restored(revision: Int64(entries.count), replaced: kept, effect: effect)
  }

  /// Writes a ledger beside the current one and exchanges them. Returns where the old one is kept.
  private func move(
    _ source: LedgerStore, named backup: String, over standing: [String]
  ) throws -> String? {
    let beside = try engine.place(beside: path, ending: ".restored")
    _ = try source.copy(to: beside, named: backup, timeout: timeout)
    do {
      // Entries committed since the effect was confirmed must not be lost silently.
      let kept = try engine.exchange(
        path, by: beside,
        kept: engine.place(beside: path, ending: ".replaced-\(standing.count)"),
        expecting: standing.last, timeout: timeout)
      SeenHeads.forget(name)
      return kept
    } catch {
      try? engine.remove(path: beside)
      throw error
    }
  }

  /// The hashes of the current ledger's entries; none if there is no ledger.
  private func standing() throws -> [String] {
    guard try engine.stands(at: path) else { return [] }
    let ledger = LedgerDatabase(try engine.reading(path: path))
    defer { try? ledger.close() }
    return try ledger.read(EntryTable.hashes)
  }
}
