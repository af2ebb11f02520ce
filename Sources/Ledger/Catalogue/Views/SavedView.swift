/// A saved list of projects (视图): the query of the list's URL, for its owner or for everybody.
package struct SavedView: Hashable, Sendable {
  /// The number of the entry that added it; it stays reserved after an undo.
  package let code: String
  package var name: String
  /// The person who saved it, as named in entries.
  package let owner: String
  package var isShared: Bool
  /// Conditions, order, columns and rendering by their names in the list's URL; without a day.
  package var asks: [String: [String]]

  package init(
    code: String, name: String, owner: String, isShared: Bool, asks: [String: [String]]
  ) {
    self.code = code
    self.name = name
    self.owner = owner
    self.isShared = isShared
    self.asks = asks
  }

  /// Decodes the item; nil for other kinds.
  package init?(_ item: CatalogueItem) {
    guard item.kind == .view, let owner = item.attributes["saved_by"]?.text,
      let asks = item.attributes["asks"]
    else { return nil }
    self.init(
      code: item.code, name: item.name, owner: owner,
      isShared: item.attributes["shared"]?.isTrue ?? false, asks: asks.members.mapValues(\.texts))
  }

  /// The catalogue item that stores it.
  package func item(position: Int) -> CatalogueItem {
    CatalogueItem(
      kind: .view, code: code, name: name, position: position,
      attributes: .map([
        "saved_by": .text(owner), "shared": .text(isShared ? "true" : "false"),
        "asks": .map(asks.mapValues { .list($0.map { .text($0) }) }),
      ]))
  }

  /// Whether a person may change it: the one who saved it, or anyone with direct file access.
  package func isOwn(of person: Person) -> Bool {
    person.grants == nil || person.isActor(owner)
  }

  /// Whether a person can see it.
  package func isShown(to person: Person) -> Bool { isShared || isOwn(of: person) }
}

extension Catalogue {
  /// The saved lists that a person can see: own ones first, then others', each by name.
  package func views(shownTo person: Person) -> [SavedView] {
    items(of: .view).compactMap { SavedView($0) }.filter { $0.isShown(to: person) }
      .sorted { left, right in
        let (own, others) = (person.isActor(left.owner), person.isActor(right.owner))
        return own == others
          ? (left.name, left.code.count, left.code) < (right.name, right.code.count, right.code)
          : own
      }
  }

  /// The items of a kind, without the private saved lists of others.
  package func items(of kind: CatalogueKind, shownTo person: Person) -> [CatalogueItem] {
    if kind != .view { return items(of: kind) }
    return items(of: kind).filter { SavedView($0)?.isShown(to: person) ?? true }
  }
}
