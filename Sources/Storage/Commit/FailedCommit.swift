import Ledger

extension StorageError {
  /// What this error comes to when it ended a commit after all was written: the log may hold the entry
  /// although the disk did not confirm it. Only who opens the ledger anew sees what counts from now on,
  /// so it is closed.
  func afterCommit(of entry: Entry, _ engine: Engine) -> StorageError {
    try? engine.close()
    func stands(_ session: Session) throws -> Bool {
      do {
        return try EntryTable.entry(entry.number, session).hash == entry.hash
      } catch StorageError.unknownEntry {
        return false
      }
    }
    do {
      let found = try Engine.lookingOnce(path: engine.path, stands)
      return found ? .commitUnproven(entry: entry.number, stands: true) : self
    } catch {
      return .commitUnproven(entry: entry.number, stands: nil)
    }
  }
}
