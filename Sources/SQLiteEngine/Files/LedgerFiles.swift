import Machine

/// The file of a ledger, with symbolic links resolved, and the files that SQLite and writers keep beside it.
struct LedgerFiles: Hashable, Sendable {
  /// The database file.
  let main: String

  init(path: String) { main = RealPath.of(path) }

  /// The write-ahead log: commits that are not in the file yet.
  var log: String { main + "-wal" }
  /// The index of the log; rebuilt from the log when nobody has the ledger open.
  var index: String { main + "-shm" }
  /// The rollback journal of a transaction that writes into the file itself.
  var journal: String { main + "-journal" }
  /// The lock file of writers.
  var lock: String { main + ".lock" }

  /// All files, whether or not they exist.
  var all: [String] { [main, log, index, journal, lock] }

  /// Whether a log or rollback journal beside the file is part of its content.
  var isUnsettled: Bool { [log, journal].contains { RealPath.size(of: $0) > 0 } }

  var exists: Bool { RealPath.facts(of: main) != nil }

  /// The folder of the file.
  var folder: String { Disk.folder(of: main) }

  /// Removes the file and those beside it, except the lock.
  func removeAll() throws {
    for path in [main, log, index, journal] { try DurableFile.remove(path) }
  }
}
