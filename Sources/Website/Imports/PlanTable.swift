import Intake
import Ledger
import Matching
import Operations
import Spreadsheet
import Wording

/// The rows of a plan as a table: for each only what would change, with its cell.
struct PlanTable {
  private let rows: PlanRows
  private let catalogue: Catalogue
  private let tables: [ParsedTable]
  private let draft: Int

  init(_ rows: PlanRows, _ draft: Int) {
    self.rows = rows
    self.draft = draft
    catalogue = rows.prepared.catalogue
    tables = rows.prepared.plan.list.tables
  }

  var markup: Markup {
    Markup { html in
      html.raw("<table><thead><tr><th scope=\"col\" class=\"n\">行</th><th scope=\"col\">项目</th>")
      if rows.tab == .all { html.raw("<th scope=\"col\">结果</th>") }
      html.raw("<th scope=\"col\">")
      html.text(heading)
      html.raw("</th></tr></thead><tbody>")
      for row in rows.shown { write(row, &html) }
      html.raw("</tbody></table>")
    }
  }

  private var heading: String {
    switch rows.tab {
    case .new: "清单里写的"
    case .changed: "变化"
    case .unchanged: "与台账相同"
    case .review: "为什么要人核对"
    case .rejected: "为什么不能导入"
    case .all: "变化和原因"
    }
  }

  private func write(_ row: PlannedRow, _ html: inout Markup) {
    html.raw("<tr><th scope=\"row\" class=\"n\">")
    let sheet = tables[row.table].layout.sheet
    if tables.count > 1, !sheet.isEmpty { html.element("<span class=\"note\">", sheet, "</span> ") }
    html.number(row.source.number)
    html.raw("</th><td>")
    name(of: row, &html)
    html.raw("</td>")
    if rows.tab == .all { html.element("<td>", row.action.words, "</td>") }
    html.raw("<td class=\"wrap\">")
    switch row.action {
    case .new: values(of: row, &html)
    case .changed, .unchanged: changes(of: row, &html)
    case .review:
      html.text(row.reviewWords)
      whole(row, &html)
    case .rejected:
      html.text("没有项目名称，或不在清单的范围里")
      whole(row, &html)
    }
    html.raw("</td></tr>")
  }

  private func name(of row: PlannedRow, _ html: inout Markup) {
    let name = row.known?.name ?? row.row.text(.name) ?? "（没有名称）"
    html.raw("<span class=\"clip\" title=\"")
    html.text(String(name.prefix(600)))
    html.raw("\">")
    if let known = row.known, row.action != .review {
      html.link(.project(known.id), String(name.prefix(200)))
    } else {
      html.text(String(name.prefix(200)))
    }
    html.raw("</span>")
  }

  // MARK: Changes

  private func changes(of row: PlannedRow, _ html: inout Markup) {
    let cells = cells(of: row)
    for change in row.changes {
      html.element("<span class=\"change\"><b>", label(change.key), "</b> ")
      if let before = change.before {
        html.element(
          "<span class=\"unseen\">旧 </span><span class=\"old\">", words(before, change.key),
          "</span> → ")
      }
      html.element(
        "<span class=\"unseen\">新 </span><span class=\"new\">",
        change.after.map { words($0, change.key) } ?? "（清除）", "</span>")
      if let cell = cells[change.key] { html.element(" <span class=\"note\">", cell, "</span>") }
      html.raw("</span> ")
    }
    if !row.kept.isEmpty {
      html.element(
        "<span class=\"kept\">保留人工改过的 ", row.kept.map(label).joined(separator: "、"), "</span> ")
    }
    for conflict in row.conflicts { write(conflict, row, cells[conflict.key], &html) }
    whole(row, &html)
  }

