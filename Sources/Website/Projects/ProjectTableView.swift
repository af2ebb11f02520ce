import Ledger
import Operations
import Reports
import Storage

/// The table of a list of projects.
struct ProjectTableView {
  let answer: Answer<ProjectTable>
  let state: ProjectsQuery

  var markup: Markup {
    let lights = LightMarks(answer.catalogue)
    return Markup { html in
      html.raw("<table><caption class=\"unseen\">")
      html.text("项目，单位：万元")
      html.raw("</caption><thead><tr>")
      for (column, label) in zip(answer.content.columns, answer.content.labels) {
        head(column, column.short ?? label, &html)
      }
      html.raw("</tr></thead><tbody>")
      for (row, project) in zip(answer.content.rows, answer.content.list.projects) {
        html.raw("<tr>")
        let name = project.record.text(.name) ?? "（未命名）"
        let address = Address.project(project.id, asOf: state.filter.asOf)
        for (place, (cell, column)) in zip(row, answer.content.columns).enumerated() {
          self.cell(cell, column, isFirst: place == 0, name, address, lights, &html)
        }
        html.raw("</tr>")
      }
      html.raw("</tbody></table>")
    }
  }

  private func head(_ column: ListColumn, _ label: String, _ html: inout Markup) {
    html.raw(column.isFigure ? "<th scope=\"col\" class=\"n\"" : "<th scope=\"col\"")
    let sorting = state.sorting(column)
    switch sorting?.now {
    case .ascending: html.raw(" aria-sort=\"ascending\">")
    case .descending: html.raw(" aria-sort=\"descending\">")
    case nil: html.raw(">")
    }
    guard let sorting else { return html.element("", label, "</th>") }
    html.link(sorting.address, label)
    switch sorting.now {
    case .ascending: html.raw(" ▲")
    case .descending: html.raw(" ▼")
    case nil: break
    }
    html.raw("</th>")
  }

  private func cell(
    _ cell: ProjectTable.Cell?, _ column: ListColumn, isFirst: Bool, _ name: String,
    _ address: Address, _ lights: LightMarks, _ html: inout Markup
  ) {
    html.raw(isFirst ? "<th scope=\"row\"" : "<td")
    if column.isFigure { html.raw(" class=\"n\"") }
    let text = column == .field(.name) ? name : cell?.webText ?? ""
    // Counting UTF-8 bytes first is faster; few texts are long.
    let isLong = text.utf8.count > 12 && text.count > 12
    if isLong {
      html.raw(" title=\"")
      html.text(String(text.prefix(600)))
      html.raw("\"")
    }
    html.raw(">")
    if isLong { html.raw("<span class=\"clip\">") }
    let shown = text.utf8.count > 200 ? String(text.prefix(200)) : text
    if column == .field(.name) || isFirst {
      html.link(address, shown.isEmpty ? name : shown)
    } else if column == .light {
      lights.write(text, &html)
    } else {
      html.text(shown)
    }
    if isLong { html.raw("</span>") }
    html.raw(isFirst ? "</th>" : "</td>")
  }
}

extension ListColumn {
  /// A shorter heading, since the line above the table states the unit; nil for the usual label.
  fileprivate var short: String? {
    switch self {
    case .field(.plan): "年度计划"
    case .field(.done): "本年累计完成"
    case .field(.funds): "到位资金"
    default: nil
    }
  }
}

/// The lights of a catalogue by their words.
struct LightMarks {
  private let lights: [String: LightRule.Light]

  init(_ catalogue: Catalogue) {
    let rule = catalogue.lightRule
    lights = Dictionary(
      LightRule.Light.allCases.map { (rule.word($0), $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Writes a light as coloured text.
  func write(_ word: String, _ html: inout Markup) {
    switch lights[word] {
    case .normal: html.raw("<span class=\"light normal\">")
    case .lagging: html.raw("<span class=\"light lagging\">")
    case .serious: html.raw("<span class=\"light serious\">")
    case .unreported: html.raw("<span class=\"light unreported\">")
    case nil: return html.text(word)
    }
    html.text(word)
    html.raw("</span>")
  }
}

extension ProjectTable.Cell {
  /// The cell's text on a page, with thousands separators in amounts.
  var webText: String {
    switch self {
    case .value(.money(let money)): Figures.wan(money)
    case .value, .id, .rate: text
    }
  }
}

extension Address {
  /// The page of a project, now or as of a day.
  static func project(_ id: ProjectID, asOf day: PartialDate? = nil) -> Address {
    Address("projects", String(id), query: day.map { ["as-of": $0.text] } ?? Query())
  }
}
