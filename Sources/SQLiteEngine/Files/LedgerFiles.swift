import Machine

/// A ledger's file, whatever links lead to it, and those that SQLite and writers keep beside it.
struct LedgerFiles: Hashable, Sendable {
  /// The file itself.
  let main: String

  init(path: String) { main = RealPath.of(path) }

  /// What was committed and is not yet in the file.
  var log: String { main + "-wal" }
  /// Where pages stand in the log; made anew from the log whenever nobody has the ledger open.
  var index: String { main + "-shm" }
  /// What a transaction that writes into the file itself would put back.
  var journal: String { main + "-journal" }
  /// What writers hold one at a time.
  var lock: String { main + ".lock" }

  /// All of them, whether or not they are there.
  var all: [String] { [main, log, index, journal, lock] }

  /// Whether something stands beside the file that belongs to its content.
  var isUnsettled: Bool { [log, journal].contains { RealPath.size(of: $0) > 0 } }

  var exists: Bool { RealPath.facts(of: main) != nil }

  /// The folder of the file.
  var folder: String { Disk.folder(of: main) }

  /// Removes the file and what stands beside it, but for the lock.
  func removeAll() throws {
    for path in [main, log, index, journal] { try DurableFile.remove(path) }
  }
}
