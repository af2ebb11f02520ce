import Ledger

extension StorageError {
  /// Whether the disk refused something, or a server answered no more: what was sent may stand all the same.
  var isOfDisk: Bool {
    switch self {
    case .diskFull, .diskFailed, .unreachable: true
    default: false
    }
  }

  /// What this error comes to when it ended a commit after all was written: the log may hold the entry
  /// although the disk did not confirm it. Only who opens the ledger anew sees what counts from now on,
  /// so it is closed.
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
      // A ledger that began unseen, and never took its place.
      return self
    } catch {
      return .commitUnproven(entry: entry.number, stands: nil)
    }
  }
}
