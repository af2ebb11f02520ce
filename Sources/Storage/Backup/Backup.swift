extension LedgerStore {
  /// Writes a compact copy of the whole ledger, uploads included, as one reader sees it, into a file that
  /// is new or empty. Throws `diskFull` with the copy's path.
  package func backup(to path: String) throws {
    do {
      try DurableFile.create(path)
      try engine.writeWithoutTransaction { try $0.copy(to: path) }
      try DurableFile.sync(path)
    } catch StorageError.diskFull {
      throw StorageError.diskFull(path: path)
    }
  }
}
