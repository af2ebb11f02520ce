import Ledger

extension StorageError {
  /// Whether the disk failed or a server was lost: the transaction may have been committed all the same.
  var isOfDisk: Bool {
    switch self {
    case .diskFull, .diskFailed, .unreachable: true
    default: false
    }
  }

  /// The error to report when this one ended a commit after all was written: the log may hold the entry although the
  /// disk did not confirm it. Only a newly opened connection sees the result, so the database is closed.
  func afterCommit(of entry: Entry, _ database: LedgerDatabase) -> StorageError {
    func stands(_ session: Session) throws -> Bool {
      do {
        return try EntryTable.entry(entry.number, session).hash == entry.hash
      } catch StorageError.unknownEntry {
        return false
      }
    }
    do {
      let found = try database.askAnew(stands)
      return found ? .commitUnproven(entry: entry.number, stands: true) : self
    } catch StorageError.missing {
      // A new ledger that was never published.
      return self
    } catch {
      return .commitUnproven(entry: entry.number, stands: nil)
    }
  }
}
