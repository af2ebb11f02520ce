import Ledger
import Machine

/// One project listed twice in a file: the same code, else the same name without differing codes
/// or places. Both rows are kept; the later one is named.
struct DuplicateInFile {
  private var tables: [ParsedTable] = []
  /// The rows of all tables so far, and where each table begins among them.
  private var rows = ListRows([])
  /// The first row of each code.
  private var codes = HashedPlaces(0)
  /// All rows by their names.
  private var names = HashedPlaces(0)
  /// What keeps the rows apart whose names occur again.
  private let apart = MadeOnce<Apart>()

  /// What may keep two rows of a name apart.
  private struct Apart {
    private let name: String
    private let values: [Value?]

    init(_ row: ParsedRow) {
      name = DuplicateInFile.name(of: row)
      values = [row[.code], row[.district], row[.zone]]
    }

    /// Whether two rows have one name, and neither codes nor places keep them apart.
    func mayBeSame(as other: Apart) -> Bool {
      name == other.name
        && zip(values, other.values).allSatisfy { $0 == nil || $1 == nil || $0 == $1 }
    }
  }

  /// What a row's code and name are found by.
  struct Hashes: Sendable {
    fileprivate let code: UInt64?
    fileprivate let name: UInt64?

    init(_ row: ParsedRow) {
      code = row.withText(.code) { ByteHash.of($0) }
      name = row.withText(.name) { bytes in
        bytes.contains(0x20)
          ? ByteHash.of(DuplicateInFile.name(of: row)) : ByteHash.of(bytes)
      }
    }
  }

  /// The findings of a table's rows, after those of the tables before it.
  mutating func findings(in table: ParsedTable, _ hashes: some Sequence<Hashes>) -> [Finding] {
    var place = rows.count
    tables.append(table)
    rows = ListRows(tables.map(\.rows))
    var findings: [Finding] = []
    for hashes in hashes {
      if let finding = finding(of: place, hashes, in: table) { findings.append(finding) }
      place += 1
    }
    return findings
  }

  private mutating func finding(
    of place: Int, _ hashes: Hashes, in table: ParsedTable
  ) -> Finding? {
    let sameCode = takeCode(of: place, hashes.code)
    let sameName = takeName(of: place, hashes.name)
    if sameCode == nil, sameName == nil { return nil }
    let row = rows[place]
    if let sameCode { return finding(FieldKey(.code), row, table, sameCode) }
    return sameName.map { finding(FieldKey(.name), row, table, $0) }
  }

  /// The first row with a row's code; the row itself is remembered when it is the first.
  private mutating func takeCode(of place: Int, _ hash: UInt64?) -> Int? {
    let first = hash.flatMap { hash in
      codes.first(of: hash) { rows[$0].text(.code) == rows[place].text(.code) }
    }
    codes.append(first == nil ? hash : nil)
    return first
  }

  /// The first row with a row's name, white space aside, that may be the same project; the row itself is
  /// remembered.
  private mutating func takeName(of place: Int, _ hash: UInt64?) -> Int? {
    defer { names.append(hash) }
    guard let hash else { return nil }
    guard names.first(of: hash, where: { _ in true }) != nil else { return nil }
    let own = apart(at: place)
    return names.first(of: hash) { apart(at: $0).mayBeSame(as: own) }
  }

  private func apart(at place: Int) -> Apart { apart.content(of: place) { Apart(rows[$0]) } }

  private static func name(of row: ParsedRow) -> String {
    TextFolding.withoutSpaces(row.text(.name) ?? "")
  }

  private func finding(
    _ key: FieldKey, _ row: ParsedRow, _ table: ParsedTable, _ earlier: Int
  ) -> Finding {
    let sheet = tables[rows.table(of: earlier)].layout.sheet
    let cell = rows[earlier].place(of: FieldKey(.name))?.text ?? ""
    return Finding(
      .duplicateInFile, sheet: table.layout.sheet, cell: row.cell(of: key),
      raw: row.raw(of: key), field: key, candidates: [sheet + " " + cell])
  }
}
