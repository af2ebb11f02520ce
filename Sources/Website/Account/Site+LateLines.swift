import Access
import Ledger
import Logging
import Operations
import Storage

extension Site {
  /// Adds the audit lines that are missing because a process ended between writing an entry and its line.
  func addLateLines() throws {
    guard let access = try door.access else { return }
    try ledger.reading(at: door.operations) { operations in
      let revision = try operations.reading { store, _ in try store.revision }
      let late = try access.addLateLines(upTo: revision) { number in
        try operations.reading { store, _ in try store.entry(number).actor }
      }
      if !late.isEmpty { Logger(label: "taizhang.website").warning("audit: late lines \(late)") }
    }
    door.noteHead(of: access)
  }
}
