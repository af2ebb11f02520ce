import Ledger
import Spreadsheet
import Storage

/// One project as the cells of its row, ready to be written.
struct RawRow: Sendable {
  let id: ProjectID
  let cells: [Cell]

  /// A cell with its column, counted from 0.
  struct Cell: Sendable {
    let column: Int
    let content: Content
  }

  enum Content: Sendable {
    case text(String)
    case money(Double)
    case number(Double)
  }

  /// Covers the row's cells as they are written.
  func add(to digest: inout ContentDigest, number: Int) {
    digest.add(Double(id), row: number, column: 0)
    for cell in cells {
      switch cell.content {
      case .text(let text): digest.add(text, row: number, column: cell.column)
      case .money(let sum): digest.add(sum, row: number, column: cell.column)
      case .number(let value): digest.add(value, row: number, column: cell.column)
      }
    }
  }

  func write(to sheet: SheetWriter, number: Int, _ styles: RawStyles) throws {
    try sheet.write(Int(id), row: number, column: 0, style: styles.plain)
    for cell in cells {
      switch cell.content {
      case .text(let text):
        try sheet.write(text, row: number, column: cell.column, style: styles.text)
      case .money(let sum):
        try sheet.write(sum, row: number, column: cell.column, style: styles.money)
      case .number(let value):
        try sheet.write(value, row: number, column: cell.column, style: styles.plain)
      }
    }
  }
}

/// The styles of the cells of raw rows.
struct RawStyles {
  let text: StyleID
  let money: StyleID
  let plain: StyleID

  init(_ book: WorkbookWriter) throws {
    text = try book.style(CellStyle().with { $0.numberFormat = "@" })
    money = try book.style(CellStyle().with { $0.numberFormat = "#,##0.00" })
    plain = try book.style(CellStyle())
  }
}

/// Makes the row of one project after another.
struct RawRowMaker {
  private let columns: [RawBook.Column: Int]
  private var names: CatalogueNames

  init(_ columns: [RawBook.Column], catalogue: Catalogue) {
    self.columns = Dictionary(
      columns.enumerated().map { ($1, $0 + 1) }, uniquingKeysWith: { first, _ in first })
    names = CatalogueNames(catalogue)
  }

  mutating func row(_ project: StoredProject) -> RawRow {
    var cells: [RawRow.Cell] = []
    cells.reserveCapacity(project.record.entries.count)
    for entry in project.record.entries where entry.key.field != .registers {
      guard let column = columns[.key(entry.key)] else { continue }
      cells.append(RawRow.Cell(column: column, content: content(entry)))
    }
    if let column = columns[.registers], let registers = names.registers(of: project.record) {
      cells.append(RawRow.Cell(column: column, content: .text(registers)))
    }
    for field in Self.joined {
      if let column = columns[.joined(field)], let text = names.joined(field, of: project.record) {
        cells.append(RawRow.Cell(column: column, content: .text(text)))
      }
    }
    cells.sort { $0.column < $1.column }
    return RawRow(id: project.id, cells: cells)
  }

  private static let joined = Field.allCases.filter { [.matters, .texts].contains($0.kind) }

  private mutating func content(_ entry: Record.Entry) -> RawRow.Content {
    switch entry.value {
    case .money(let sum): .money(sum.double(in: .wanYuan))
    case .quantity(let quantity): .number(quantity.double)
    default: .text(names.text(entry.value, of: entry.key.field))
    }
  }
}
