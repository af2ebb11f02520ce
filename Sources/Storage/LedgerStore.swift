import Engine
package import Foundation
package import Ledger

/// A ledger on disk: the journal, its balance, and the questions they answer.
package final class LedgerStore: Sendable {
  /// What a caller means to do with the ledger.
  package enum Access: Sendable {
    case reading
    /// The one writer; waits this long for another to finish.
    case writing(timeout: Duration)
    /// The same; where no ledger is one begins unseen, and is there for others once it is published.
    case beginning(timeout: Duration)
  }

  /// What a new ledger begins with: its first entry.
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

  /// Opens the ledger at a path, creating the file, its directories and its schema where needed.
  ///
  /// `beginning` is asked only when the ledger has no entry yet; nil from it means that nothing may
  /// be created. Throws `missing` then, `notALedger`, `newerSchema`, `busy`, `notWritable`.
  package static func open(
    path: String, access: Access, watch: LedgerWatch = .nobody,
    beginning: () throws -> Beginning?
  ) throws -> LedgerStore {
    try open(Engines.engine(for: path), path, access, watch, beginning)
  }

  /// The same with an engine that is given.
  static func open(
    _ engine: any DatabaseEngine, _ path: String, _ access: Access, _ watch: LedgerWatch,
    _ beginning: () throws -> Beginning?
  ) throws -> LedgerStore {
    try LedgerOpening(engine: engine, path: path, watch: watch).open(access, beginning)
  }

  /// Whether something stands at a path that may be a ledger; throws what `open` would refuse it with.
  package static func stands(at path: String) throws -> Bool {
    try StorageError.translating {
      let engine = Engines.engine(for: path)
      try engine.check(path: path)
      return try engine.stands(at: path)
    }
  }

  /// Lets whoever watches end a long question, every so many steps.
  func watch(step: Int) throws { if step % 512 == 511 { try watch.waits() } }

  /// Lets a ledger that began unseen take its place: all that was committed to it, or, where this throws,
  /// nothing. It is only to be closed afterwards. Nothing for a ledger that was there.
  package func publish() throws {
    // What was committed to a ledger that was there stands: nothing is asked that could fail now.
    guard database.isUnseen else { return }
    let last = try database.read { try EntryTable.entry(Self.revision($0), $0) }
    do {
      try database.publish()
    } catch let error as StorageError where error.isOfDisk {
      throw error.afterCommit(of: last, database)
    }
  }

  /// Lends the ledger as it is now: every question that it is asked is answered from this state, whoever
  /// commits meanwhile. Nothing can be written into it, and it ends with the body.
  package func atOnce<T>(_ body: (LedgerStore) throws -> T) throws -> T {
    try database.atOnce { try body(LedgerStore($0, watch: watch)) }
  }

  /// Closes the file and lets the next writer in.
  package func close() throws { try database.close() }

  /// The number of the last entry.
  package var revision: Int64 {
    get throws { try database.read { try Self.revision($0) } }
  }

  static func revision(_ session: Session) throws -> Int64 {
    // Which entry is the last?
    try session.row(
      """
      SELECT max(number)
      FROM entry
      """
    ) { try $0.int64IfAny(0, in: Stored.number, "entry", row: $0.int64(0)) }.flatMap { $0 } ?? 0
  }
}
