import Ledger

/// One project listed twice in a file: the same code, else the same name without differing codes
/// or places. Both rows are kept; the later one is named.
struct DuplicateInFile {
  private var codes = Interner()
  private var names = Interner()
  /// The first row of each code, and all rows of each name, by their numbers.
  private var rowsByCode: [Seen] = []
  private var rowsByName: [[Seen]] = []

  private struct Seen {
    let code: String?
    let district: String?
    let zone: String?
    let sheet: String
    let name: ParsedRow.Place?
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
      sheet: table.layout.sheet, name: row.place(of: FieldKey(.name)))
    let sameCode = code.flatMap { earlier(code: $0, seen) }
    let sameName = name.flatMap { earlier(name: $0, seen) }
    if let sameCode { return finding(FieldKey(.code), row, table, sameCode) }
    return sameName.map { finding(FieldKey(.name), row, table, $0) }
  }

  /// The first row with a code; the row itself is remembered when it is the first.
  private mutating func earlier(code: String, _ seen: Seen) -> Seen? {
    let (number, isNew) = codes.number(of: code)
    if isNew { rowsByCode.append(seen) }
    return isNew ? nil : rowsByCode[number]
  }

  /// The first row with a name, white space aside, that may be the same project; the row itself is
  /// remembered.
  private mutating func earlier(name: String, _ seen: Seen) -> Seen? {
    let (number, isNew) = names.number(of: TextFolding.withoutSpaces(name))
    if isNew { rowsByName.append([]) }
    let earlier = rowsByName[number].first { other in
      let codesDiffer = other.code != nil && seen.code != nil && other.code != seen.code
      return !codesDiffer && !Self.placesDiffer(other, seen)
    }
    rowsByName[number].append(seen)
    return earlier
  }

  private func finding(
    _ key: FieldKey, _ row: ParsedRow, _ table: ParsedTable, _ earlier: Seen
  ) -> Finding {
    Finding(
      .duplicateInFile, sheet: table.layout.sheet, cell: table.cell(of: key, in: row),
      raw: table.raw(of: key, in: row), field: key,
      candidates: [earlier.sheet + " " + (earlier.name?.text ?? "")])
  }

  private static func placesDiffer(_ one: Seen, _ other: Seen) -> Bool {
    (one.district != nil && other.district != nil && one.district != other.district)
      || (one.zone != nil && other.zone != nil && one.zone != other.zone)
  }

  private static func reference(_ value: Value?) -> String? {
    if case .reference(let code) = value { code } else { nil }
  }
}
