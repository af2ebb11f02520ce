import Engine
package import Foundation
import Machine
import Storage
import Synchronization

/// The file of accounts, sessions, tokens and audit beside a ledger.
///
/// It is not part of the ledger's chain: signing in and looking never wait for the ledger's writer. Several
/// processes may have it open, such as the server and the command line.
package final class AccessFile: Sendable {
  package let path: String
  /// The clock.
  package let now: @Sendable () -> Date
  package let hasher: PasswordHasher
  let database: any Database
  let throttle = Throttle()
  /// Whether the throttle has loaded the attempts made before the file was opened.
  let isRecalled = Atomic(false)
  let lastSeen = LastSeen()
  let strangers = RefusalLines()
  /// Whether writing the pending counts of strangers is scheduled.
  let isSettling = Atomic(false)
  private let audit: AuditWriter

  private init(
    _ database: any Database, path: String, hasher: PasswordHasher,
    now: @escaping @Sendable () -> Date
  ) {
    self.database = database
    self.path = path
    self.hasher = hasher
    self.now = now
    audit = AuditWriter(database)
  }

  /// Where it stands for a ledger: `NAME.access.sqlite` beside `NAME.sqlite`; in the server that keeps the ledger,
  /// where one does.
  package static func path(beside ledger: String) -> String {
    if Engines.isServer(ledger) { return ledger }
    let ledger = RealPath.of(ledger)
    let ending = ".sqlite"
    return (ledger.hasSuffix(ending) ? String(ledger.dropLast(ending.count)) : ledger)
      + ".access.sqlite"
  }

  /// Whether there is one for a ledger. Throws `unreachable` where that cannot be told.
  package static func stands(beside ledger: String) throws -> Bool {
    try Engines.accountsStand(at: path(beside: ledger))
  }

  /// All files that belong to it, whether or not they exist.
  package static func files(beside ledger: String) -> [String] {
    Engines.files(ofAccounts: path(beside: ledger))
  }

  /// Opens the file of a ledger. `beginning`, if the file may be created, returns the ledger's last entry: later
  /// entries are to have a line in the audit. Throws `AccessError.noAccounts` if there is no file and none may be
  /// created, and `StorageError`.
  package static func open(
    beside ledger: String, hasher: PasswordHasher = PasswordHasher(),
    now: @escaping @Sendable () -> Date = { Date() }, beginning: (() throws -> Int64)? = nil
  ) throws -> AccessFile {
    let path = path(beside: ledger)
    let isThere = try stands(beside: ledger)
    let revision = isThere ? nil : try beginning?()
    guard isThere || revision != nil else { throw AccessError.noAccounts }
    let file = AccessFile(
      try Engines.accounts(at: path), path: path, hasher: hasher, now: now)
    if let revision {
      try file.write { rows in
        guard try AuditTable.head(rows).number == 0 else { return }
        try AuditTable.append(
          AuditLine(.begin, by: .server, on: "", entry: revision), at: file.now(), rows)
      }
    }
    return file
  }

  /// Runs queries on one state of the file.
  func read<T>(_ body: (Rows) throws -> T) throws -> T {
    try StorageError.translating { try database.read { try body(Rows($0)) } }
  }

  /// Runs statements in one durable transaction.
  func write<T>(_ body: (Rows) throws -> T) throws -> T {
    try StorageError.translating { try database.write { try body(Rows($0)) } }
  }

  /// Runs `body` and writes its line, both or neither.
  func write<T>(_ line: AuditLine, _ body: (Rows) throws -> T) throws -> T {
    try write { rows in
      let result = try body(rows)
      try AuditTable.append(line, at: now(), rows)
      return result
    }
  }

  /// Writes a line about something done elsewhere; it is durable when this returns. Lines that arrive while others
  /// are being written share the next write.
  package func record(_ line: AuditLine) throws {
    try StorageError.translating { try audit.record(line, at: now()) }
  }

  /// Writes a compact copy into a new or empty file.
  package func copy(to path: String) throws {
    try StorageError.translating { try database.copy(to: path) }
  }

  package func close() throws {
    let settling = Result { try strangers.settle(at: now(), all: true, add) }
    try StorageError.translating { try database.close() }
    try settling.get()
  }
}
