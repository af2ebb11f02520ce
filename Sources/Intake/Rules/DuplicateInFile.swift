import Ledger

/// One project listed twice in a file: the same code, else the same name without differing codes or
/// places. Both rows are kept; the finding is at the later one.
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
    typealias Hashes = RowIndex<WrittenIdentity>.Hashes

    private var tables: [ParsedTable] = []
    private var before = RowIndex<WrittenIdentity>()

    /// Appends the rows of a table; returns the index of its first row.
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

/// A row's identity as a reader of the sheet sees it: the name as written.
///
/// It is both narrower and wider than the matcher's (`ComparedIdentity`). Narrower, because the finding
/// states a repetition, which 示例厂 and 示例厂建设项目 are not; whether they are one project is a separate question.
/// Wider, because the same name in the same place deserves a look even with different owners; in the ledger
/// such rows are two projects.
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

  /// Whether two rows have one name, and neither codes nor places differ.
  func isSame(as other: WrittenIdentity) -> Bool {
    name == other.name
      && zip(parting, other.parting).allSatisfy { $0 == nil || $1 == nil || $0 == $1 }
  }
}
