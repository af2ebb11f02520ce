package import Foundation
package import Ledger

/// Why the store could not go on: facts only; `Operations` words them for people.
package enum StorageError: Error, Hashable, Sendable {
  /// No file at the path, and nothing was given to create a ledger with.
  case missing(path: String)
  /// A folder, or a pipe or device, which is no file.
  case notAFile(path: String, isFolder: Bool)
  /// The file has several names, under each of which it would be another ledger to whoever writes it.
  case severalNames(path: String, count: Int)
  /// The real path of the file is no UTF-8.
  case nameNotText(path: String)
  /// The file is not a ledger.
  case notALedger(path: String)
  /// A newer program wrote the file.
  case newerSchema(found: Int, known: Int)
  /// Another process is writing, and did not finish in time.
  case busy(path: String)
  /// The ledger moved since the plan was made.
  case stale(expected: Int64, found: Int64)
  case unknownProject(ProjectID)
  case unknownEntry(Int64)
  case unknownReference(key: FieldKey, code: String)
  case unknownItem(kind: CatalogueKind, code: String)
  /// A change states another value before than the ledger holds.
  case beforeDiffers(project: ProjectID, key: FieldKey)
  /// A creation of a project that is there.
  case projectExists(ProjectID)
  /// Two changes of one project in one entry.
  case repeatedProject(ProjectID)
  /// A project would be without a name.
  case nameMissing(row: SourceRow?)
  /// A change whose keys are not in order, or whose values do not suit its kind.
  case malformedChange(row: SourceRow?)
  /// An entry names a file whose bytes were neither given nor kept before.
  case uploadMissing(sha256: String)
  /// The bytes given are not those of the hash stated.
  case uploadDiffers(sha256: String)
  case alreadyUndone(entry: Int64, by: Int64)
  case cannotUndo(entry: Int64, kind: Entry.Kind)
  case nothingToUndo(entry: Int64)
  /// What is stored cannot be read: table and row.
  case damaged(table: String, row: Int64)
  /// A backup that does not pass verification.
  case unfitBackup(path: String, findings: Int)
  /// The clock is much later than the last entry, and nobody said that it is right.
  case clockAhead(last: Date, now: Date)
  /// The clock shows a year that no date can have.
  case clockOutside(now: Date)
  /// A backup that ends too early.
  case truncated(path: String)
  /// A backup with objects that no ledger has, or without some that every ledger has.
  case foreignSchema(path: String, differences: [SchemaDifference])
  /// A ledger stands where one was to be written.
  case ledgerStands(path: String)
  /// Entries of the ledger are not in the backup.
  case losesEntries(path: String, RestoreEffect)
  /// The backup is the ledger that it is to replace.
  case backupIsLedger(path: String)
  case diskFull(path: String)
  /// The disk refused to confirm a commit: whether its last entry is in the ledger all the same; nil when
  /// that could not be looked up.
  case commitUnproven(entry: Int64, stands: Bool?)
  case notWritable(path: String)
  case notReadable(path: String)
  /// The server that keeps the ledger does not answer, or not us: what it or its library says.
  case unreachable(path: String, message: String)
  /// Somebody else committed between, and the engine takes nothing more of this transaction.
  case overtaken(path: String)
  /// An entry is gone that was seen: what keeps the ledger was put back to an earlier state.
  case wentBack(path: String, seen: Int64, found: Int64)
  /// What keeps the ledger cannot do what is asked.
  case notOffered(path: String)
  /// What was committed stands in a log that cannot be read in a folder that may only be read.
  case unreadableLog(path: String)
  /// A ledger of an earlier program, which cannot be taken to this one's schema where it stands.
  case olderSchema(path: String)
  /// A file operation failed: what was done, and the system's error number.
  case file(path: String, action: String, errno: Int32)
  /// The disk failed: the engine's code and message.
  case diskFailed(code: Int32, message: String)
  /// The engine refused: its own code and message.
  case engine(code: Int32, message: String)
}
