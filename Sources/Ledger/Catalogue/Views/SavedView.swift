/// A list of projects under a name (视图): the URL of the list, kept for whoever saved it or for everybody.
package struct SavedView: Hashable, Sendable {
  /// The number of the entry that added it: also of one that was taken back it stays taken.
  package let code: String
  package var name: String
  /// Who saved it, as entries name people.
  package let owner: String
  package var isShared: Bool
  /// Conditions, order, columns and rendering by their names in the URL of the list; no day.
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

  /// Reads the item; nil when it is another kind of item.
  package init?(_ item: CatalogueItem) {
    guard item.kind == .view, let owner = item.attributes["saved_by"]?.text,
      let asks = item.attributes["asks"]
    else { return nil }
    self.init(
      code: item.code, name: item.name, owner: owner,
      isShared: item.attributes["shared"]?.isTrue ?? false, asks: asks.members.mapValues(\.texts))
  }

  /// The item it is kept as.
  package func item(position: Int) -> CatalogueItem {
    CatalogueItem(
      kind: .view, code: code, name: name, position: position,
      attributes: .map([
        "saved_by": .text(owner), "shared": .text(isShared ? "true" : "false"),
        "asks": .map(asks.mapValues { .list($0.map { .text($0) }) }),
      ]))
  }

  /// Whether somebody may alter it: who saved it, or whoever may read the file.
  package func isOwn(of person: Person) -> Bool {
    person.grants == nil || person.isActor(owner)
  }

  /// Whether somebody is shown it.
  package func isShown(to person: Person) -> Bool { isShared || isOwn(of: person) }
}

extension Catalogue {
  /// The saved lists that somebody is shown: their own first, then those of others, each by name.
  package func views(shownTo person: Person) -> [SavedView] {
    items(of: .view).compactMap { SavedView($0) }.filter { $0.isShown(to: person) }
      .sorted { left, right in
        let (own, others) = (person.isActor(left.owner), person.isActor(right.owner))
        return own == others
          ? (left.name, left.code.count, left.code) < (right.name, right.code.count, right.code)
          : own
      }
  }

  /// The items of a kind without lists that others keep for themselves.
  package func items(of kind: CatalogueKind, shownTo person: Person) -> [CatalogueItem] {
    if kind != .view { return items(of: kind) }
    return items(of: kind).filter { SavedView($0)?.isShown(to: person) ?? true }
  }
}
