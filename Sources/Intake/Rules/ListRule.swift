package import Ledger

/// A rule over the rows of a table: it adds findings and keeps all values.
///
/// One rule is one file. Rows come in parts that know nothing of each other, each on whichever core reads it.
/// Of each part a rule gathers what it needs; when the whole table is read, it says what is wrong there. Rules
/// over cells stand with the cells.
protocol ListRule: Sendable {
  /// What it needs of some rows that follow each other.
  associatedtype Gathered: Sendable

  init(_ layout: TableLayout, year: Int, _ catalogue: Catalogue)

  func gather(_ rows: ArraySlice<ParsedRow>) -> Gathered

  /// What is wrong in a table, from what was gathered of its parts, in order.
  func findings(
    _ parts: [Gathered], in table: inout RuledTable, of file: inout RuledFile
  ) throws -> [Finding]
}

/// A rule that looks at each row by itself, or beside what its sender said of the project before.
protocol RowRule: ListRule where Gathered == [Finding] {
  func findings(of row: ParsedRow, after earlier: EarlierWord) -> [Finding]
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

/// A table all of whose rows are read, as rules look at it.
struct RuledTable {
  /// What its totals state is noted in it.
  var table: ParsedTable
  /// The part of the sheet that it stands on.
  let grid: Grid
  /// The rows of the tables beside it, which a total of it alone is over as well.
  let beside: [ParsedRow]
}

/// What rules know of a file from the tables so far.
struct RuledFile {
  var duplicates = DuplicateInFile.Earlier()
}

/// The rules over one table.
struct TableRules: Sendable {
  /// Each rule, in the order they report.
  private static let all: [any ListRule.Type] = [
    MagnitudeRule.self, PlanWithinTotal.self, DateOrder.self, TotalBeyondAll.self,
    DoneWithinTotal.self, DoneDecreases.self, DoneNotSum.self, StageContradicts.self,
    DuplicateInFile.self, TotalsRule.self,
  ]

  /// What the rules gathered of some rows, rule by rule.
  typealias Gathered = [any Sendable]

  private let rules: [any ListRule]

  init(_ layout: TableLayout, year: Int, _ catalogue: Catalogue) {
    rules = Self.all.map { $0.init(layout, year: year, catalogue) }
  }

  /// The rules that look at rows by themselves.
  var ofRows: [any RowRule] { rules.compactMap { $0 as? any RowRule } }

  /// What the rules gather of some rows, a few hundred at a time: these stay in a core's cache while one rule
  /// after the other looks at them.
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

  /// What is wrong in a table, rule by rule.
  func findings(
    _ parts: [Gathered], in table: inout RuledTable, of file: inout RuledFile
  ) throws -> [Finding] {
    var findings: [Finding] = []
    for (index, rule) in rules.enumerated() {
      findings += try Self.findings(rule, parts.map { $0[index] }, &table, &file)
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
  /// The name of the cell that a value came from; empty when it came from the context.
  package func cell(of key: FieldKey) -> String { place(of: key)?.text ?? "" }

  /// The text of the cell that a value came from.
  func raw(of key: FieldKey) -> String {
    guard let value = parsed(key) else { return "" }
    return value.raw ?? value.value.plainText
  }
}

extension Value {
  /// The interchange form of a value that names no catalogue item.
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
