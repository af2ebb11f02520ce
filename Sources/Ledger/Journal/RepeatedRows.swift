/// The rows of a list that repeat what is known of their projects, found by the project.
package struct RepeatedRows: Sendable {
  /// Rows that follow each other and repeat projects that do.
  struct Run: Sendable {
    let project: ProjectID
    let count: Int
    let row: SourceRow
  }

  /// By their first projects.
  private let runs: [Run]

  init(_ runs: [Run]) { self.runs = runs.sorted { $0.project < $1.project } }

  /// The row that repeats a project; nil when none does.
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
