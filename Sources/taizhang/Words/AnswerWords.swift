import Ledger
import Operations
import Storage
import Wording

/// A page of projects for people.
struct ListWords {
  private let answer: Answer<Storage.ProjectList>

  init(_ answer: Answer<Storage.ProjectList>) { self.answer = answer }

  private var catalogue: Catalogue { answer.catalogue }

  var lines: [String] {
    let totals = answer.content.totals
    guard totals.count > 0 else {
      return ["没有符合条件的项目（\(answer.filter.sentence(catalogue))）。"]
    }
    var table = TextTable([
      ("编号", .right), ("项目名称", .left), ("产业链", .left), ("阶段", .left), ("县区/园区", .left),
      ("牵头单位", .left), ("总投资（万元）", .right),
    ])
    for project in answer.content.projects { table.add(row(project)) }
    let shown = answer.content.projects.count
    return table.lines + [
      "",
      "共 \(totals.count) 项，总投资 \(totals.investment.yiYuan) 亿元"
        + (totals.year.map {
          "，\($0) 年计划 \(totals.plan.yiYuan) 亿元，累计完成 \(totals.done.yiYuan) 亿元"
        } ?? "")
        + (shown < totals.count ? "；本页 \(shown) 项，更多用 --limit、--offset" : ""),
      "口径：\(answer.filter.sentence(catalogue))",
    ]
  }

  private func row(_ project: StoredProject) -> [String] {
    let record = project.record
    let place =
      record.reference(.zone).map { catalogue.name(of: .zone, $0) }
      ?? record.reference(.district).map { catalogue.name(of: .district, $0) } ?? ""
    return [
      String(project.id), TextTable.cut(record.text(.name) ?? "", to: 44),
      record.reference(.chain).map { TextTable.cut(catalogue.name(of: .chain, $0), to: 22) } ?? "",
      record.reference(.stage).map { catalogue.name(of: .stage, $0) } ?? "",
      TextTable.cut(place, to: 18),
      TextTable.cut(
        record.references(.leadUnits).map { catalogue.name(of: .unit, $0) }.joined(separator: "、"),
        to: 20),
      record.money(.totalInvestment)?.wanYuan ?? "",
    ]
  }

  /// All fields without parts, one record a project (RFC 4180).
  var csv: String {
    let fields = Field.allCases.filter { !$0.kind.hasParts }
    let records = answer.content.projects.map { project in
      CSV.record(
        [.number(String(project.id))]
          + fields.map { field in project.record[field].map { cell($0, field) } ?? .text("") })
    }
    let text = CSV.record((["id"] + fields.map(\.id)).map { .text($0) }) + records.joined()
    // The answer's own line end comes behind.
    return String(text.dropLast())
  }

  private func cell(_ value: Value, _ field: Field) -> CSV.Field {
    switch value {
    case .money(let money): .number(money.wanYuan)
    case .quantity(let quantity): .number(quantity.text)
    default: .text(ValueWords.text(value, field: field, catalogue))
    }
  }
}

/// Facets for people.
enum FacetWords {
  static func lines(_ facets: [Facet], _ catalogue: Catalogue) -> [String] {
    let tables = facets.filter { !$0.values.isEmpty }.map { facet in
      var table = TextTable([(facet.property.title, .left), ("项数", .right), ("总投资（亿元）", .right)])
      for value in facet.values {
        table.add([
          value.value.words(catalogue), String(value.count), value.investment.yiYuanOrBlank,
        ])
      }
      return table.lines
    }
    return Array(tables.joined(separator: [""]))
  }
}

/// The funnel for people: a bar a stage.
enum FunnelWords {
  static func lines(_ answer: Answer<Storage.Funnel>) -> [String] {
    let most = max(1, answer.content.steps.map(\.totals.count).max() ?? 1)
    var table = TextTable([("阶段", .left), ("项数", .right), ("总投资（亿元）", .right), ("", .left)])
    for step in answer.content.steps {
      table.add([
        step.stage.map { answer.catalogue.name(of: .stage, $0) } ?? "（未填）",
        String(step.totals.count), step.totals.investment.yiYuanOrBlank,
        String(repeating: "█", count: step.totals.count * 40 / most),
      ])
    }
    return table.lines + ["口径：\(answer.filter.sentence(answer.catalogue))"]
  }
}

/// The matrix for people: count and 亿元 in each cell.
enum MatrixWords {
  static func lines(_ answer: Answer<Storage.Matrix>) -> [String] {
    let (matrix, catalogue) = (answer.content, answer.catalogue)
    var table = TextTable(
      [("产业链", .left)]
        + matrix.stages.map { ($0.map { catalogue.name(of: .stage, $0) } ?? "（未填）", .right) }
        + [("合计", .right)])
    func cell(_ totals: Totals) -> String {
      if totals.count == 0 { return "" }
      let sum = totals.investment.yiYuanOrBlank
      return "\(totals.count)/\(sum.isEmpty ? "–" : sum)"
    }
    for chain in matrix.chains {
      table.add(
        [chain.map { catalogue.name(of: .chain, $0) } ?? "（未归链）"]
          + matrix.stages.map { cell(matrix[chain, $0]) } + [cell(matrix.byChain[chain] ?? .none)])
    }
    table.add(
      ["合计"] + matrix.stages.map { cell(matrix.byStage[$0] ?? .none) } + [cell(matrix.totals)])
    return table.lines
      + ["每格：项数/总投资（亿元），“–”为没有填报总投资。口径：\(answer.filter.sentence(catalogue))"]
  }
}

extension Money {
  /// In 亿元 with two decimals, so that a column of sums stands in line.
  fileprivate var yiYuan: String { fixed(in: .yiYuan, places: 2) }

  /// Blank for nothing: no project stated a sum. A sum that would round to nothing keeps its digits.
  fileprivate var yiYuanOrBlank: String {
    if fen == 0 { return "" }
    return fen < MoneyUnit.yiYuan.fenPerUnit / 200 ? text(in: .yiYuan) : yiYuan
  }
}
