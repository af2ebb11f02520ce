/// Why an engine could not go on: facts only.
package enum EngineError: Error, Hashable, Sendable {
  /// Nothing at the path.
  case missing(path: String)
  /// A folder, or a pipe or device, which is no file.
  case notAFile(path: String, isFolder: Bool)
  /// The file has several names, under each of which it would be another ledger to whoever writes it.
  case severalNames(path: String, count: Int)
  /// The real path of the file is no UTF-8.
  case nameNotText(path: String)
  /// Something else than a ledger.
  case notALedger(path: String)
  /// A newer program made the schema.
  case newerSchema(found: Int, known: Int)
  /// Another process is writing, and did not finish in time.
  case busy(path: String)
  case diskFull(path: String)
  case notWritable(path: String)
  case notReadable(path: String)
  /// What was committed stands in a log that cannot be read in a folder that may only be read.
  case unreadableLog(path: String)
  /// A row refers to one that is not there.
  case strayReference(table: String)
  /// The server that keeps the ledger does not answer, or not us: what it or its library says.
  case unreachable(path: String, message: String)
  /// Somebody else committed between, and the transaction is taken back.
  case overtaken(path: String)
  /// The engine cannot do what is asked of it.
  case notOffered(path: String)
  /// The backup is the ledger that it is to replace.
  case backupIsLedger(path: String)
  /// A file operation failed: what was done, and the system's error number.
  case file(path: String, action: String, errno: Int32)
  /// The engine refused: what kind of refusal, its own code and message.
  case refused(Refusal, code: Int32, message: String)

  /// What an engine's own code means to those above it.
  package enum Refusal: Hashable, Sendable {
    /// The disk failed, which says nothing of what is on it.
    case disk
    /// A sum leaves 64 bits.
    case overflow
    case other
  }
}
