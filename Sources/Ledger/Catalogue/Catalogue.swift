import LedgerData
import Machine
import Synchronization

/// All named things of the ledger: chains, units, places, stages, registers, targets, tasks …
///
/// The data files are the initial content; afterwards the ledger's tables are authoritative.
package struct Catalogue: Sendable {
  private let byKind: [CatalogueKind: [CatalogueItem]]
  private let positions: [CatalogueKind: [String: Int]]
  /// The sender whose decisions about words apply; nil for none.
  let speaker: String?
  /// Whether unknown words come with similar names; comparing with all names takes longer than everything else.
  let suggests: Bool
  private let names: NameIndexCache
  /// Caches of resolved texts, by the kind of item.
  let memos = Dictionary(
    uniqueKeysWithValues: CatalogueKind.allCases.map { ($0, Memo<Resolution>()) })
  let placeMemo = Memo<PlaceResolution>()
  let stageMemo = Memo<StageResolution>()

  /// Takes items in any order; the last of a repeated code wins, and withdrawn ones are dropped.
  package init(items: [CatalogueItem]) {
    var positions: [CatalogueKind: [String: Int]] = [:]
    byKind = Dictionary(grouping: items, by: \.kind).mapValues { items in
      var last: [String: CatalogueItem] = [:]
      for item in items { last[item.code] = item }
      return last.values.filter { !$0.isWithdrawn }.sorted {
        ($0.position, $0.code) < ($1.position, $1.code)
      }
    }
    for (kind, items) in byKind {
      positions[kind] = Dictionary(
        uniqueKeysWithValues: items.enumerated().map { ($0.element.code, $0.offset) })
    }
    self.positions = positions
    speaker = nil
    suggests = true
    names = NameIndexCache()
  }

  private init(
    _ catalogue: Catalogue, speaker: String?, suggests: Bool, names: NameIndexCache
  ) {
    byKind = catalogue.byKind
    positions = catalogue.positions
    self.speaker = speaker
    self.suggests = suggests
    self.names = names
  }

  /// The same catalogue for callers that only ask what a word means: unknown words have no similar names.
  package var withoutSuggestions: Catalogue {
    Catalogue(self, speaker: speaker, suggests: false, names: names)
  }

  /// The catalogue for one sender's lists: decisions about the sender's words precede all names.
  package func spoken(by sender: String) -> Catalogue {
    decisions(of: sender).isEmpty
      ? self : Catalogue(self, speaker: sender, suggests: suggests, names: NameIndexCache())
  }

  /// The catalogue with items added; they replace items of the same kind and code.
  package func adding(_ items: [CatalogueItem]) -> Catalogue {
    items.isEmpty ? self : Catalogue(items: self.items + items)
  }

  /// The catalogue embedded in the binary.
  package static func shipped() throws -> Catalogue { try embedded.get() }

  private static let embedded = Result {
    Catalogue(items: try LedgerData.catalogue.flatMap { try CatalogueFile.items(in: $0) })
  }

  /// All items, by kind and position.
  package var items: [CatalogueItem] { CatalogueKind.allCases.flatMap { items(of: $0) } }

  /// The items of a kind in their order.
  package func items(of kind: CatalogueKind) -> [CatalogueItem] { byKind[kind] ?? [] }

  /// The item with a code.
  package func item(_ kind: CatalogueKind, _ code: String) -> CatalogueItem? {
    order(of: kind, code).flatMap { byKind[kind]?[$0] }
  }

  /// The name of the item with a code; the code itself if the catalogue has none.
  package func name(of kind: CatalogueKind, _ code: String) -> String {
    item(kind, code)?.name ?? code
  }

  /// The index of an item among its kind, from 0.
  package func order(of kind: CatalogueKind, _ code: String) -> Int? { positions[kind]?[code] }

  /// The codes in catalogue order; unknown ones last, sorted among themselves.
  package func sorted(_ kind: CatalogueKind, _ codes: some Sequence<String>) -> [String] {
    codes.sorted { left, right in
      (order(of: kind, left) ?? .max, left) < (order(of: kind, right) ?? .max, right)
    }
  }

  /// The attributes of a setting.
  package func setting(_ code: String) -> Attribute? { item(.setting, code)?.attributes }

  /// The attributes of a setting; the shipped ones if the ledger was created without it.
  package func settingOrShipped(_ code: String) -> Attribute? {
    setting(code) ?? Self.shippedSettings[code]
  }

  private static let shippedSettings = Dictionary(
    ((try? CatalogueFile.items(in: LedgerData.settings)) ?? []).map { ($0.code, $0.attributes) }
  ) { first, _ in first }

  /// The names of a kind, ready for comparison.
  func nameIndex(_ scope: NameIndex.Scope) -> NameIndex { names.index(scope, of: self) }
}

/// The name indexes of a catalogue, each built on first use.
private final class NameIndexCache: Sendable {
  private let indexes = Mutex<[NameIndex.Scope: NameIndex]>([:])

  func index(_ scope: NameIndex.Scope, of catalogue: Catalogue) -> NameIndex {
    if let index = indexes.withLock({ $0[scope] }) { return index }
    let index = NameIndex(scope, of: catalogue)
    return indexes.withLock { indexes in
      indexes[scope] = indexes[scope] ?? index
      return index
    }
  }
}
