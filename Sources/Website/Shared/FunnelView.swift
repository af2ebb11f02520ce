import Ledger
import Storage

/// Projects by stage as bars: numbers and amounts, each linked to its projects.
struct FunnelView {
  let funnel: Funnel
  let filter: ProjectFilter
  let catalogue: Catalogue

  var markup: Markup {
    let most = max(1, funnel.steps.map(\.totals.count).max() ?? 1)
    return Markup { html in
      html.raw(
        "<table class=\"plain funnel\"><thead><tr><th scope=\"col\">阶段</th><td class=\"head\"></td><th scope=\"col\" class=\"n\">项</th><th scope=\"col\" class=\"n\">亿元</th></tr></thead><tbody>"
      )
      for step in funnel.steps {
        html.raw("<tr>")
        html.element(
          "<th scope=\"row\">", Self.label(step.stage, catalogue), "</th><td>")
        Drawing.open(160, 12, &html)
        Drawing.rect(0, 1, step.totals.count * 160 / most, 10, "fill", &html)
        Drawing.close(&html)
        html.raw("</td><td class=\"n\">")
        if step.totals.count > 0 {
          html.link(address(step.stage), String(step.totals.count))
        }
        html.raw("</td><td class=\"n\">")
        if step.totals.investment != .zero {
          html.raw("<a href=\"")
          html.text(address(step.stage).text)
          html.raw("\" data-count=\"")
          html.number(step.totals.count)
          html.element("\">", Figures.yi(step.totals.investment), "</a>")
        }
        html.raw("</td></tr>")
      }
      html.raw("</tbody></table>")
    }
  }

  /// The name of a stage; nil stands for none.
  static func label(_ stage: String?, _ catalogue: Catalogue) -> String {
    stage.map { catalogue.name(of: .stage, $0) } ?? "（未填）"
  }

  private func address(_ stage: String?) -> Address {
    var filter = filter
    if let stage { filter.stages = [stage] } else { filter.missing.insert(.stage) }
    return Address("projects", query: FilterQuery(filter, catalogue).query)
  }
}
