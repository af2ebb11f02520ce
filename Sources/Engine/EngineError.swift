/// Why an engine could not continue: facts only.
package enum EngineError: Error, Hashable, Sendable {
  /// There is nothing at the path.
  case missing(path: String)
  /// The path is a folder, or a pipe or device.
  case notAFile(path: String, isFolder: Bool)
  /// The file has several hard links; each would be locked and logged as a ledger of its own.
  case severalNames(path: String, count: Int)
  /// The real path of the file is not UTF-8.
  case nameNotText(path: String)
  /// The file is something other than a ledger.
  case notALedger(path: String)
  /// A newer program made the schema.
  case newerSchema(found: Int, known: Int)
  /// Another process is writing, and did not finish in time.
  case busy(path: String)
  case diskFull(path: String)
  case notWritable(path: String)
  case notReadable(path: String)
  /// Committed data is in a log that cannot be read in a read-only folder.
  case unreadableLog(path: String)
  /// A row refers to one that does not exist.
  case strayReference(table: String)
  /// The server that stores the ledger does not answer or refuses the connection, with its message.
  case unreachable(path: String, message: String)
  /// Another transaction committed first, and this one was rolled back.
  case overtaken(path: String)
  /// The server knows no login of this name.
  case unknownLogin(String)
  /// The engine does not support the operation.
  case notOffered(path: String)
  /// The backup is the ledger that it is to replace.
  case backupIsLedger(path: String)
  /// A file operation failed: which one, and `errno`.
  case file(path: String, action: String, errno: Int32)
  /// The engine refused: the kind of refusal, its own code and message.
  case refused(Refusal, code: Int32, message: String)

  /// The meaning of an engine's own error code.
  package enum Refusal: Hashable, Sendable {
    /// The disk failed, which says nothing about the data on it.
    case disk
    /// A sum exceeds 64 bits.
    case overflow
    case other
  }
}
