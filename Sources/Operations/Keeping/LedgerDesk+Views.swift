package import Ledger
import Storage
import Wording

/// A saved list as it was added, altered or taken away.
package struct ViewOutcome: Sendable {
  /// Nil where nothing was to be altered.
  package let entry: Entry?
  package let view: SavedView
}

extension LedgerDesk {
  /// The saved lists that the person is shown, their own first.
  package func views() throws -> [SavedView] {
    try reading { _, catalogue in catalogue.views(shownTo: person) }
  }

  /// Keeps a list of projects under a name: an entry like any other. Throws `nameTaken` for the name of
  /// another list that the person is shown.
  package func saveView(
    named name: String, asking asks: [String: [String]], isShared: Bool
  ) throws -> ViewOutcome {
    try writing(for: .see) { store, catalogue in
      let code = String(try store.revision + 1)
      let view = SavedView(
        code: code, name: name, owner: actor, isShared: isShared, asks: asks)
      try refuseTaken(view, catalogue)
      let position = (catalogue.items(of: .view).map(\.position).max() ?? 0) + 1
      return ViewOutcome(entry: try commit(view.item(position: position), store), view: view)
    }
  }

  /// Alters a saved list of one's own: its name, what it shows, who is shown it. Throws `unknownItem`,
  /// `viewOfOther`, `nameTaken`.
  package func alterView(
    _ code: String, _ alter: (inout SavedView) -> Void
  ) throws -> ViewOutcome {
    try writing(for: .see) { store, catalogue in
      let (item, before) = try ownView(code, catalogue)
      var view = before
      alter(&view)
      if view == before { return ViewOutcome(entry: nil, view: view) }
      try refuseTaken(view, catalogue)
      return ViewOutcome(
        entry: try commit(view.item(position: item.position), store), view: view)
    }
  }

  /// Takes a saved list of one's own away; its history stays. Throws `unknownItem`, `viewOfOther`.
  package func removeView(_ code: String) throws -> ViewOutcome {
    try writing(for: .see) { store, catalogue in
      let (item, view) = try ownView(code, catalogue)
      return ViewOutcome(entry: try commit(item.withdrawn, store), view: view)
    }
  }

  /// Throws `viewOfOther` where one of some items is a saved list that somebody else alone alters.
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

  /// Nobody is shown two lists of one name.
  private func refuseTaken(_ view: SavedView, _ catalogue: Catalogue) throws {
    let others = catalogue.views(shownTo: person).filter { $0.code != view.code }
    guard let other = others.first(where: { $0.name == view.name }) else { return }
    throw OperationError.nameTaken(view.name, kind: .view, code: other.code, by: other.name)
  }

  private func commit(_ item: CatalogueItem, _ store: LedgerStore) throws -> Entry {
    try store.commit(
      catalogue: [item], at: now(), actor: actor, reason: nil, expecting: nil)
  }
}
