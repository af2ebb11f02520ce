import Ledger
import Operations
import Storage
import Wording

/// A page of projects as text.
struct ListWords {
  private let answer: Answer<ProjectTable>

  init(_ answer: Answer<ProjectTable>) { self.answer = answer }

  private var catalogue: Catalogue { answer.catalogue }

  var lines: [String] {
    let totals = answer.content.list.totals
    guard totals.count > 0 else {
      let ended = answer.content.list.endedOnly
      return ["没有符合条件的项目（\(answer.filter.sentence(catalogue))）。"]
        + (ended > 0 ? ["终止、退库的项目里有 \(ended) 项符合，加 --ended 查看。"] : [])
    }
    let columns = answer.content.columns
    var table = TextTable(
      zip(answer.content.labels, columns).map { ($0, $1.isFigure ? .right : .left) })
    for row in answer.content.rows {
      table.add(
        zip(row, columns).map { cell, column in
          let text = cell?.text ?? ""
          return column.isFigure ? text : TextTable.cut(text, to: Self.width(of: column))
        })
    }
    let shown = answer.content.rows.count
    let undated = totals.undated > 0 ? "，其中 \(totals.undated) 项未注明截至月份" : ""
    return table.lines + [
      "",
      "共 \(totals.count) 项，总投资 \(totals.investment.known(totals.investment != .zero))"
        + (totals.year.map {
          "，\($0) 年计划 \(totals.plan.known(totals.planned > 0))"
            + "，累计完成 \(totals.done.known(totals.reporting > 0))"
            + (totals.month.map { "（截至 \($0) 月\(undated)）" } ?? "")
        } ?? "")
        + (shown < totals.count ? "；本页 \(shown) 项，更多用 --limit、--offset" : ""),
      "口径：\(answer.filter.sentence(catalogue))",
    ]
  }

  /// The maximum width of a text column.
  private static func width(of column: ListColumn) -> Int {
    switch column {
    case .field(.name): 44
    case .field(.chain): 22
    case .place: 18
    default: 20
    }
  }
}

/// Facets as text.
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
    let unit = facets.contains { $0.property == .unit && !$0.values.isEmpty }
    return Array(tables.joined(separator: [""]))
      + (unit ? ["", "一个项目有几个单位的，在每个单位都计一次，各单位相加会多于项目数。"] : [])
  }
}

/// The funnel as text, with a bar for each stage.
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

/// The matrix as text: count and 亿元 in each cell.
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
        [chain.map { catalogue.name(of: .chain, $0) } ?? "未列入产业链"]
          + matrix.stages.map { cell(matrix[chain, $0]) } + [cell(matrix.byChain[chain] ?? .none)])
    }
    table.add(
      ["合计"] + matrix.stages.map { cell(matrix.byStage[$0] ?? .none) } + [cell(matrix.totals)])
    return table.lines
      + TextTable.folded(
        "每格：项数/总投资（亿元），“–”为没有填报总投资。口径：\(answer.filter.sentence(catalogue))",
        to: Terminal.width)
  }
}

extension Money {
  /// The sum in 亿元 with two decimals, so that a column of sums is aligned.
  fileprivate var yiYuan: String { fixed(in: .yiYuan, places: 2) }

  /// The sum with its unit; a dash if no project states any.
  fileprivate func known(_ isKnown: Bool) -> String { isKnown ? "\(yiYuan) 亿元" : "–" }

  /// Blank for nothing: no project stated a sum. A sum that would round to nothing keeps its digits.
  var yiYuanOrBlank: String {
    if fen == 0 { return "" }
    return fen < MoneyUnit.yiYuan.fenPerUnit / 200 ? text(in: .yiYuan) : yiYuan
  }
}
