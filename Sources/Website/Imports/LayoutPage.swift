import Foundation
import Intake
import Ledger
import Matching
import Operations
import Spreadsheet
import Wording

/// 版面: the first rows of a sheet with the recognized meaning of each column and row; corrections become the sender's
/// recipe.
enum LayoutPage {
  private static let mostRows = 30
  private static let mostColumns = 60

  static func show(_ context: PageContext) throws -> WebResponse {
    let draft = try context.draft
    let planned: DraftPlan?
    switch try ImportStage(draft, context) {
    case .planned(let plan): planned = plan
    // A layout that was not recognized, or corrected wrongly, is fixed by hand.
    case .failed, .stopped: planned = nil
    case .running, .written, .discarded: return .seeOther(.draft(draft.number))
    }
    let plan = planned?.prepared.plan
    let catalogue = try planned?.prepared.catalogue ?? context.operations.catalogue()
    let visible = try sheets(of: draft, context)
    let asked = context.query["sheet"]
    let listed = plan?.list.tables.first?.layout.sheet
    guard
      let sheet = visible.first(where: { $0.name == asked })
        ?? visible.first(where: { $0.name == listed }) ?? visible.first
    else { return .seeOther(.draft(draft.number)) }
    let table = plan?.list.tables.first { $0.layout.sheet == sheet.name }?.layout
    let told = KnownTables(draft.layout)
    let asks = plan.map { ListAsks($0) }
    let header = table?.headerRows ?? []
    let rows =
      header.isEmpty
      ? told[sheet.name, "header"] : "\(header.min() ?? 0)-\(header.max() ?? 0)"
    return try context.page(
      Page(
        "listlayout", title: draft.name, in: .imports,
        DraftHead(
          planned?.draft ?? draft, at: .asks,
          open: asks.map { $0.words.count + $0.columns.count + $0.rows.count }, context
        ).view.merging(
          View([
            "tell": Address.draft(draft.number, "layout"), "sheet": sheet.name,
            "asksHref": Address.draft(draft.number, planned == nil ? nil : "asks"),
            "headerRows": rows, "headerWas": told[sheet.name, "header"].isEmpty ? rows : "",
            "skip": told.skipped(sheet.name).joined(separator: "、"),
            "isTold": draft.layout != nil,
            "forgetLayout": Address.draft(draft.number, "layout"),
            "sheets": visible.count < 2
              ? []
              : visible.map { other in
                View([
                  "label": other.name, "current": other.name == sheet.name,
                  "href": Address(path: context.request.path, query: ["sheet": other.name]),
                ])
              },
            "table": LayoutTable(
              sheet, table, told: told.columns(sheet.name), catalogue
            ).markup(rows: mostRows, columns: mostColumns),
          ]))))
  }

  private static func sheets(of draft: ImportDraft, _ context: PageContext) throws -> [Sheet] {
    let operations = context.importing
    return try Workbook.read(operations.file(of: draft).bytes, limits: operations.limits).sheets
      .filter {
        !$0.isHidden
      }
  }

  /// Stores the corrections of the layout, and makes the plan again.
  static func tell(_ context: PageContext) throws -> WebResponse {
    let draft = try context.draft
    let form = context.form
    var layout: String?
    if form["forget"] == nil {
      try requireHeader(form, in: draft, context)
      layout = KnownTables(draft.layout).telling(form).text
    }
    do {
      try context.importing.lay(draft: draft.number, out: layout)
    } catch let faults as DecisionFaults {
      // Rows are typed into a single field; columns are chosen from a list.
      throw Failure.refused(faults) { _ in "header" }
    }
    try context.site.imports.plan(draft.number, at: context.importing)
    context.site.imports.wait(for: draft.number, milliseconds: 300)
    return .seeOther(
      Address(
        path: Address.draft(draft.number, "layout").path,
        query: form["sheet"].map { ["sheet": $0] } ?? [:]))
  }

  /// Throws `Failure` if the header rows are invalid or the last of them is empty in the sheet.
  private static func requireHeader(
    _ form: Query, in draft: ImportDraft, _ context: PageContext
  ) throws {
    guard let text = form["header"], text != form["header-was"] else { return }
    func refuse(_ sentence: String) -> Failure {
      .refused([FieldFault(field: "header", sentence: sentence)])
    }
    guard let rows = ClosedRange(rows: text), rows.count <= 100 else {
      throw refuse("“\(text.prefix(20))”不是行号，写作 3 或 3-5")
    }
    let sheets = try sheets(of: draft, context)
    let sheet = sheets.first { $0.name == form["sheet"] } ?? sheets.first
    let filled = sheet?.rows.contains { row in
      row.number == rows.upperBound && !row.cells.isEmpty
    }
    guard filled ?? false else { throw refuse("表里第 \(rows.upperBound) 行是空的") }
  }
}

/// The first rows of a sheet, with a drop-down list above each column.
struct LayoutTable {
  private let sheet: Sheet
  private let layout: TableLayout?
  /// The corrected columns, by column letters.
  private let told: [String: String]
  private let catalogue: Catalogue

  init(
    _ sheet: Sheet, _ layout: TableLayout?, told: [String: String], _ catalogue: Catalogue
  ) {
    self.sheet = sheet
    self.layout = layout
    self.told = told
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
    // An unrecognized column shows no choice; ignoring it must be chosen.
    let known = column.map { $0.meaning == .unmapped ? "" : $0.meaning.text(catalogue) } ?? ""
    let meaning = told[letters] ?? known
    html.element("<th scope=\"col\">", letters, " ")
    if told[letters] == nil {
      html.raw("<input type=\"hidden\" name=\"was:")
    } else {
      html.raw("<input type=\"hidden\" name=\"told:")
    }
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
      options.append((meaning, ValueWords.columnLabel(meaning, catalogue)))
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
