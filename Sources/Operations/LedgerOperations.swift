package import Foundation
package import Ledger
import Logging
package import Spreadsheet
package import Storage
package import Wording

/// The operations of one person on one ledger: its path, the actor and the clock.
///
/// Each operation is an extension of this type in its own file.
package struct LedgerOperations: Sendable {
  /// The path of the ledger file.
  package let path: String
  /// The person whose permissions apply.
  package let person: Person
  /// The name of the person as every entry records it.
  package let actor: String
  /// The clock.
  package let now: @Sendable () -> Date
  /// How long to wait for another writer to finish.
  package var patience = Duration.seconds(30)
  /// The size limits for reading a list; stricter for uploads by untrusted senders.
  package var limits = Limits.standard
  /// The stop request that long work and waiting check.
  package var interruption = Interruption()
  /// Callbacks for what the ledger cannot decide or report itself.
  package var watch = LedgerWatch.nobody
  /// How the front end words its hints in exported files.
  package var hints: HintWords = { _ in nil }
  /// Whether a missing ledger may be created. Only operations that add projects set it: elsewhere a path
  /// without a ledger is mistyped.
  package var beginsLedgers = false
  /// Whether a question upgrades a ledger of an earlier program, as everywhere but where many are asked.
  var upgradesLedgers = true
  /// The files and folders that the command reads; no output may overwrite one.
  package var inputs: [String] = []
  /// The right that questions require and whose scope they are restricted to.
  var purpose = Right.see
  /// A snapshot of an open ledger to answer questions from; nil opens the ledger for each question.
  var state: LedgerStore?
  /// Receives errors from closing the ledger after the operation itself succeeded.
  package var onUnsettled: @Sendable (any Error) -> Void = { _ in }

  /// Operations of a caller who can read the file, known only by name.
  package init(path: String, actor: String, now: @escaping @Sendable () -> Date = { Date() }) {
    self.init(path: path, person: Person(name: actor), actor: actor, now: now)
  }

  /// Operations of a person whom `actor` names as the ledger's catalogue does.
  package init(
    path: String, person: Person, actor: String, now: @escaping @Sendable () -> Date
  ) {
    self.path = path
    self.person = person
    self.actor = actor
    self.now = now
  }

  /// Runs `body` with the ledger open for reading, without creating it. If the ledger is missing and may be
  /// created, `body` reads the contents a new one would have. Throws `StorageError.missing` if it may not.
  package func reading<Result>(
    _ body: (LedgerStore, Catalogue) throws -> Result
  ) throws -> Result {
    if let state { return try ask(state, body) }
    if beginsLedgers, try !LedgerStore.stands(at: path) {
      return try asBegun { try $0.writing(body) }
    }
    return try with(upgradesLedgers ? .reading : .readingAsItIs) { store, _ in try ask(store, body)
    }
  }

  /// Runs `body` on the part of the ledger that the person may see.
  private func ask<Result>(
    _ store: LedgerStore, _ body: (LedgerStore, Catalogue) throws -> Result
  ) throws -> Result {
    let catalogue = try store.catalogue()
    let permissions = permissions(in: catalogue)
    if purpose != .see { try permissions.require(purpose, in: catalogue) }
    return try body(
      store.seen(by: permissions.sight(for: purpose, catalogue)), catalogue)
  }

  /// Creates the ledger if it does not exist.
  package func beginLedger() throws { try writing { _, _ in } }

  /// Runs `body` as the ledger's only writer. A ledger that it creates is created together with everything
  /// `body` writes, or not at all.
  package func writing<Result>(
    _ body: (LedgerStore, Catalogue) throws -> Result
  ) throws -> Result {
    try with(beginsLedgers ? .beginning(timeout: patience) : .writing(timeout: patience), body)
  }

  /// The logger for diagnosing slow or failed runs.
  static let log = Logger(label: "taizhang")

  private func with<Result>(
    _ access: LedgerStore.Access, _ body: (LedgerStore, Catalogue) throws -> Result
  ) throws -> Result {
    var watch = watch
    watch.waits = interruption.check
    let store = try LedgerStore.open(
      path: path, access: access, watch: watch, beginning: beginning)
    let result: Result
    do {
      let catalogue = try store.catalogue()
      // Writers read unmasked what they may see: a value is compared before it is replaced.
      result = try body(
        store.seen(by: Sight(permissions(in: catalogue).reach(of: .see))), catalogue)
      try store.publish()
    } catch {
      // The first error is the cause; an error from closing after it is only noise.
      try? store.close()
      throw error
    }
    // The commit is durable by now, so a failure to close is not a failure of the operation.
    do { try store.close() } catch { onUnsettled(error) }
    return result
  }

  /// The contents of a new ledger; nil if none may be created.
  func beginning() throws -> LedgerStore.Beginning? {
    guard beginsLedgers else { return nil }
    return LedgerStore.Beginning(
      at: now(), actor: actor, catalogue: try Catalogue.shipped().items)
  }

  /// Runs `body` on a new temporary ledger that is deleted afterwards.
  private func asBegun<Result>(_ body: (LedgerOperations) throws -> Result) throws -> Result {
    let folder = try ScratchFolder()
    var operations = LedgerOperations(
      path: folder.path + "/ledger.sqlite", person: person, actor: actor, now: now)
    operations.beginsLedgers = true
    operations.interruption = interruption
    return try withExtendedLifetime(folder) { try body(operations) }
  }

  /// The year of today in Shanghai.
  package var currentYear: Int { ShanghaiCalendar.year(of: now()) }

  /// Today in Shanghai. Throws `malformedDay` if the clock's year is out of range for a date.
  package var today: PartialDate {
    get throws {
      let moment = now()
      guard let today = ShanghaiCalendar.day(of: moment) else {
        throw OperationError.malformedDay(ShanghaiCalendar.text(moment))
      }
      return today
    }
  }
}
