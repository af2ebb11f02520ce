import Ledger
import Storage

/// A matrix of projects by chain and stage: numbers and amounts, each linked to its projects.
struct ChainMatrix {
  let matrix: Matrix
  let filter: ProjectFilter
  let catalogue: Catalogue
  let rows: Rows

  /// Which chains have a row.
  enum Rows {
    /// All chains, so that those without projects are visible.
    case all
    /// Only chains with projects.
    case used
  }

  var markup: Markup {
    Markup { html in
      html.raw(
        "<table class=\"matrix\"><thead><tr><th scope=\"col\">产业链</th>")
      for stage in matrix.stages {
        html.element("<th scope=\"col\" class=\"n\">", name(stage: stage), "</th>")
      }
      html.raw("<th scope=\"col\" class=\"n\">合计</th></tr></thead><tbody>")
      for chain in matrix.chains
      where rows == .all || matrix.byChain[chain, default: .none].count > 0 {
        row(chain, &html)
      }
      html.raw("</tbody><tfoot><tr><th scope=\"row\">合计</th>")
      for stage in matrix.stages {
        cell(matrix.byStage[stage] ?? .none, tint: 0, conditions(stage: stage), &html)
      }
      cell(matrix.totals, tint: 0, conditions(), &html)
      html.raw("</tr></tfoot></table>")
    }
  }

  private func row(_ chain: String?, _ html: inout Markup) {
    let total = matrix.byChain[chain] ?? .none
    html.raw("<tr><th scope=\"row\">")
    if let chain {
      html.link(
        Address("chains", catalogue.name(of: .chain, chain), query: day),
        catalogue.name(of: .chain, chain))
    } else {
      html.text("未列入产业链")
    }
    html.raw("</th>")
    for stage in matrix.stages {
      let totals = matrix[chain, stage]
      let tint = total.count == 0 ? 0 : (totals.count * 8 + total.count - 1) / total.count / 2
      cell(totals, tint: tint, conditions(chain: .some(chain), stage: stage), &html)
    }
    cell(total, tint: 0, conditions(chain: .some(chain)), &html)
    html.raw("</tr>")
  }

  private func cell(
    _ totals: Totals, tint: Int, _ conditions: Query, _ html: inout Markup
  ) {
    switch tint {
    case 1: html.raw("<td class=\"n t1\">")
    case 2: html.raw("<td class=\"n t2\">")
    case 3: html.raw("<td class=\"n t3\">")
    case 4...: html.raw("<td class=\"n t4\">")
    default: html.raw("<td class=\"n\">")
    }
    if totals.count > 0 {
      html.raw("<a href=\"")
      html.text(Address("projects", query: conditions).text)
      html.raw("\" data-count=\"")
      html.number(totals.count)
      html.raw("\">")
      html.number(totals.count)
      html.raw("<span class=\"yi\">/")
      html.text(totals.investment == .zero ? "–" : Figures.wholeYi(totals.investment))
      html.raw("</span></a>")
    }
    html.raw("</td>")
  }

  private func name(stage: String?) -> String {
    stage.map { catalogue.name(of: .stage, $0) } ?? "（未填）"
  }

  private var day: Query { filter.asOf.map { ["as-of": $0.text] } ?? Query() }

  /// Returns the filter with a chain and a stage: nil for no condition, `.some(nil)` for projects without one.
  private func conditions(chain: String?? = nil, stage: String?? = nil) -> Query {
    var filter = filter
    if case .some(.some(let chain)) = chain { filter.chains = [chain] }
    if case .some(.none) = chain { filter.missing.insert(.chain) }
    if case .some(.some(let stage)) = stage { filter.stages = [stage] }
    if case .some(.none) = stage { filter.missing.insert(.stage) }
    return FilterQuery(filter, catalogue).query
  }

  private func conditions(stage: String?) -> Query { conditions(chain: nil, stage: .some(stage)) }
}
