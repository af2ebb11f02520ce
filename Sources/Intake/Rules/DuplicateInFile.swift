import Ledger

/// One project listed twice in a file: the same code, else the same name without differing codes
/// or places. Both rows are kept; the later one is named.
struct DuplicateInFile {
  private var rowsByCode: [String: Seen] = [:]
  private var rowsByName: [String: [Seen]] = [:]

  private struct Seen {
    let code: String?
    let district: String?
    let zone: String?
    let cell: String
  }

  /// The findings of a table's rows, after those of the tables before it.
  mutating func findings(in table: ParsedTable) -> [Finding] {
    table.rows.compactMap { finding(of: $0, in: table) }
  }

  private mutating func finding(of row: ParsedRow, in table: ParsedTable) -> Finding? {
    let code = row.text(.code)
    let name = row.text(.name)
    if name == nil && code == nil { return nil }
    let seen = Seen(
      code: code, district: Self.reference(row[.district]), zone: Self.reference(row[.zone]),
      cell: table.layout.sheet + " " + table.cell(of: FieldKey(.name), in: row))
    let nameKey = name.map { String($0.filter { !$0.isWhitespace }) }
    defer {
      if let code, rowsByCode[code] == nil { rowsByCode[code] = seen }
      if let nameKey { rowsByName[nameKey, default: []].append(seen) }
    }
    if let code, let earlier = rowsByCode[code] {
      return finding(FieldKey(.code), row, table, earlier)
    }
    let earlier = nameKey.flatMap { rowsByName[$0] }?.first { other in
      let codesDiffer = other.code != nil && code != nil && other.code != code
      return !codesDiffer && !Self.placesDiffer(other, seen)
    }
    return earlier.map { finding(FieldKey(.name), row, table, $0) }
  }

  private func finding(
    _ key: FieldKey, _ row: ParsedRow, _ table: ParsedTable, _ earlier: Seen
  ) -> Finding {
    Finding(
      .duplicateInFile, sheet: table.layout.sheet, cell: table.cell(of: key, in: row),
      raw: table.raw(of: key, in: row), field: key, candidates: [earlier.cell])
  }

  private static func placesDiffer(_ one: Seen, _ other: Seen) -> Bool {
    (one.district != nil && other.district != nil && one.district != other.district)
      || (one.zone != nil && other.zone != nil && one.zone != other.zone)
  }

  private static func reference(_ value: Value?) -> String? {
    if case .reference(let code) = value { code } else { nil }
  }
}
