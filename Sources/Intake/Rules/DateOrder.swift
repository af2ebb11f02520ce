import Ledger

/// Construction cannot finish before it starts; an actual date precedes a planned one.
struct DateOrder: RowRule {
  private let sheet: String

  init(_ layout: TableLayout, year: Int, _ catalogue: Catalogue) { sheet = layout.sheet }

  func findings(of row: ParsedRow, after earlier: EarlierStatements) -> [Finding] {
    guard let start = Self.date(of: [.startActual, .startPlanned], in: row),
      let finish = Self.date(of: [.finishActual, .finishPlanned], in: row),
      finish.date.lastDay < start.date.firstDay
    else { return [] }
    let finding = Finding(
      .dateOrder, sheet: sheet, cell: row.cell(of: finish.key), raw: row.raw(of: finish.key),
      field: finish.key, candidates: [start.date.text])
    return [finding]
  }

  private static func date(
    of fields: [Field], in row: ParsedRow
  ) -> (key: FieldKey, date: PartialDate)? {
    for field in fields {
      if case .date(let date) = row[field] { return (FieldKey(field), date) }
    }
    return nil
  }
}
