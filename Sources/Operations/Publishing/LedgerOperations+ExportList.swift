package import Ledger
import Reports
import Storage

extension LedgerOperations {
  /// Writes a list of projects with its columns as a workbook into a folder; returns its path.
  package func exportList(
    _ options: QuestionOptions, columns: [ListColumn], to folder: String
  ) throws -> String {
    var operations = self
    operations.purpose = .export
    let answer = try operations.table(options, columns: columns)
    return try operations.reading { store, catalogue in
      var edition = try BookPress.edition(answer.filter, store, catalogue)
      edition.making.imprint.maker = maker
      let path = folder + "/" + edition.fileName(ListBook.title, .xlsx)
      try ListBook(
        edition, labels: answer.content.labels,
        rows: answer.content.rows.map { row in row.map { $0?.inBook } }
      ).write(to: try output(path))
      return path
    }
  }

  /// The number of projects of a filter with each light, ignoring the filter's own lights.
  package func lights(
    _ options: QuestionOptions
  ) throws -> [(light: LightRule.Light, count: Int)] {
    try reading { store, catalogue in
      var filter = try ProjectFilter(options: options.filter, catalogue: catalogue)
      filter.lights = []
      return try store.once("lights \(filter.queryText)") {
        let counts = try Self.lights(filter, store)
        return LightRule.Light.allCases.map { (light: $0, count: counts[$0] ?? 0) }
      }
    }
  }
}

extension ProjectTable.Cell {
  fileprivate var inBook: ListBook.Cell {
    switch self {
    case .value(.money(let money)): .money(money)
    case .value: .text(text)
    case .id(let id): .count(id)
    case .rate(let rate): .rate(rate)
    }
  }
}
