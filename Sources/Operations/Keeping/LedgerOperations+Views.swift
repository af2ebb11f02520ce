package import Ledger
import Storage
import Wording

/// A saved list that was added, changed or removed.
package struct ViewOutcome: Sendable {
  /// Nil if nothing changed.
  package let entry: Entry?
  package let view: SavedView
}

extension LedgerOperations {
  /// The saved lists visible to the person, their own first.
  package func views() throws -> [SavedView] {
    try reading { _, catalogue in catalogue.views(shownTo: person) }
  }

  /// Saves a list of projects under a name, as an entry like any other. Throws `nameTaken` if another visible
  /// list has the name.
  package func saveView(
    named name: String, asking asks: [String: [String]], isShared: Bool
  ) throws -> ViewOutcome {
    try act(.see) { act in
      let catalogue = act.catalogue
      let code = String(try act.store.revision + 1)
      let view = SavedView(
        code: code, name: name, owner: actor, isShared: isShared, asks: asks)
      try refuseTaken(view, catalogue)
      let position = (catalogue.items(of: .view).map(\.position).max() ?? 0) + 1
      let entry = try act.write(
        act.entry(.catalogue, items: [view.item(position: position)], because: nil))
      return ViewOutcome(entry: entry, view: view)
    }
  }

  /// Changes a saved list of the person: its name, filter or visibility. Throws `unknownItem`, `viewOfOther`,
  /// `nameTaken`.
  package func alterView(
    _ code: String, _ alter: (inout SavedView) -> Void
  ) throws -> ViewOutcome {
    try act(.see) { act in
      let (item, before) = try ownView(code, act.catalogue)
      var view = before
      alter(&view)
      if view == before { return ViewOutcome(entry: nil, view: view) }
      try refuseTaken(view, act.catalogue)
      let entry = try act.write(
        act.entry(.catalogue, items: [view.item(position: item.position)], because: nil))
      return ViewOutcome(entry: entry, view: view)
    }
  }

  /// Removes a saved list of the person; its history stays. Throws `unknownItem`, `viewOfOther`.
  package func removeView(_ code: String) throws -> ViewOutcome {
    try act(.see) { act in
      let (item, view) = try ownView(code, act.catalogue)
      let entry = try act.write(
        act.entry(.catalogue, items: [item.withdrawn], because: nil))
      return ViewOutcome(entry: entry, view: view)
    }
  }

  /// Throws `viewOfOther` if an item is a saved list that only another person may change.
  func refuseForeignViews(_ items: some Sequence<CatalogueItem>) throws {
    for case let view? in items.map({ SavedView($0) }) where !view.isOwn(of: person) {
      throw OperationError.viewOfOther(view.name, owner: view.owner)
    }
  }

  private func ownView(
    _ code: String, _ catalogue: Catalogue
  ) throws -> (CatalogueItem, SavedView) {
    guard let item = catalogue.item(.view, code), let view = SavedView(item),
      view.isShown(to: person)
    else { throw OperationError.unknownItem(kind: CatalogueKind.view.label, code: code) }
    try refuseForeignViews([item])
    return (item, view)
  }

  /// Names are unique among the lists visible to a person.
  private func refuseTaken(_ view: SavedView, _ catalogue: Catalogue) throws {
    let others = catalogue.views(shownTo: person).filter { $0.code != view.code }
    guard let other = others.first(where: { $0.name == view.name }) else { return }
    throw OperationError.nameTaken(view.name, kind: .view, code: other.code, by: other.name)
  }
}
