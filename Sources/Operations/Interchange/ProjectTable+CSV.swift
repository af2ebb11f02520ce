import Reports

extension ProjectTable {
  /// The table as CSV (RFC 4180): UTF-8 with a byte order mark, labels in the first record, one record per
  /// project; without the last line feed, which the caller adds.
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
