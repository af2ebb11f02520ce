package import Foundation
package import Ledger
import Logging
package import Spreadsheet
package import Storage
package import Wording

/// A person at a ledger: where it is, who acts, and what time it is.
///
/// Every operation is an extension of this type, in a file of its own.
package struct LedgerOperations: Sendable {
  /// The ledger's file.
  package let path: String
  /// Who acts or asks.
  package let person: Person
  /// Who that is in words: written into every entry.
  package let actor: String
  /// The clock.
  package let now: @Sendable () -> Date
  /// How long to wait for another writer.
  package var patience = Duration.seconds(30)
  /// How much a list may ask of the reader; tighter for what strangers send.
  package var limits = Limits.standard
  /// The wish to stop; long work and waiting ask for it.
  package var interruption = Interruption()
  /// Whoever is asked and told what the ledger alone does not know.
  package var watch = LedgerWatch.nobody
  /// How the skin words what people can do, in the files that it hands out.
  package var hints: HintWords = { _ in nil }
  /// Whether a ledger may begin where none is. Only what brings projects in says so: elsewhere a path
  /// without a ledger is a mistyped one.
  package var beginsLedgers = false
  /// What the command reads, files and folders: no output takes the place of one.
  package var inputs: [String] = []
  /// What is done with what is asked: looking at it, or taking it along.
  var purpose = Right.see
  /// The state of an open ledger that questions are answered from; nil where each opens the ledger.
  var state: LedgerStore?
  /// Told what could not be done when the ledger was closed, after all was done that was asked for.
  package var onUnsettled: @Sendable (any Error) -> Void = { _ in }

  /// The operations of whoever may read the file.
  package init(path: String, actor: String, now: @escaping @Sendable () -> Date = { Date() }) {
    self.init(path: path, person: Person(name: actor), actor: actor, now: now)
  }

  /// The operations of a person whom the ledger's own catalogue puts into words.
  package init(
    path: String, person: Person, actor: String, now: @escaping @Sendable () -> Date
  ) {
    self.path = path
    self.person = person
    self.actor = actor
    self.now = now
  }

  /// Does something with the ledger open for reading, which never makes one: where none is and one may
  /// begin, what it would begin with is read. Throws `StorageError.missing` where none may.
  package func reading<Result>(
    _ body: (LedgerStore, Catalogue) throws -> Result
  ) throws -> Result {
    if let state { return try ask(state, body) }
    if beginsLedgers, try !LedgerStore.stands(at: path) {
      return try asBegun { try $0.writing(body) }
    }
    return try with(.reading) { store, _ in try ask(store, body) }
  }

  /// Asks a ledger as it is shown to the person.
  private func ask<Result>(
    _ store: LedgerStore, _ body: (LedgerStore, Catalogue) throws -> Result
  ) throws -> Result {
    let catalogue = try store.catalogue()
    let permissions = permissions(in: catalogue)
    if purpose != .see { try permissions.require(purpose, in: catalogue) }
    return try body(
      store.seen(by: permissions.sight(for: purpose, catalogue)), catalogue)
  }

  /// Begins a ledger where none is.
  package func beginLedger() throws { try writing { _, _ in } }

  /// Does something as the ledger's one writer. Where none is and one may begin, it begins with all that
  /// is done here, or not at all.
  package func writing<Result>(
    _ body: (LedgerStore, Catalogue) throws -> Result
  ) throws -> Result {
    try with(beginsLedgers ? .beginning(timeout: patience) : .writing(timeout: patience), body)
  }

  /// What operations note for whoever looks into a slow or failed run.
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
      // Who writes sees what they may, unmasked: a value is compared before another takes its place.
      result = try body(
        store.seen(by: Sight(permissions(in: catalogue).reach(of: .see))), catalogue)
      try store.publish()
    } catch {
      // The first error is the one that tells; closing after it can only add noise.
      try? store.close()
      throw error
    }
    // What was committed stays committed: that closing fails is no failure of the act.
    do { try store.close() } catch { onUnsettled(error) }
    return result
  }

  /// What a new ledger begins with; nil where none may.
  func beginning() throws -> LedgerStore.Beginning? {
    guard beginsLedgers else { return nil }
    return LedgerStore.Beginning(
      at: now(), actor: actor, catalogue: try Catalogue.shipped().items)
  }

  /// Does something at a ledger that has just begun, and is thrown away.
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

  /// Today in Shanghai; throws `malformedDay` when the clock shows a year that no date can have.
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
