import Engine
import Foundation

/// Writes lines to the disk in groups: one of the waiting threads writes for all, and lines that arrive meanwhile
/// form the next group. Nobody waits longer than two writes take.
final class AuditWriter: @unchecked Sendable {
  private final class Group {
    var lines: [(line: AuditLine, at: Date)] = []
    var outcome: Result<Void, any Error>?
  }

  private let database: any Database
  private let condition = NSCondition()
  /// The group being collected; guarded by the condition, like everything here.
  private var next = Group()
  private var isWriting = false

  init(_ database: any Database) { self.database = database }

  /// Writes a line; it is durable when this returns.
  func record(_ line: AuditLine, at: Date) throws {
    condition.lock()
    defer { condition.unlock() }
    let group = next
    group.lines.append((line, at))
    while group.outcome == nil {
      if isWriting {
        condition.wait()
        continue
      }
      isWriting = true
      next = Group()
      condition.unlock()
      let outcome = Result { try write(group.lines) }
      condition.lock()
      group.outcome = outcome
      isWriting = false
      condition.broadcast()
    }
    try group.outcome?.get()
  }

  private func write(_ lines: [(line: AuditLine, at: Date)]) throws {
    try database.write { connection in
      let rows = Rows(connection)
      for (line, at) in lines { try AuditTable.append(line, at: at, rows) }
    }
  }
}
