/// Items that belong to a year, because the government sets them anew each year. An item keeps its code in
/// the year it was created for, and is `CODE@YEAR` in others.
extension CatalogueItem {
  /// The kinds whose items belong to a year.
  package static let yearlyKinds: Set<CatalogueKind> = [.target, .task]

  /// The code without the year.
  package var codeOfAllYears: String {
    Self.yearlyKinds.contains(kind) ? String(code.prefix { $0 != "@" }) : code
  }

  /// The year it belongs to; nil for kinds without years.
  package var year: Int? {
    Self.yearlyKinds.contains(kind) ? attributes["year"]?.integer ?? Self.firstYear : nil
  }

  /// The year of the government report that the shipped catalogue comes from: the default year.
  private static let firstYear = 2026

  /// Whether it was copied from another year and not yet confirmed for this one.
  package var isDraft: Bool { attributes["draft"]?.isTrue ?? false }

  /// A copy for another year, as a draft: leads and measure are kept; the target figure and the state of a
  /// task are not.
  package func drafted(for other: Int) -> CatalogueItem {
    guard let year else { return self }
    var members = attributes.members
    for key in ["value", "state"] { members[key] = nil }
    members["year"] = .text(String(other))
    members["draft"] = .text("true")
    members["deadline"] = members["deadline"]?.moved(by: other - year)
    members["measure"] = members["measure"]?.measureMoved(by: other - year)
    return CatalogueItem(
      kind: kind, code: "\(codeOfAllYears)@\(other)", name: name, position: position,
      aliases: aliases, attributes: .map(members))
  }
}

extension Attribute {
  /// A text that begins with a year, moved by some years: `2026`, `2026-12-31`.
  fileprivate func moved(by years: Int) -> Attribute {
    guard let text, let year = Int(text.prefix(4)), text.prefix(4).count == 4 else { return self }
    return .text(String(year + years) + text.dropFirst(4))
  }

  /// A target's measure moved by some years: only members that are years change, never amounts.
  fileprivate func measureMoved(by years: Int) -> Attribute {
    switch self {
    case .text: return self
    case .list(let items): return .list(items.map { $0.measureMoved(by: years) })
    case .map(var members):
      let namesYear = self["op"]?.text == "in_year" || self["field"]?.text == "register.year"
      for (key, value) in members {
        let isYear = key == "base_year" || key == "period" || key == "value" && namesYear
        members[key] = isYear ? value.moved(by: years) : value.measureMoved(by: years)
      }
      return .map(members)
    }
  }
}

extension Catalogue {
  /// The item of a code without year in a year.
  package func item(_ kind: CatalogueKind, _ code: String, of year: Int) -> CatalogueItem? {
    items(of: kind).first { $0.codeOfAllYears == code && $0.year == year }
  }

  /// The items of the latest year before this one that has any, of the kinds with years.
  package func items(before year: Int) -> (year: Int, items: [CatalogueItem])? {
    let earlier = CatalogueKind.allCases.filter(CatalogueItem.yearlyKinds.contains)
      .flatMap { items(of: $0) }.filter { $0.year.map { $0 < year } ?? false }
    guard let last = earlier.compactMap(\.year).max() else { return nil }
    return (last, earlier.filter { $0.year == last })
  }

  /// The item for a year: that year's, else a draft of the latest one before it.
  package func item(
    _ kind: CatalogueKind, _ code: String, inOrDraftedFor year: Int
  ) -> CatalogueItem? {
    if let own = item(kind, code, of: year) { return own }
    let earlier = items(of: kind).filter { item in
      item.codeOfAllYears == code && item.year.map { $0 < year } ?? false
    }
    return earlier.max { ($0.year ?? 0) < ($1.year ?? 0) }?.drafted(for: year)
  }
}
