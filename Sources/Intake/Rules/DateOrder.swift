import Ledger

/// Works cannot finish before they start: the actual date counts, else the planned one.
enum DateOrder: TableRule {
  static func findings(in table: ParsedTable) -> [Finding] {
    table.rows.compactMap { row in
      guard let start = date(of: [.startActual, .startPlanned], in: row),
        let finish = date(of: [.finishActual, .finishPlanned], in: row),
        finish.date.lastDay < start.date.firstDay
      else { return nil }
      return Finding(
        .dateOrder, sheet: table.layout.sheet, cell: table.cell(of: finish.key, in: row),
        raw: table.raw(of: finish.key, in: row), field: finish.key,
        candidates: [start.date.text])
    }
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
