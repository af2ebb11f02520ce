/// The file of a ledger that begins, beside the place that it is to take, and the lock of that place.
struct LedgerBeginning: Sendable {
  let part: LedgerFiles
  let target: LedgerFiles
  private let lock: WriterLock

  /// Makes the file, in place of what a killed program left; nil where a ledger stands.
  init?(of target: LedgerFiles, _ lock: WriterLock) throws {
    guard !target.exists else { return nil }
    self.target = target
    self.lock = lock
    part = LedgerFiles(path: target.main + ".beginning.part")
    try part.removeAll()
    try DurableFile.create(part.main)
  }

  /// Puts the file, closed, into its place. When this throws nothing is there, unless it could not be taken
  /// out again.
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

  /// Removes what was not moved in, and lets the next writer in.
  func end() {
    try? part.removeAll()
    lock.release()
  }
}
