import Foundation
import Intake
import Ledger
import Matching
import Operations
import Spreadsheet
import Wording

/// 版面: the first rows of a sheet as they stand, with what each column and row was taken for; what a person alters
/// becomes the sender's recipe.
enum LayoutPage {
  private static let mostRows = 30
  private static let mostColumns = 60

  static func show(_ context: PageContext) throws -> WebResponse {
    let draft = try context.draft
    guard case .planned(let plan) = try ImportStage(draft, context) else {
      return .seeOther(.draft(draft.number))
    }
    let desk = context.importing
    let workbook = try Workbook.read(desk.file(of: draft).bytes, limits: desk.limits)
    let visible = workbook.sheets.filter { !$0.isHidden }
    let asked = context.query["sheet"]
    let listed = plan.prepared.plan.list.tables.first?.layout.sheet
    guard
      let sheet = visible.first(where: { $0.name == asked })
        ?? visible.first(where: { $0.name == listed }) ?? visible.first
    else { return .seeOther(.draft(draft.number, "asks")) }
    let table = plan.prepared.plan.list.tables.first { $0.layout.sheet == sheet.name }?.layout
    let asks = ListAsks(plan.prepared.plan)
    let header = table?.headerRows ?? []
    return try context.page(
      Page(
        "listlayout", title: draft.name, in: .imports,
        DraftHead(
          plan.draft, at: .asks, open: asks.words.count + asks.columns.count + asks.rows.count,
          context
        ).view.merging(
          View([
            "tell": Address.draft(draft.number, "layout"), "sheet": sheet.name,
            "asksHref": Address.draft(draft.number, "asks"),
            "headerRows": header.isEmpty
              ? "" : "\(header.min() ?? 0)-\(header.max() ?? 0)",
            "skip": "", "isTold": draft.layout != nil,
            "forgetLayout": Address.draft(draft.number, "layout"),
            "sheets": visible.count < 2
              ? []
              : visible.map { other in
                View([
                  "label": other.name, "current": other.name == sheet.name,
                  "href": Address(path: context.request.path, query: ["sheet": other.name]),
                ])
              },
            "table": LayoutTable(sheet, table, plan.prepared.catalogue).markup(
              rows: mostRows, columns: mostColumns),
          ]))))
  }

  /// Takes what a person says of the layout; the plan is made again.
  static func tell(_ context: PageContext) throws -> WebResponse {
    let draft = try context.draft
    let layout = context.form["forget"] == nil ? told(context.form) : nil
    try context.importing.alter(draft: draft.number) { $0.layout = layout }
    try context.site.imports.plan(draft.number, at: context.importing)
    context.site.imports.wait(for: draft.number, milliseconds: 300)
    return .seeOther(.draft(draft.number, "layout"))
  }

  /// The form as the file that `RecipeFile` reads: JSON is YAML. Nil where it says nothing.
  private static func told(_ form: Query) -> String? {
    var members: [(String, JSON)] = []
    if let sheet = form["sheet"] { members.append(("sheet", .string(sheet))) }
    if let rows = form["header"] { members.append(("header", .string(rows))) }
    let separators = CharacterSet(charactersIn: "、，,;； ")
    let skip = (form["skip"] ?? "").components(separatedBy: separators).filter { !$0.isEmpty }
    if !skip.isEmpty { members.append(("skip", .array(skip.map { .string($0) }))) }
    let columns = form.items.compactMap { item -> JSON? in
      guard item.name.hasPrefix("column:"), !item.value.isEmpty else { return nil }
      let letters = String(item.name.dropFirst("column:".count))
      guard item.value != form["was:\(letters)"] else { return nil }
      return .object([("column", .string(letters)), ("field", .string(item.value))])
    }
    if !columns.isEmpty { members.append(("columns", .array(columns))) }
    let hasHeader = form["header"] != form["header-was"]
    if columns.isEmpty && skip.isEmpty && !hasHeader { return nil }
    if !hasHeader { members.removeAll { $0.0 == "header" } }
    return JSON.object([("tables", .array([.object(members)]))]).text
  }
}

/// The first rows of a sheet with a drop-down above each column.
struct LayoutTable {
  private let sheet: Sheet
  private let layout: TableLayout?
  private let catalogue: Catalogue

  init(_ sheet: Sheet, _ layout: TableLayout?, _ catalogue: Catalogue) {
    self.sheet = sheet
    self.layout = layout
    self.catalogue = catalogue
  }

  func markup(rows most: Int, columns: Int) -> Markup {
    let rows = sheet.rows.prefix(most)
    let last = min(columns - 1, rows.map(\.cells.lastColumn).max() ?? -1)
    return Markup { html in
      html.raw("<table class=\"layout\"><thead><tr><th scope=\"col\" class=\"n\">行</th>")
      for column in 0...max(0, last) { choice(column, &html) }
      html.raw("</tr></thead><tbody>")
      for row in rows { write(row, through: last, &html) }
      html.raw("</tbody></table>")
    }
  }

  private func choice(_ index: Int, _ html: inout Markup) {
    let letters = CellReference.letters(index)
    let column = layout?.columns.first { $0.index == index }
    let meaning =
      column.map { $0.meaning == .unmapped ? "ignore" : $0.meaning.text(catalogue) } ?? ""
    html.element("<th scope=\"col\">", letters, " ")
    html.raw("<input type=\"hidden\" name=\"was:")
    html.text(letters)
    html.raw("\" value=\"")
    html.text(meaning)
    html.raw("\"><select name=\"column:")
    html.text(letters)
    html.raw("\" aria-label=\"")
    html.text("\(letters) 列是什么")
    html.raw("\">")
    var options = [("", "按规则"), ("ignore", "不导入"), ("seq", "序号")]
    options += Field.allCases.filter { $0.kind.isColumn || $0.kind == .series }.map {
      ($0.id, $0.label)
    }
    if !meaning.isEmpty, !options.contains(where: { $0.0 == meaning }) {
      options.append((meaning, column?.meaning.words(catalogue) ?? meaning))
    }
    for (value, label) in options {
      html.raw("<option value=\"")
      html.text(value)
      html.raw(value == meaning ? "\" selected>" : "\">")
      html.text(label)
      html.raw("</option>")
    }
    html.raw("</select></th>")
  }

  private func write(_ row: Row, through last: Int, _ html: inout Markup) {
    let kind = layout?.rowKinds[row.number]
    if layout?.headerRows.contains(row.number) == true {
      html.raw("<tr class=\"header\">")
    } else if kind == nil || kind == .project {
      html.raw("<tr>")
    } else {
      html.raw("<tr class=\"unread\">")
    }
    html.raw("<th scope=\"row\" class=\"n\">")
    html.number(row.number)
    if let kind, kind != .project { html.element(" <span class=\"note\">", kind.words, "</span>") }
    html.raw("</th>")
    for column in 0...max(0, last) {
      let text = row[column: column].map(Self.text) ?? ""
      html.element("<td><span class=\"clip\">", String(text.prefix(60)), "</span></td>")
    }
    html.raw("</tr>")
  }

  private static func text(_ value: CellValue) -> String {
    switch value {
    case .text(let text): text
    case .number(let number): number.description
    case .shown(let shown): shown.number.description
    case .date(let date): "\(date.year)-\(date.month)-\(date.day)"
    case .boolean(let flag): flag ? "是" : "否"
    case .error(let literal): literal
    case .uncalculated: ""
    }
  }
}
