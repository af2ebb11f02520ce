import Ledger

/// One project listed twice in a file: the same code, else the same name without differing codes
/// or places. Both rows are kept; the later one is named.
struct DuplicateInFile {
  private var tables: [ParsedTable] = []
  private var codes = Interner()
  private var names = Interner()
  /// The first row of each code and of each name, by their numbers.
  private var rowOfCode: [Place] = []
  private var rowOfName: [Place] = []
  /// All rows of the names that occur again.
  private var rowsOfName: [Int: [Seen]] = [:]

  /// A row by its table and its place in there: what it says is read where it is asked for, which is
  /// seldom.
  private struct Place {
    let table: Int32
    let row: Int32
  }

  /// A row of a name that occurs again, with what may keep it apart from the others.
  private struct Seen {
    let place: Place
    private let apart: [Value?]

    init(_ row: ParsedRow, _ place: Place) {
      self.place = place
      apart = [row[.code], row[.district], row[.zone]]
    }

    /// Whether neither codes nor places keep two rows of a name apart.
    func mayBeSame(as other: Seen) -> Bool {
      zip(apart, other.apart).allSatisfy { $0 == nil || $1 == nil || $0 == $1 }
    }
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
    let seen = Seen(row, place)
    let first = rowOfName[number]
    var named = rowsOfName[number] ?? [Seen(self.row(first), first)]
    let earlier = named.first { $0.mayBeSame(as: seen) }
    rowsOfName[number] = nil
    named.append(seen)
    rowsOfName[number] = named
    return earlier?.place
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
