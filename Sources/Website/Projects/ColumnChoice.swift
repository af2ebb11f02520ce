import Ledger
import Operations

/// The choice of a list's columns and their order.
struct ColumnChoice {
  let state: ProjectsQuery
  let catalogue: Catalogue

  var view: View {
    let others = (ListColumn.all(without: catalogue.sensitiveFields) + [.place]).filter {
      !state.columns.contains($0)
    }
    return View([
      "keptByColumns": state.kept(without: "cols"),
      "table": Markup { html in
        for (place, column) in state.columns.enumerated() {
          Self.choice(column, isChosen: true, &html) { html in
            if place == 0 { return }
            html.raw(" ")
            html.link(
              state.address("cols", [moved(place).map(\.name).joined(separator: ",")]), "前移")
          }
        }
        for column in others { Self.choice(column, isChosen: false, &html) { _ in } }
      },
      "usualColumns": state.address("cols", []),
    ])
  }

  private static func choice(
    _ column: ListColumn, isChosen: Bool, _ html: inout Markup, more: (inout Markup) -> Void
  ) {
    html.element("<li><label><input type=\"checkbox\" name=\"cols\" value=\"", column.name, "\"")
    html.raw(isChosen ? " checked>" : ">")
    html.element("", column.name, "</label>")
    more(&html)
    html.raw("</li>\n")
  }

  /// Returns the columns with one moved to the left.
  private func moved(_ place: Int) -> [ListColumn] {
    var columns = state.columns
    columns.swapAt(place, place - 1)
    return columns
  }
}
