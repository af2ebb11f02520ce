/// Items that belong to a year: what the government sets anew for each. An item keeps its code in the year
/// it was made for, and is `CODE@YEAR` in another.
extension CatalogueItem {
  /// The kinds whose items belong to a year.
  package static let yearlyKinds: Set<CatalogueKind> = [.target, .task]

  /// The code that it has in every year.
  package var codeOfAllYears: String {
    Self.yearlyKinds.contains(kind) ? String(code.prefix { $0 != "@" }) : code
  }

  /// The year that it belongs to; nil where its kind belongs to none.
  package var year: Int? {
    Self.yearlyKinds.contains(kind) ? attributes["year"]?.integer ?? Self.firstYear : nil
  }

  /// The year of the report that the shipped catalogue was made from: what names no year is of that.
  private static let firstYear = 2026

  /// Whether it was carried over from another year, and nobody handed it down for this one.
  package var isDraft: Bool { attributes["draft"]?.isTrue ?? false }

  /// The same for another year as a draft: who leads and how it is measured go on; the figure that is to be
  /// reached, and how far a task has come, do not.
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
  /// A text that begins with a year, of so many years later: `2026`, `2026-12-31`.
  fileprivate func moved(by years: Int) -> Attribute {
    guard let text, let year = Int(text.prefix(4)), text.prefix(4).count == 4 else { return self }
    return .text(String(year + years) + text.dropFirst(4))
  }

  /// How a target of so many years later is measured: years are named where a measure names them, and no
  /// sum is taken for one.
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
  /// The item of a year with a code of all years.
  package func item(_ kind: CatalogueKind, _ code: String, of year: Int) -> CatalogueItem? {
    items(of: kind).first { $0.codeOfAllYears == code && $0.year == year }
  }

  /// The items of the latest year before one that has any of the kinds that belong to a year.
  package func items(before year: Int) -> (year: Int, items: [CatalogueItem])? {
    let earlier = CatalogueKind.allCases.filter(CatalogueItem.yearlyKinds.contains)
      .flatMap { items(of: $0) }.filter { $0.year.map { $0 < year } ?? false }
    guard let last = earlier.compactMap(\.year).max() else { return nil }
    return (last, earlier.filter { $0.year == last })
  }

  /// The item as it would be in a year: that year's, else a draft of the latest one before it.
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
