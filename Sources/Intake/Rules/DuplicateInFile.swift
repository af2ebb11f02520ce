import Ledger

/// One project listed twice in a file: the same code, else the same name without differing codes
/// or places. Both rows are kept; the later one is named.
struct DuplicateInFile: ListRule {
  init(_ layout: TableLayout, year: Int, _ catalogue: Catalogue) {}

  func gather(_ rows: ArraySlice<ParsedRow>) -> [Earlier.Hashes] { rows.map(Earlier.Hashes.init) }

  func findings(
    _ parts: [[Earlier.Hashes]], in table: inout RuledTable, of file: inout RuledFile
  ) -> [Finding] {
    var place = file.duplicates.open(table.table)
    var findings: [Finding] = []
    for hashes in parts.joined() {
      if let earlier = file.duplicates.take(place, hashes) {
        findings.append(file.duplicates.finding(at: place, earlier))
      }
      place += 1
    }
    return findings
  }

  /// The rows of the tables so far.
  struct Earlier {
    typealias Hashes = RowsBefore<WrittenIdentity>.Hashes

    private var tables: [ParsedTable] = []
    private var before = RowsBefore<WrittenIdentity>()

    /// Puts the rows of a table behind the others; where they begin.
    fileprivate mutating func open(_ table: ParsedTable) -> Int {
      let start = before.rows.count
      tables.append(table)
      before.open(Rows(of: tables.map(\.rows)))
      return start
    }

    fileprivate mutating func take(_ place: Int, _ hashes: Hashes) -> (place: Int, by: Field)? {
      before.take(place, hashes)
    }

    fileprivate func finding(at place: Int, _ earlier: (place: Int, by: Field)) -> Finding {
      let (rows, key) = (before.rows, FieldKey(earlier.by))
      func sheet(_ place: Int) -> String { tables[rows.table(of: place)].layout.sheet }
      let cell = rows[earlier.place].place(of: FieldKey(.name))?.text ?? ""
      return Finding(
        .duplicateInFile, sheet: sheet(place), cell: rows[place].cell(of: key),
        raw: rows[place].raw(of: key), field: key, candidates: [sheet(earlier.place) + " " + cell])
    }
  }
}

/// A row's identity as a reader of the sheet sees it: its name as it is written.
///
/// It is narrower and wider than what the matcher goes by (`ComparedIdentity`). Narrower, because a finding
/// says that a row repeats another, which 示例厂 and 示例厂建设项目 do not; whether they are one project is a
/// question, and put as one. Wider, because owners that differ do not make the same name in the same place
/// less of a repetition to look at; written to the ledger such rows are two projects.
struct WrittenIdentity: RowIdentity {
  private let name: NameKey
  private let parting: [Value?]

  static func hash(ofNameIn row: ParsedRow) -> UInt64? {
    row.withText(.name) { NameKey.hash(asWritten: $0.span) }
  }

  init?(_ row: ParsedRow) {
    guard let name = row.text(.name) else { return nil }
    self.name = NameKey(asWritten: name)
    parting = [row[.code], row[.district], row[.zone]]
  }

  /// Whether two rows have one name, and neither codes nor places keep them apart.
  func isSame(as other: WrittenIdentity) -> Bool {
    name == other.name
      && zip(parting, other.parting).allSatisfy { $0 == nil || $1 == nil || $0 == $1 }
  }
}
