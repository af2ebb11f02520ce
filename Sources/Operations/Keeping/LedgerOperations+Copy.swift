package import Ledger
import Storage

extension LedgerOperations {
  /// Writes the ledger a second time where none stands, in a file or in a server, and proves it there: every hash
  /// as it was, or nothing is written. Accounts are not copied. Returns the last entry.
  package func copy(to target: String) throws -> Entry {
    try reading { _, catalogue in
      try permissions(in: catalogue).require(.backup, in: catalogue)
    }
    var watch = watch
    watch.waits = interruption.check
    return try LedgerStore.copy(from: path, to: target, timeout: patience, watch: watch)
  }
}
