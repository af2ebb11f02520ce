import Ledger
import Reports
import Spreadsheet
import SpreadsheetWriting
import Storage

/// 全字段明细 as text for other programs: the columns and rows of the raw book, streamed project by project.
struct RawText {
  let columns: [RawColumn]
  let catalogue: Catalogue

  /// Passes projects to `take` one by one.
  typealias Rows = (_ take: (StoredProject) throws -> Void) throws -> Void

  /// Writes CSV, atomically: UTF-8 with a byte order mark, the book's labels in the first record, money in 万元
  /// as exact decimals.
  func writeCSV(to path: String, _ rows: Rows) throws {
    let file = try TextWriter(path: path)
    try file.write(CSV.byteOrderMark)
    try file.write(CSV.record(columns.map { .text($0.label) }))
    var maker = RawRowMaker(columns, catalogue: catalogue)
    try rows { try file.write(CSV.record(fields(maker.row($0)))) }
    try file.finish()
  }

  /// Writes JSON Lines, atomically: one object per project with every column's name, null if unknown, money as
  /// integers of 分.
  func writeLines(to path: String, _ rows: Rows) throws {
    let file = try TextWriter(path: path)
    var maker = RawRowMaker(columns, catalogue: catalogue)
    try rows { try file.write(object(maker.row($0)).text + "\n") }
    try file.finish()
  }

  private func fields(_ row: RawRow) -> [CSV.Field] {
    var fields = Array(repeating: CSV.Field.blank, count: columns.count)
    fields[0] = .number(String(row.id))
    for cell in row.cells {
      switch cell.content {
      case .money, .quantity: fields[cell.column] = .number(cell.content.text)
      case .text, .list, .sentences, .flag: fields[cell.column] = .text(cell.content.text)
      }
    }
    return fields
  }

  private func object(_ row: RawRow) -> JSON {
    var members = columns.map { ($0.name, JSON.null) }
    members[0].1 = .integer(row.id)
    for cell in row.cells { members[cell.column].1 = Self.json(cell.content) }
    return .object(members)
  }

  private static func json(_ content: RawRow.Content) -> JSON {
    switch content {
    case .text(let text): .string(text)
    case .list(let texts), .sentences(let texts): .strings(texts)
    case .flag(let flag): .bool(flag)
    case .money(let sum): .integer(sum.fen)
    case .quantity(let quantity): .decimal(quantity.text)
    }
  }
}
