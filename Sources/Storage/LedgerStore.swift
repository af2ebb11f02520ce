import Engine
package import Foundation
package import Ledger

/// A stored ledger: the journal, its balance, and the queries on them.
package final class LedgerStore: Sendable {
  /// How a caller uses the ledger.
  package enum Access: Sendable {
    case reading
    /// The same, but a ledger of an earlier program is not upgraded: throws `olderSchema`.
    case readingAsItIs
    /// The one writer; waits up to `timeout` for another to finish.
    case writing(timeout: Duration)
    /// The same; a new ledger is invisible to others until it is published.
    case beginning(timeout: Duration)
  }

  /// The first entry of a new ledger.
  package struct Beginning: Sendable {
    package let at: Date
    package let actor: String
    package let catalogue: [CatalogueItem]

    package init(at: Date, actor: String, catalogue: [CatalogueItem]) {
      self.at = at
      self.actor = actor
      self.catalogue = catalogue
    }
  }

  let database: LedgerDatabase
  let watch: LedgerWatch

  init(_ database: LedgerDatabase, watch: LedgerWatch) {
    self.database = database
    self.watch = watch
  }

  /// Opens the ledger at a path, creating the file, its directories and its schema if needed.
  ///
  /// `beginning` is called only if the ledger has no entry; it returns nil if nothing may be created. Throws
  /// `missing` then, `notALedger`, `newerSchema`, `busy`, `notWritable`.
  package static func open(
    path: String, access: Access, watch: LedgerWatch = .nobody,
    beginning: () throws -> Beginning?
  ) throws -> LedgerStore {
    try open(Engines.engine(for: path), path, access, watch, beginning)
  }

  /// The same with a given engine.
  static func open(
    _ engine: any DatabaseEngine, _ path: String, _ access: Access, _ watch: LedgerWatch,
    _ beginning: () throws -> Beginning?
  ) throws -> LedgerStore {
    try LedgerOpening(engine: engine, path: path, watch: watch).open(access, beginning)
  }

  /// Whether there is something at a path that may be a ledger; throws the errors of `open` for an invalid path.
  package static func stands(at path: String) throws -> Bool {
    try StorageError.translating {
      let engine = Engines.engine(for: path)
      try engine.check(path: path)
      return try engine.stands(at: path)
    }
  }

  /// Lets `watch.waits` cancel a long query, every 512 steps.
  func watch(step: Int) throws { if step % 512 == 511 { try watch.waits() } }

  /// Publishes a new ledger with everything committed to it, or nothing if this throws. Afterwards it can only be
  /// closed. Does nothing for an existing ledger.
  package func publish() throws {
    // Commits to an existing ledger are stored already: no query that could fail is run.
    guard database.isUnseen else { return }
    let last = try database.read { try EntryTable.entry(Self.revision($0), $0) }
    do {
      try database.publish()
    } catch let error as StorageError where error.isOfDisk {
      throw error.afterCommit(of: last, database)
    }
  }

  /// Runs `body` on the current state of the ledger: all queries see this state, regardless of concurrent commits. It
  /// is read-only and valid only within `body`.
  package func atOnce<T>(_ body: (LedgerStore) throws -> T) throws -> T {
    try database.atOnce { try body(LedgerStore($0, watch: watch)) }
  }

  /// Closes the ledger and admits the next writer.
  package func close() throws { try database.close() }

  /// The number of the last entry.
  package var revision: Int64 {
    get throws { try database.read { try Self.revision($0) } }
  }

  /// Which entry is the last?
  static let lastEntry = ForeseenQuery(
    """
    SELECT max(number)
    FROM entry
    """, [], isStream: false)

  static func revision(_ session: Session) throws -> Int64 {
    try session.row(lastEntry.sql) {
      try $0.int64IfAny(0, in: Stored.number, "entry", row: $0.int64(0))
    }.flatMap { $0 } ?? 0
  }
}
