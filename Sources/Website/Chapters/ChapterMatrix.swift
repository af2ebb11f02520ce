import Ledger
import Operations
import Reports
import Storage
import Wording

/// The projects of a chapter by other properties and by stage: how many, each a link to those projects.
struct ChapterMatrix {
  private static let most = 15

  private let catalogue: Catalogue
  private let facetNames: FacetConditions
  /// All of the chapter, then each stage that has projects, nil for those without one: what asks for them, and
  /// their facets.
  private let whole: Column
  private let stages: [(stage: String?, column: Column)]

  private struct Column {
    let conditions: Query
    let facets: [Facet]

    init(_ conditions: Query, _ operations: LedgerOperations) throws {
      self.conditions = conditions
      facets = try operations.facets(QuestionOptions(filter: conditions.values(without: [])))
        .content
    }

    func counts(_ property: FilterProperty) -> [Facet.Count] {
      facets.first { $0.property == property }?.values ?? []
    }
  }

  init(_ conditions: Query, _ overview: Overview, _ operations: LedgerOperations) throws {
    catalogue = overview.edition.catalogue
    facetNames = FacetConditions(filter: overview.edition.filter, catalogue: catalogue)
    let names = FilterQuery(overview.edition.filter, catalogue)
    whole = try Column(conditions, operations)
    stages = try overview.funnel.steps.compactMap { step in
      if step.totals.count == 0 { return nil }
      let own =
        step.stage.map {
          conditions.setting(FilterOption.stage.rawValue, to: names.value(.stage, $0))
        } ?? conditions.adding(FilterOption.missing.rawValue, Field.stage.id)
      return (step.stage, try Column(own, operations))
    }
  }

  /// By one property; nil where no project says anything of it.
  func view(by property: FilterProperty) -> View? {
    let rows = whole.counts(property).filter { $0.count > 0 && $0.value != .none }
      .sorted { $0.count > $1.count }
    if rows.isEmpty { return nil }
    let columns = stages.map { ($0.column.conditions, $0.column.counts(property)) }
    return View([
      "title": "\(property.title) × 阶段",
      "more": rows.count > Self.most ? "项目最多的 \(Self.most) 个，共 \(rows.count) 个" : nil,
      "table": Markup { html in
        html.element(
          "<table class=\"matrix\"><thead><tr><th scope=\"col\">", property.title, "</th>")
        for (stage, _) in stages {
          html.element(
            "<th scope=\"col\" class=\"n\">", FunnelView.label(stage, catalogue), "</th>")
        }
        html.raw("<th scope=\"col\" class=\"n\">合计</th></tr></thead><tbody>")
        for row in rows.prefix(Self.most) {
          let condition = facetNames.condition(row.value, of: property)
          html.element("<tr><th scope=\"row\">", row.value.words(catalogue), "</th>")
          for (conditions, counts) in columns {
            let count = counts.first { $0.value == row.value }?.count ?? 0
            cell(count, condition, conditions, &html)
          }
          cell(row.count, condition, whole.conditions, &html)
          html.raw("</tr>")
        }
        html.raw("</tbody></table>")
      },
    ])
  }

  private func cell(
    _ count: Int, _ condition: (FilterOption, [String])?, _ conditions: Query,
    _ html: inout Markup
  ) {
    html.raw("<td class=\"n\">")
    if count > 0, let (option, values) = condition {
      let asked = values.reduce(conditions) { $0.adding(option.rawValue, $1) }
      html.link(Address("projects", query: asked), String(count))
    }
    html.raw("</td>")
  }
}
