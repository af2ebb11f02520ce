import Ledger
import Operations

/// 视图: the saved views above a list, and the form that saves the current one. Filtering does not change a saved view.
struct SavedViews {
  let state: ProjectsQuery
  let person: Person

  var view: View {
    let views = state.catalogue.views(shownTo: person)
    let present = state.asks
    let current = views.first { $0.asks == present }
    return View([
      "currentView": current?.name,
      "views": views.map { view in
        View([
          "name": view.name, "href": address(of: view), "current": view == current,
          "owner": person.isActor(view.owner) ? nil : view.owner,
        ])
      },
      "replaceable": views.filter { $0.isOwn(of: person) && $0 != current }.map { view in
        View(["view": view.code, "name": view.name])
      },
      "asks": Query(asks: present).encoded,
    ])
  }

  /// The address of a saved view, as of the day shown.
  private func address(of view: SavedView) -> Address {
    let asks = Query(asks: view.asks)
    return Address(
      "projects", query: state.filter.asOf.map { asks.adding("as-of", $0.text) } ?? asks)
  }
}

extension ProjectsQuery {
  /// The parameters that a saved view stores: all except the day and the page.
  var asks: [String: [String]] { (conditions + shape).values(without: ["as-of"]) }
}

extension Query {
  /// Creates the query of a saved view.
  init(asks: [String: [String]]) {
    self.init(
      asks.sorted { $0.key < $1.key }.flatMap { name, values in
        values.map { Item(name: name, value: $0) }
      })
  }
}
