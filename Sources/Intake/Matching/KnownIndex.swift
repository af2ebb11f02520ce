import Ledger

/// The projects of the ledger, to be found by code, by name, and by names that are much alike.
struct KnownIndex: Sendable {
  let known: [KnownProject]
  private let byCode: HashedPlaces
  private let byName: HashedPlaces

  init(_ known: [KnownProject]) {
    self.known = known
    byCode = HashedPlaces(known.count) { known[$0].code.map(ByteHash.of) }
    byName = HashedPlaces(known.count) { known[$0].nameKey.hash }
  }

  var isEmpty: Bool { known.isEmpty }

  /// Where the projects of a code stand; a list may have brought one code twice.
  func positions(code: String) -> [Int] {
    byCode.all(of: ByteHash.of(code)) { known[$0].code == code }
  }

  func projects(code: String) -> [KnownProject] { positions(code: code).map { known[$0] } }

  func projects(name: NameKey) -> [KnownProject] { positions(name: name).map { known[$0] } }

  private func positions(name: NameKey) -> [Int] {
    byName.all(of: name.hash) { known[$0].nameKey == name }
  }

  /// The names by their pairs of characters: made when a row asks, because in most lists none does.
  func grams() -> NameGrams { NameGrams(known.map(\.nameKey)) }

  /// The projects of a row's name, then those whose names share most with it, the likest first.
  func candidates(for row: KnownProject, _ grams: NameGrams) -> [KnownProject] {
    let named = positions(name: row.nameKey)
    let alike = grams.nearest(to: row.nameKey).filter { !named.contains($0) }
    return (named + alike).map { known[$0] }
  }
}
