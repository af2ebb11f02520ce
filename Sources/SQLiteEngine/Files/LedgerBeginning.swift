/// The file of a new ledger, beside its final path, and the lock of that path.
struct LedgerBeginning: Sendable {
  let part: LedgerFiles
  let target: LedgerFiles
  private let lock: WriterLock

  /// Creates the file, removing what a killed program left; nil if the ledger exists.
  init?(of target: LedgerFiles, _ lock: WriterLock) throws {
    guard !target.exists else { return nil }
    self.target = target
    self.lock = lock
    part = LedgerFiles(path: target.main + ".beginning.part")
    try part.removeAll()
    try DurableFile.create(part.main)
  }

  /// Moves the closed file to its final path. If this throws, the path is empty, unless the file could not be moved
  /// back.
  func moveIn() throws {
    try DurableFile.sync(part.main)
    try DurableFile.rename(part.main, to: target.main)
    do {
      try DurableFile.sync(target.folder)
    } catch {
      try? DurableFile.rename(target.main, to: part.main)
      throw error
    }
  }

  /// Removes a file that was not moved in, and admits the next writer.
  func end() {
    try? part.removeAll()
    lock.release()
  }
}
