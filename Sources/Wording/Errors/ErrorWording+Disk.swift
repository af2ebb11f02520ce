import SpreadsheetWriting
import Storage

extension ErrorWording {
  /// Whether an error means that the ledger's disk is full.
  package static func isFullDisk(_ error: any Error) -> Bool {
    if case StorageError.diskFull = error { return true }
    if case StorageError.notUpgraded = error { return true }
    if case WriteError.diskFull = error { return true }
    return false
  }
}
