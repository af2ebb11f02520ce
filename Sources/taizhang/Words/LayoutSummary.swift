import Intake
import Ledger
import Matching
import Operations
import Wording

/// What was recognised in a list: its sheets, header rows, columns, and differences from last month.
struct LayoutSummary {
  private let prepared: PreparedImport

  init(_ prepared: PreparedImport) { self.prepared = prepared }

  var lines: [String] {
    prepared.plan.list.sheets.flatMap { sheet -> [String] in
      if !sheet.isVisible { return ["  工作表「\(sheet.name)」隐藏，未读"] }
      if sheet.tables.isEmpty { return sheet.name.isEmpty ? [] : ["  工作表「\(sheet.name)」没有项目清单，未读"] }
      return sheet.tables.flatMap(layout)
    }
  }

  private func layout(_ table: ParsedTable) -> [String] {
    let layout = table.layout
    if let form = layout.form { return self.form(form, layout) }
    let rows = layout.headerRows.map(String.init).joined(separator: "、")
    let name = layout.sheet.isEmpty ? "清单" : "工作表「\(layout.sheet)」"
    var lines = ["  \(name)：表头第 \(rows) 行，\(RowKindCounts.text(layout))"]
    let columns = layout.mapped.map { column in
      let header = column.path.joined(separator: "/")
      let label = label(column.meaning)
      return column.path.last == label
        ? "\(column.letters) \(header)" : "\(column.letters) \(header)→\(label)"
    }
    lines += Self.wrapped(columns, width: 96).map { "    " + $0 }
    if !layout.constants.isEmpty {
      let values = layout.constants.map { "\($0.key.field.label) \($0.text)" }
      lines.append("    版式指定，行里和分组没写时用：" + values.joined(separator: "、"))
    }
    lines += headings(layout)
    let asked = Set(table.unknownColumns.map(\.index))
    let unmapped = layout.columns.filter { $0.meaning == .unmapped && !asked.contains($0.index) }
      .map { column in
        "\(column.letters)「\(column.path.joined(separator: "/"))」\(column.isHidden ? "（隐藏）" : "")"
      }
    if !unmapped.isEmpty {
      lines.append("    不导入的列：" + unmapped.joined(separator: "、"))
    }
    lines += table.unknownColumns.map { "    " + words($0) }
    if !table.differences.isEmpty, let recipe = prepared.recipe {
      lines.append("    与以前的版式（\(recipe.file)）相比：")
      lines += table.differences.map { "      " + $0.words(prepared.catalogue) }
    }
    return lines
  }

  /// The values that headings give to the rows below them: 第 3 行「柳城县人民政府」：县区 柳城县.
  private func headings(_ layout: TableLayout) -> [String] {
    let words = layout.headings.prefix(8).map { heading in
      "第 \(heading.row) 行「\(TextTable.cut(heading.words, to: 24))」：\(given(by: heading))"
    }
    let more = layout.headings.count - words.count
    if words.isEmpty { return [] }
    return Self.wrapped(words + (more > 0 ? ["另有 \(more) 行"] : []), width: 88).enumerated().map {
      ($0 == 0 ? "    分组  " : "          ") + $1
    }
  }

  private func given(by heading: TableLayout.Heading) -> String {
    var given = heading.values.sorted { $0.key.rawValue < $1.key.rawValue }.map { field, value in
      field.label + " " + ValueWords.text(value, field: field, prepared.catalogue)
    }
    if let register = heading.register {
      given.append("列入 " + prepared.catalogue.name(of: .register, register))
    }
    return given.isEmpty ? "只分组，不给下面的行赋值" : given.joined(separator: "、")
  }

  /// 工作表「基本情况表」是一个项目的表（申报表、情况表一类）：16 项，第 2 行起.
  private func form(_ form: Form, _ layout: TableLayout) -> [String] {
    let name = layout.sheet.isEmpty ? "文件" : "工作表「\(layout.sheet)」"
    let known = form.entries.filter { $0.meaning != .unmapped }
    var lines = ["  \(name)：是一个项目的申报表或情况表，认出 \(known.count) 项"]
    let words = known.map { entry in
      let label = label(entry.meaning)
      return entry.words == label
        ? "\(entry.cell) \(label)" : "\(entry.cell) \(entry.words)→\(label)"
    }
    lines += Self.wrapped(words, width: 96).map { "    " + $0 }
    let unmapped = form.entries.filter { $0.meaning == .unmapped }.map {
      "\($0.cell)「\(TextTable.cut($0.words, to: 24))」"
    }
    if !unmapped.isEmpty { lines.append("    不导入的栏：" + unmapped.joined(separator: "、")) }
    return lines
  }

  /// ？ H「国别」未识别，未导入：德国、日本；相近的字段：县区.
  private func words(_ column: UnknownColumn) -> String {
    let header = column.header.isEmpty ? "没有表头" : "「\(column.header.joined(separator: "/"))」未识别"
    let samples = column.samples.map { TextTable.cut($0, to: 20) }.joined(separator: "、")
    let nearest = column.nearest.map(\.label).joined(separator: "、")
    return "？ \(column.letters) \(header)，未导入"
      + (samples.isEmpty ? "（没有内容）" : "，如：\(samples)")
      + (nearest.isEmpty ? "" : "；相近的字段：\(nearest)")
  }

  private func label(_ meaning: ColumnMeaning) -> String { meaning.words(prepared.catalogue) }

  private static func wrapped(_ words: [String], width: Int) -> [String] {
    var lines = [""]
    for word in words {
      let line = lines[lines.count - 1]
      if !line.isEmpty, TextTable.width(of: line + "  " + word) > width {
        lines.append(word)
      } else {
        lines[lines.count - 1] = line.isEmpty ? word : line + "  " + word
      }
    }
    return lines
  }
}
