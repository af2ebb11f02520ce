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
    let answer = try operations.list(options) { store, list, filter, catalogue in
      var edition = try BookPress.edition(filter, store, catalogue)
      edition.making.imprint.maker = maker
      return (edition, table: ProjectTable(list, columns, catalogue, edition))
    }
    let (edition, table) = answer.content
    let path = folder + "/" + edition.fileName(ListBook.title, .xlsx)
    try ListBook(
      edition, labels: table.labels, rows: table.rows.map { row in row.map { $0?.inBook } }
    ).write(to: try output(path))
    return path
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
