import Ledger

/// One project listed twice in a file: the same code, else the same name without differing codes
/// or places. Both rows are kept; the later one is named.
struct DuplicateInFile {
  private var tables: [ParsedTable] = []
  private var codes = Interner()
  private var names = Interner()
  /// The first row of each code and of each name, by their numbers, and the later rows of names.
  private var rowOfCode: [Place] = []
  private var rowOfName: [Place] = []
  private var laterOfName: [Int: [Place]] = [:]

  /// A row by its table and its place in there: what it says is read where it is asked for, which is
  /// seldom.
  private struct Place {
    let table: Int32
    let row: Int32
  }

  /// The findings of a table's rows, after those of the tables before it.
  mutating func findings(in table: ParsedTable) -> [Finding] {
    tables.append(table)
    return table.rows.indices.compactMap { index in
      let place = Place(table: Int32(tables.count - 1), row: Int32(index))
      return finding(of: table.rows[index], place, in: table)
    }
  }

  private mutating func finding(
    of row: ParsedRow, _ place: Place, in table: ParsedTable
  ) -> Finding? {
    let sameCode = row.text(.code).flatMap { earlier(code: $0, place) }
    let sameName = row.text(.name).flatMap { earlier(name: $0, row, place) }
    if let sameCode { return finding(FieldKey(.code), row, table, sameCode) }
    return sameName.map { finding(FieldKey(.name), row, table, $0) }
  }

  /// The first row with a code; the row itself is remembered when it is the first.
  private mutating func earlier(code: String, _ place: Place) -> Place? {
    let (number, isNew) = codes.number(of: code)
    if isNew { rowOfCode.append(place) }
    return isNew ? nil : rowOfCode[number]
  }

  /// The first row with a name, white space aside, that may be the same project; the row itself is
  /// remembered.
  private mutating func earlier(name: String, _ row: ParsedRow, _ place: Place) -> Place? {
    let (number, isNew) = names.number(of: TextFolding.withoutSpaces(name))
    if isNew {
      rowOfName.append(place)
      return nil
    }
    defer { laterOfName[number, default: []].append(place) }
    let first = rowOfName[number]
    if mayBeSame(first, row) { return first }
    return laterOfName[number]?.first { mayBeSame($0, row) }
  }

  /// Whether neither codes nor places keep an earlier row of a name apart from another.
  private func mayBeSame(_ earlier: Place, _ row: ParsedRow) -> Bool {
    let earlier = self.row(earlier)
    return ![.code, .district, .zone].contains { (field: Field) in
      guard let one = earlier[field], let other = row[field] else { return false }
      return one != other
    }
  }

  private func finding(
    _ key: FieldKey, _ row: ParsedRow, _ table: ParsedTable, _ earlier: Place
  ) -> Finding {
    let sheet = tables[Int(earlier.table)].layout.sheet
    let cell = self.row(earlier).place(of: FieldKey(.name))?.text ?? ""
    return Finding(
      .duplicateInFile, sheet: table.layout.sheet, cell: table.cell(of: key, in: row),
      raw: table.raw(of: key, in: row), field: key, candidates: [sheet + " " + cell])
  }

  private func row(_ place: Place) -> ParsedRow {
    tables[Int(place.table)].rows[Int(place.row)]
  }
}
