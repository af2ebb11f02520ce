package import Ledger
import Storage

extension LedgerOperations {
  /// Copies the ledger to a new file or database and verifies the copy: all hashes are equal, or nothing is
  /// written. Accounts are not copied. Returns the last entry.
  package func copy(to target: String) throws -> Entry {
    try reading { _, catalogue in
      try permissions(in: catalogue).require(.backup, in: catalogue)
    }
    var watch = watch
    watch.waits = interruption.check
    return try LedgerStore.copy(from: path, to: target, timeout: patience, watch: watch)
  }
}
