import SpreadsheetWriting
import Storage

extension ErrorWording {
  /// Whether an error says that there is no room where the ledger stands.
  package static func isFullDisk(_ error: any Error) -> Bool {
    if case StorageError.diskFull = error { return true }
    if case WriteError.diskFull = error { return true }
    return false
  }
}
