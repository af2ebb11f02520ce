package import Foundation
package import Ledger

/// Why the store could not continue: facts only; `Operations` words them for people.
package enum StorageError: Error, Hashable, Sendable {
  /// There is no file at the path, and no ledger may be created.
  case missing(path: String)
  /// The path is a folder, or a pipe or device.
  case notAFile(path: String, isFolder: Bool)
  /// The file has several hard links; each would be locked and logged as a ledger of its own.
  case severalNames(path: String, count: Int)
  /// The real path of the file is not UTF-8.
  case nameNotText(path: String)
  /// The file is not a ledger.
  case notALedger(path: String)
  /// A newer program wrote the file.
  case newerSchema(found: Int, known: Int)
  /// Another process is writing, and did not finish in time.
  case busy(path: String)
  /// The ledger has changed since the plan was made.
  case stale(expected: Int64, found: Int64)
  case unknownProject(ProjectID)
  case unknownEntry(Int64)
  case unknownReference(key: FieldKey, code: String)
  case unknownItem(kind: CatalogueKind, code: String)
  /// A change's value before differs from the ledger's.
  case beforeDiffers(project: ProjectID, key: FieldKey)
  /// A creation of a project that exists.
  case projectExists(ProjectID)
  /// Two changes of one project in one entry.
  case repeatedProject(ProjectID)
  /// A project would have no name.
  case nameMissing(row: SourceRow?)
  /// A change whose keys are not in order, or whose values do not match its kind.
  case malformedChange(row: SourceRow?)
  /// An entry refers to a file whose bytes are neither given nor stored.
  case uploadMissing(sha256: String)
  /// The given bytes do not have the stated hash.
  case uploadDiffers(sha256: String)
  case alreadyUndone(entry: Int64, by: Int64)
  case cannotUndo(entry: Int64, kind: Entry.Kind)
  case nothingToUndo(entry: Int64)
  /// A stored value is invalid: table and row.
  case damaged(table: String, row: Int64)
  /// A backup that does not pass verification.
  case unfitBackup(path: String, findings: Int)
  /// The clock is much later than the last entry, and this was not confirmed.
  case clockAhead(last: Date, now: Date)
  /// The year of the clock is out of range.
  case clockOutside(now: Date)
  /// A truncated backup.
  case truncated(path: String)
  /// A backup whose schema has additional, missing or different objects.
  case foreignSchema(path: String, differences: [SchemaDifference])
  /// There is a ledger where one was to be written.
  case ledgerStands(path: String)
  /// The backup lacks entries of the ledger.
  case losesEntries(path: String, RestoreEffect)
  /// The backup is the ledger that it is to replace.
  case backupIsLedger(path: String)
  case diskFull(path: String)
  /// The disk did not confirm a commit; `stands` is whether its last entry is in the ledger nevertheless, nil if that
  /// is unknown.
  case commitUnproven(entry: Int64, stands: Bool?)
  case notWritable(path: String)
  case notReadable(path: String)
  /// The server that stores the ledger does not answer or refuses the connection, with its message.
  case unreachable(path: String, message: String)
  /// Another transaction committed first, and this one was rolled back.
  case overtaken(path: String)
  /// A known entry is missing: the server was set back to an earlier state.
  case wentBack(path: String, seen: Int64, found: Int64)
  /// The server knows no login of this name.
  case unknownLogin(String)
  /// The engine does not support the operation.
  case notOffered(path: String)
  /// Committed data is in a log that cannot be read in a read-only folder.
  case unreadableLog(path: String)
  /// A ledger of an earlier program in a place that is not writable, so that its schema cannot be upgraded.
  case olderSchema(path: String)
  /// The disk is full, so that a ledger of an earlier program was not upgraded; the file that had no room.
  case notUpgraded(path: String)
  /// A file operation failed: which one, and `errno`.
  case file(path: String, action: String, errno: Int32)
  /// The disk failed: the engine's code and message.
  case diskFailed(code: Int32, message: String)
  /// The engine refused: its own code and message.
  case engine(code: Int32, message: String)
}
