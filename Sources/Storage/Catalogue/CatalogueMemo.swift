import Engine
import Ledger
import Synchronization

/// The catalogue as last read, with the number of its last change, which shows whether it is current.
final class CatalogueMemo: Sendable {
  private struct Reading {
    let change: Int64
    let catalogue: Catalogue
  }

  private let last = Mutex<Reading?>(nil)
  private let numbers = Mutex<(change: Int64, items: ItemNumbers)?>(nil)

  /// Whether there is no catalogue yet, or there are no numbers of its items.
  var lacksCatalogue: Bool { last.withLock { $0 == nil } }
  var lacksItems: Bool { numbers.withLock { $0 == nil } }

  /// The numbers of items up to a change, read only if others are cached.
  func items(through change: Int64, read: () throws -> ItemNumbers) rethrows -> ItemNumbers {
    if let known = numbers.withLock({ $0 }), known.change == change { return known.items }
    let items = try read()
    numbers.withLock { $0 = (change, items) }
    return items
  }

  /// The catalogue up to a change, read only if another one is cached.
  func catalogue(through change: Int64, read: () throws -> Catalogue) rethrows -> Catalogue {
    if let reading = last.withLock({ $0 }), reading.change == change { return reading.catalogue }
    let reading = Reading(change: change, catalogue: try read())
    last.withLock { $0 = reading }
    return reading.catalogue
  }
}

extension CatalogueTable {
  /// The catalogue as of an entry; before the first entry, as of the first.
  static func catalogue(through revision: Int64, _ session: Session) throws -> Catalogue {
    Catalogue(items: try items(through: max(1, revision), session))
  }

  /// Which change of the catalogue is the last?
  static let change = ForeseenQuery(
    """
    SELECT coalesce(max(id), 0)
    FROM catalogue_change
    """, [], isStream: false)

  /// The number of the last change of the catalogue; 0 if there is none.
  static func lastChange(_ session: Session) throws -> Int64 {
    try session.integer(change.sql)
  }

  /// The current catalogue.
  static func catalogue(_ session: Session) throws -> Catalogue {
    guard let memo = session.memo else { return Catalogue(items: try items(session)) }
    return try memo.catalogue(through: lastChange(session)) { Catalogue(items: try items(session)) }
  }
}
