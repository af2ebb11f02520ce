package import Ledger

/// A rule over the rows of a table: it adds findings and keeps all values.
///
/// Each rule is one file. Rows come in independent parts, each on whichever core reads it. A rule gathers what
/// it needs from each part; after the whole table is read, it returns its findings. Rules about cells are in
/// the cell readers.
protocol ListRule: Sendable {
  /// The data it needs from consecutive rows.
  associatedtype Gathered: Sendable

  init(_ layout: TableLayout, year: Int, _ catalogue: Catalogue)

  func gather(_ rows: ArraySlice<ParsedRow>) -> Gathered

  /// The findings about a table, from the data gathered from its parts, in order.
  func findings(
    _ parts: [Gathered], in table: inout RuledTable, of file: inout RuledFile
  ) throws -> [Finding]
}

/// A rule about each row alone, or compared with what its sender stated earlier.
protocol RowRule: ListRule where Gathered == [Finding] {
  func findings(of row: ParsedRow, after earlier: EarlierStatements) -> [Finding]
}

extension RowRule {
  func gather(_ rows: ArraySlice<ParsedRow>) -> [Finding] {
    rows.flatMap { findings(of: $0, after: .nothing) }
  }

  func findings(
    _ parts: [[Finding]], in table: inout RuledTable, of file: inout RuledFile
  ) -> [Finding] {
    parts.flatMap { $0 }
  }
}

extension ListRule where Gathered == Void {
  func gather(_ rows: ArraySlice<ParsedRow>) {}
}

/// A table after all its rows are read, for the rules.
struct RuledTable {
  /// The table; `TotalsRule` stores its totals in it.
  var table: ParsedTable
  /// The part of the sheet that contains it.
  let grid: Grid
  /// The rows of the tables beside it, which its totals may include.
  let beside: [ParsedRow]
}

/// The state that rules share over the tables of a file.
struct RuledFile {
  var duplicates = DuplicateInFile.Earlier()
}

/// The rules over one table.
struct TableRules: Sendable {
  /// The rules, in the order of their findings.
  private static let all: [any ListRule.Type] = [
    MagnitudeRule.self, PlanWithinTotal.self, DateOrder.self, TotalBeyondAll.self,
    DoneWithinTotal.self, DoneDecreases.self, DoneNotSum.self, StageContradicts.self,
    DuplicateInFile.self, TotalsRule.self,
  ]

  /// The data gathered from some rows, rule by rule.
  typealias Gathered = [any Sendable]

  private let rules: [any ListRule]

  init(_ layout: TableLayout, year: Int, _ catalogue: Catalogue) {
    rules = Self.all.map { $0.init(layout, year: year, catalogue) }
  }

  /// The rules about single rows.
  var ofRows: [any RowRule] { rules.compactMap { $0 as? any RowRule } }

  /// Gathers the data of all rules, 512 rows at a time: these stay in the core's cache for all rules.
  func gather(_ rows: [ParsedRow]) -> [Gathered] {
    stride(from: 0, to: rows.count, by: Self.most).map { start in
      let few = rows[start..<min(start + Self.most, rows.count)]
      return rules.map { Self.gather(few, $0) }
    }
  }

  private static let most = 512

  private static func gather(_ rows: ArraySlice<ParsedRow>, _ rule: some ListRule) -> any Sendable {
    rule.gather(rows)
  }

  /// The findings about a table, rule by rule.
  func findings(
    _ parts: [Gathered], in table: inout RuledTable, of file: inout RuledFile
  ) throws -> [Finding] {
    var findings: [Finding] = []
    for (index, rule) in rules.enumerated() {
      findings.add(try Self.findings(rule, parts.map { $0[index] }, &table, &file))
    }
    return findings
  }

  private static func findings<Rule: ListRule>(
    _ rule: Rule, _ gathered: [any Sendable], _ table: inout RuledTable, _ file: inout RuledFile
  ) throws -> [Finding] {
    try rule.findings(gathered.compactMap { $0 as? Rule.Gathered }, in: &table, of: &file)
  }
}

extension ParsedRow {
  /// The name of the cell of a value; empty if the value came from the context.
  package func cell(of key: FieldKey) -> String { place(of: key)?.text ?? "" }

  /// The text of the cell of a value.
  func raw(of key: FieldKey) -> String {
    guard let value = parsed(key) else { return "" }
    return value.raw ?? value.value.plainText
  }
}

extension Value {
  /// The interchange form of a value that references no catalogue item.
  var plainText: String {
    switch self {
    case .text(let text): text
    case .money(let money): money.wanYuan
    case .quantity(let quantity): quantity.text
    case .date(let date): date.text
    case .list(let texts): texts.joined(separator: "、")
    default: canonical
    }
  }
}
