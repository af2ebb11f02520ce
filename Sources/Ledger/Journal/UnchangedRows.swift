/// An index by project of the rows of a list without changes.
package struct UnchangedRows: Sendable {
  /// Consecutive rows with consecutive projects.
  struct Run: Sendable {
    let project: ProjectID
    let count: Int
    let row: SourceRow
  }

  /// The runs, sorted by first project.
  private let runs: [Run]

  init(_ runs: [Run]) { self.runs = runs.sorted { $0.project < $1.project } }

  /// The row of a project; nil if there is none.
  package subscript(project: ProjectID) -> SourceRow? {
    var (low, high) = (0, runs.count)
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].project <= project { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return nil }
    let run = runs[low - 1]
    let offset = Int(project - run.project)
    guard offset < run.count else { return nil }
    return SourceRow(table: run.row.table, number: run.row.number + offset)
  }
}
