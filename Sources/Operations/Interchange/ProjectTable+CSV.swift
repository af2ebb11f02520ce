import Reports

extension ProjectTable {
  /// The table for a spreadsheet program: UTF-8 with a byte order mark, labels in the first record, one
  /// record a project (RFC 4180); without the last line end, which comes behind the answer.
  package var csv: String {
    var text = CSV.byteOrderMark + CSV.record(labels.map { .text($0) })
    for row in rows { text += CSV.record(row.map { $0.map(Self.field) ?? .blank }) }
    return String(text.dropLast())
  }

  private static func field(_ cell: Cell) -> CSV.Field {
    switch cell {
    case .id, .rate, .value(.money), .value(.quantity): .number(cell.text)
    case .value: .text(cell.text)
    }
  }
}
