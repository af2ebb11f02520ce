import Ledger
import Operations

/// Which columns a list shows, and in which order.
struct ColumnChoice {
  let state: ProjectsQuery

  var view: View {
    let others = (ListColumn.all(withPersonalData: false) + [.place]).filter {
      !state.columns.contains($0)
    }
    return View([
      "keptByColumns": state.kept(without: "cols"),
      "chosenColumns": state.columns.enumerated().map { place, column in
        View([
          "column": column.name,
          "up": place == 0
            ? nil
            : state.address("cols", [moved(place).map(\.name).joined(separator: ",")]),
        ])
      },
      "otherColumns": View(["table": Self.choices(others)]),
      "usualColumns": state.address("cols", []),
    ])
  }

  private static func choices(_ columns: [ListColumn]) -> Markup {
    Markup { html in
      for column in columns {
        html.element(
          "<li><label><input type=\"checkbox\" name=\"cols\" value=\"", column.name, "\">")
        html.element("", column.name, "</label></li>\n")
      }
    }
  }

  /// The columns with one a place further to the left.
  private func moved(_ place: Int) -> [ListColumn] {
    var columns = state.columns
    columns.swapAt(place, place - 1)
    return columns
  }
}