  /// Writes both values of a conflict as a choice.
  private func write(
    _ conflict: PlannedRow.Conflict, _ row: PlannedRow, _ cell: String?, _ html: inout Markup
  ) {
    guard let known = row.known else { return }
    let field = "conflict:\(known.id):\(conflict.key.text)"
    html.raw("<fieldset class=\"conflict\"><legend>")
    html.element("<b>", label(conflict.key), "</b> ")
    html.text(ground(conflict, known.id))
    html.raw("</legend>")
    let ledger = conflict.ledger.map { words($0, conflict.key) } ?? "（空）"
    let list = conflict.list.map { words($0, conflict.key) } ?? "（空）"
    let chosen: String? =
      switch conflict.settlement {
      case .list: "list"
      case .hand: "hand"
      case .other: "other"
      case nil: nil
      }
    for (value, text) in [
      ("hand", "台账 \(ledger)"), ("list", "清单 \(list)\(cell.map { " " + $0 } ?? "")"),
    ] {
      html.raw("<label><input type=\"radio\" name=\"")
      html.text(field)
      html.raw("\" value=\"")
      html.text(value)
      html.raw(chosen == value ? "\" checked> " : "\"> ")
      html.text(text)
      html.raw("</label> ")
    }
    html.raw("<label><input type=\"radio\" name=\"")
    html.text(field)
    html.raw(chosen == "other" ? "\" value=\"other\" checked> 另填 " : "\" value=\"other\"> 另填 ")
    html.raw("<input name=\"other:")
    html.text(String(field.dropFirst("conflict:".count)))
    html.raw("\" size=\"12\" aria-label=\"")
    html.text("\(label(conflict.key))另填的值")
    html.raw("\"")
    if case .other(let value) = conflict.settlement {
      html.raw(" value=\"")
      html.text(words(value, conflict.key))
      html.raw("\"")
    }
    html.raw("></label>")
    if let chosen {
      // The current resolution is sent along, to recognize a new choice.
      html.raw("<input type=\"hidden\" name=\"was-")
      html.text(field)
      html.raw("\" value=\"")
      if case .other(let value)? = conflict.settlement {
        html.text(words(value, conflict.key))
      } else {
        html.text(chosen)
      }
      html.raw("\">")
    }
    html.raw("</fieldset>")
  }

  private func ground(_ conflict: PlannedRow.Conflict, _ project: ProjectID) -> String {
    var words: String
    switch conflict.against {
    case .person:
      words = "两边都改过"
      if let base = conflict.base { words += "：上次清单 \(self.words(base, conflict.key))" }
    case .senders(let senders):
      words = "与\(senders.map(\.speakerWords).joined(separator: "、"))所报不同"
    }
    if let entry = rows.prepared.alterations[project]?[conflict.key] {
      words += "，台账由 \(entry.actor) 改（第 \(entry.number) 号）"
    }
    return words + (conflict.settlement == nil ? "，暂保留台账" : "")
  }

  /// Returns the newly chosen resolutions of a form, and the form field of each by its line.
  static func conflicts(
    in form: Query
  ) throws -> (chosen: [DecisionFile.Conflict], fields: [Int: String]) {
    var (chosen, fields): ([DecisionFile.Conflict], [Int: String]) = ([], [:])
    var faults: [FieldFault] = []
    for (line, item) in form.items.enumerated() {
      let parts = item.name.split(separator: ":", maxSplits: 2).map(String.init)
      guard parts.count == 3 else { continue }
      let other = "other:\(parts[1]):\(parts[2])"
      let conflict = "conflict:\(parts[1]):\(parts[2])"
      // A typed value counts as the choice if none is made.
      guard item.name == conflict || item.name == other && form[conflict] == nil else { continue }
      var resolution = item.value
      if resolution == "other" {
        guard let text = form[other] else {
          faults.append(FieldFault(field: other, sentence: "选了另填，要写上值"))
          continue
        }
        resolution = text
      }
      if resolution.isEmpty || resolution == form["was-\(conflict)"] { continue }
      fields[line + 1] = other
      chosen.append(
        DecisionFile.Conflict(
          line: line + 1, project: parts[1], field: parts[2], resolution: resolution))
    }
    if !faults.isEmpty { throw Failure.refused(faults) }
    return (chosen, fields)
  }

  // MARK: Values

  private static let telling: [Field] = [
    .code, .owner, .district, .zone, .chain, .stage, .totalInvestment,
  ]

  private func values(of row: PlannedRow, _ html: inout Markup) {
    let words = Self.telling.compactMap { field in
      row.row[field].map { "\(field.label) \(self.words($0, FieldKey(field)))" }
    }
    html.text(words.joined(separator: "，"))
    whole(row, &html)
  }

  /// 整行: every value of the row, with its cell.
  private func whole(_ row: PlannedRow, _ html: inout Markup) {
    html.raw(" <details class=\"whole\"><summary>整行</summary><dl>")
    row.row.forEachByKey { value in
      html.element("<div><dt>", label(value.key), "</dt><dd>")
      html.text(words(value.value, value.key))
      if let cell = cell(value, row) { html.element(" <span class=\"note\">", cell, "</span>") }
      html.raw("</dd></div>")
    }
    html.raw("</dl></details>")
  }

  private func cells(of row: PlannedRow) -> [FieldKey: String] {
    var cells: [FieldKey: String] = [:]
    row.row.forEachByKey { value in cells[value.key] = cell(value, row) }
    return cells
  }

  private func cell(_ value: ParsedValue, _ row: PlannedRow) -> String? {
    value.column.map { CellReference.letters($0) + String(value.cellRow ?? row.source.number) }
  }

  private func label(_ key: FieldKey) -> String { ValueWords.shownLabel(key, catalogue) }

  private func words(_ value: Value, _ key: FieldKey) -> String {
    String(ValueWords.text(value, field: key.field, catalogue).prefix(300))
  }
}
