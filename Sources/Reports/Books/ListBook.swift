package import Ledger

/// 项目清单: a list of projects as somebody looks at it, with the columns that they chose.
package struct ListBook {
  package static let id = "list"
  package static let title = "项目清单"

  /// What stands in a cell.
  package enum Cell: Sendable {
    case text(String)
    case money(Money)
    case rate(Double)
    case count(Int64)
  }

  private let edition: BookEdition
  private let labels: [String]
  private let rows: [[Cell?]]

  /// A row has a cell for each label; nil where nothing is known.
  package init(_ edition: BookEdition, labels: [String], rows: [[Cell?]]) {
    (self.edition, self.labels, self.rows) = (edition, labels, rows)
  }

  package func write(to path: String) throws {
    try BookFile(Self.id, title: Self.title, edition, sheets: [sheet]).write(to: path)
  }

  package var sheet: ReportSheet {
    ReportTable<[Cell?]>(columns: labels.indices.map(column)).sheet(
      .init(name: "项目", title: Self.title, unit: "万元", nothing: "没有符合条件的项目"), edition,
      rows: rows)
  }

  private func column(_ place: Int) -> ReportTable<[Cell?]>.Column {
    switch rows.lazy.compactMap({ $0[place] }).first {
    case .money?:
      .wan(labels[place]) { row in
        if case .money(let money)? = row[place] { money } else { nil }
      }
    case .rate?:
      .rate(labels[place]) { row in
        if case .rate(let rate)? = row[place] { rate } else { nil }
      }
    case .count?, .text?, nil:
      .text(labels[place], 6...36) { row in
        switch row[place] {
        case .text(let text)?: text
        case .count(let number)?: String(number)
        case .money, .rate, nil: nil
        }
      }
    }
  }
}
