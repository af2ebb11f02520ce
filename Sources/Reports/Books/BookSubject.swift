import Ledger

/// The subject of a book whose filter chooses one chain, area or unit and nothing else that a title could name.
struct BookSubject: Hashable {
  /// The beginning of a title: 新能源产业链, 鹿寨县, 市工信局.
  let name: String
  let isChain: Bool

  init?(_ filter: ProjectFilter, _ catalogue: Catalogue) {
    let chosen =
      filter.chains.map { (CatalogueKind.chain, $0) } + filter.districts.map { (.district, $0) }
      + filter.zones.map { (.zone, $0) } + filter.units.map { (.unit, $0) }
    guard chosen.count == 1, let (kind, code) = chosen.first else { return nil }
    isChain = kind == .chain
    name = catalogue.name(of: kind, code) + (isChain ? "产业链" : "")
  }

  /// 新能源产业链项目台账, 鹿寨县重大项目台账: the title for all projects adapted to the subject.
  func title(_ title: String) -> String {
    let said = isChain ? ["重大", "产业链"].first { title.hasPrefix($0) } : nil
    return name + title.dropFirst(said?.count ?? 0)
  }
}
