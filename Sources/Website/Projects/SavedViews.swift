import Ledger
import Operations

/// 视图 at the head of a list: the lists that are saved, and saving this one. Filtering alters none of them.
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

  /// The list behind a saved one, on the day that is looked at.
  private func address(of view: SavedView) -> Address {
    let asks = Query(asks: view.asks)
    return Address(
      "projects", query: state.filter.asOf.map { asks.adding("as-of", $0.text) } ?? asks)
  }
}

extension ProjectsQuery {
  /// What a saved list keeps of this one: all but the day and the page.
  var asks: [String: [String]] { (conditions + shape).values(without: ["as-of"]) }
}

extension Query {
  /// The query of a saved list.
  init(asks: [String: [String]]) {
    self.init(
      asks.sorted { $0.key < $1.key }.flatMap { name, values in
        values.map { Item(name: name, value: $0) }
      })
  }
}
