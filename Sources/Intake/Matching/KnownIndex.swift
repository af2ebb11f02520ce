import Ledger

/// The projects of the ledger, to be found by code, by name, and by names that are much alike.
struct KnownIndex: Sendable {
  let known: [KnownProject]
  private let byCode: [String: [Int32]]
  private let byName: [NameKey: [Int32]]

  init(_ known: [KnownProject]) {
    self.known = known
    var byCode: [String: [Int32]] = [:]
    var byName: [NameKey: [Int32]] = [:]
    byCode.reserveCapacity(known.count)
    byName.reserveCapacity(known.count)
    for index in known.indices {
      if let code = known[index].code { byCode[code, default: []].append(Int32(index)) }
      byName[known[index].nameKey, default: []].append(Int32(index))
    }
    self.byCode = byCode
    self.byName = byName
  }

  var isEmpty: Bool { known.isEmpty }

  /// Where the projects of a code stand; a list may have brought one code twice.
  func positions(code: String) -> [Int] { (byCode[code] ?? []).map(Int.init) }

  func projects(code: String) -> [KnownProject] { positions(code: code).map { known[$0] } }

  func projects(name: NameKey) -> [KnownProject] {
    (byName[name] ?? []).map { known[Int($0)] }
  }

  /// The names by their pairs of characters: made when a row asks, because in most lists none does.
  func grams() -> NameGrams { NameGrams(known.map(\.nameKey)) }

  /// The projects of a row's name, then those whose names share most with it, the likest first.
  func candidates(for row: KnownProject, _ grams: NameGrams) -> [KnownProject] {
    let named = (byName[row.nameKey] ?? []).map(Int.init)
    let alike = grams.nearest(to: row.nameKey).filter { !named.contains($0) }
    return (named + alike).map { known[$0] }
  }
}
