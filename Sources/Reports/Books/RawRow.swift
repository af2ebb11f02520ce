package import Ledger
package import Storage

/// One project as a row: exact values, with names in place of codes.
package struct RawRow: Sendable {
  package let id: ProjectID
  /// In the order of the columns; a column without a value has no cell.
  package let cells: [Cell]

  /// A cell with the index of its column.
  package struct Cell: Sendable {
    package let column: Int
    package let content: Content
  }

  /// The content of a cell. Dates are text in their canonical form.
  package enum Content: Sendable {
    case text(String)
    case list([String])
    /// Texts that may contain 、 themselves.
    case sentences([String])
    case flag(Bool)
    case money(Money)
    case quantity(Quantity)

    /// The text for people: money in 万元, lists joined by 、, sentences by ；.
    package var text: String {
      switch self {
      case .text(let text): text
      case .list(let texts): texts.joined(separator: "、")
      case .sentences(let texts): texts.joined(separator: "；")
      case .flag(let flag): flag ? "是" : "否"
      case .money(let money): money.wanYuan
      case .quantity(let quantity): quantity.text
      }
    }
  }
}

/// Makes the rows of projects, one after another.
package struct RawRowMaker {
  private let places: [RawColumn: Int]
  private let joined: [(field: Field, column: Int)]
  private var names: CatalogueNames

  package init(_ columns: [RawColumn], catalogue: Catalogue) {
    places = Dictionary(
      columns.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    joined = columns.enumerated().compactMap { index, column in
      if case .joined(let field) = column { (field, index) } else { nil }
    }
    names = CatalogueNames(catalogue)
  }

  /// The project's cells; values without a column are left out.
  package mutating func row(_ project: StoredProject) -> RawRow {
    var cells: [RawRow.Cell] = []
    cells.reserveCapacity(project.record.entries.count)
    for entry in project.record.entries
    where !entry.key.field.isJoined && !project.repeatsMonths(entry.key) {
      guard let column = places[.key(entry.key)] else { continue }
      cells.append(RawRow.Cell(column: column, content: content(entry)))
    }
    for (field, column) in joined {
      let texts = names.parts(of: field, in: project.record)
      if texts.isEmpty { continue }
      let content: RawRow.Content = field == .registers ? .list(texts) : .sentences(texts)
      cells.append(RawRow.Cell(column: column, content: content))
    }
    cells.sort { $0.column < $1.column }
    return RawRow(id: project.id, cells: cells)
  }

  private mutating func content(_ entry: Record.Entry) -> RawRow.Content {
    switch entry.value {
    case .money(let sum): .money(sum)
    case .quantity(let quantity): .quantity(quantity)
    case .flag(let flag): .flag(flag)
    case .list, .references: .list(names.texts(entry.value, of: entry.key.field))
    case .text, .date, .reference, .membership, .matter:
      .text(names.text(entry.value, of: entry.key.field))
    }
  }
}

extension Field {
  /// Whether a project's values of the field share one cell.
  fileprivate var isJoined: Bool { kind.hasParts && kind != .series }
}
