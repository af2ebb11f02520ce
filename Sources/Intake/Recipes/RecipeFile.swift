package import Ledger
import Spreadsheet

/// A recipe file that a person wrote (`import --recipe`).
///
/// ```yaml
/// sender: 东山县项目办
/// tables:
/// - sheet: 清单
///   header: 3-5
///   skip: [6, 填报说明]
///   columns:
///   - {column: D, header: 总投资, field: total_investment, unit: 万元}
///   - {header: 亮灯, field: ignore}
///   constants: {district: 鹿寨县}
/// ```
///
/// Everything in it takes precedence over every rule. Columns are named by `header` (labels from top to
/// leaf, joined by `/`), by `column` (letters), or both; rows to skip by number or by the beginning of
/// their text. `constants` are values for rows that have no value for a field, of their own or from a
/// heading.
package struct RecipeFile: Sendable {
  package let sender: String?
  package let tables: [Recipe.Table]
  /// The line number of each table.
  package let lines: [Int]

  /// Parses a file; throws `FileNode.Failure`, or `DecisionFaults` with every faulty line.
  package init(yaml bytes: some Sequence<UInt8>, _ catalogue: Catalogue) throws {
    let file = try FileNode(yaml: bytes)
    // Constants do not depend on a year.
    let values = AssignmentReader(
      catalogue: catalogue, lexicon: HeaderLexicon(try HeaderWords(catalogue)), year: 2000)
    var reading = Reading(catalogue: catalogue, values: values)
    if (file["tables"]?.items ?? []).isEmpty { reading.fault(file, .noTables) }
    reading.check(file, members: ["sender", "tables"])
    sender = file["sender"]?.text
    var nodes = file["tables"]?.items ?? []
    if nodes.count > Self.mostTables {
      reading.fault(file, .tooManyTables(nodes.count, limit: Self.mostTables))
      nodes = []
    }
    tables = nodes.map { reading.table($0) }
    lines = nodes.map(\.line)
    if !reading.faults.isEmpty { throw DecisionFaults(reading.faults) }
  }

  /// The limit of tables: each is searched for on every sheet.
  private static let mostTables = 200

  private struct Reading {
    let catalogue: Catalogue
    let values: AssignmentReader
    /// The limit of header rows: more are a typing error, and slow to read.
    private static let mostHeaderRows = 100
    var faults: [DecisionFault] = []

    mutating func fault(_ node: FileNode, _ fact: DecisionFault.Fact) {
      faults.append(DecisionFault(line: node.line, fact))
    }

    mutating func check(_ node: FileNode, members: Set<String>) {
      for (key, member) in node.members.sorted(by: { $0.key < $1.key }) where !members.contains(key)
      {
        fault(member, .unknownMember(key))
      }
    }

    mutating func table(_ node: FileNode) -> Recipe.Table {
      check(node, members: ["sheet", "header", "skip", "columns", "constants"])
      var header: ClosedRange<Int>?
      if let text = node["header"]?.text {
        header = ClosedRange(rows: text)
        if header.map({ $0.count > Self.mostHeaderRows }) ?? true {
          fault(node["header"] ?? node, .malformedRows(text))
        }
      }
      let skip = (node["skip"]?.items ?? []).compactMap(\.text)
      return Recipe.Table(
        sheet: node["sheet"]?.text, header: header, skipped: skip.filter { Int($0) == nil },
        skippedRows: Set(skip.compactMap { Int($0) }),
        columns: (node["columns"]?.items ?? []).compactMap { column($0) },
        constants: (node["constants"]?.members ?? [:]).reduce(into: [:]) {
          $0[constant($1.key, $1.value)] = $1.value.text
        })
    }

    /// The identifier of a constant's field.
    private mutating func constant(_ name: String, _ node: FileNode) -> String {
      let field = Field(id: name) ?? Field.allCases.first { $0.label == name }
      guard let field, Recipe.Table.mayGive(field) else {
        fault(node, .unknownField(name))
        return name
      }
      let text = node.text ?? ""
      let reading = values.read([Assignment(field: field.id, text: text)])
      if reading.values.isEmpty || !reading.findings.isEmpty { fault(node, .unreadableValue(text)) }
      return field.id
    }

    private mutating func column(_ node: FileNode) -> Recipe.Column? {
      check(node, members: ["column", "header", "field", "unit"])
      let letters = node["column"]?.text?.uppercased() ?? ""
      guard !letters.isEmpty || node["header"]?.text != nil, let field = node["field"]?.text else {
        fault(node, .incomplete)
        return nil
      }
      if !letters.isEmpty, CellReference.column(letters) == nil {
        fault(node, .malformedColumn(letters))
      }
      let isIgnored = field == "ignore" || field == "忽略"
      let meaning = isIgnored ? "" : ColumnMeaning.interchangeName(field, catalogue)
      if meaning == nil { fault(node, .unknownField(field)) }
      let unit = node["unit"]?.text
      if let unit, let meaning, !MeasureUnit.isUnit(unit, of: meaning) {
        fault(node, .unknownUnit(unit))
      }
      return Recipe.Column(
        letters: letters, header: node["header"]?.text, meaning: meaning ?? "", unit: unit,
        isTold: true)
    }
  }
}

extension MeasureUnit {
  /// Whether a word is a unit allowed for a column with this meaning.
  fileprivate static func isUnit(_ word: String, of meaning: String) -> Bool {
    let field = FieldKey(meaning)?.field ?? Field(id: meaning)
    return field.map { units(of: $0).contains { $0.word == word } } ?? false
  }
}
