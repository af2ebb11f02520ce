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
      "otherColumns": others.map { View(["column": $0.name]) },
      "usualColumns": state.address("cols", []),
    ])
  }

  /// The columns with one a place further to the left.
  private func moved(_ place: Int) -> [ListColumn] {
    var columns = state.columns
    columns.swapAt(place, place - 1)
    return columns
  }
}
