package import Ledger

/// 产业链分册: a matrix chain × stage, then one sheet per chain, for the commission.
package struct ChainsBook: Sendable {
  private let source: BookSource
  private let figures: [ProjectFigures]
  private let stages: StageOrder
  private let rule: LightRule

  package init(_ source: BookSource) {
    self.source = source
    figures = source.figures
    stages = StageOrder(source.catalogue)
    rule = source.catalogue.lightRule
  }

  package static let title = "产业链项目分册"

  package var sheets: [ReportSheet] {
    [matrix] + source.catalogue.chains.map(sheet)
      + (withoutChain.isEmpty ? [] : [sheetWithoutChain])
  }

  private var withoutChain: [ProjectFigures] { figures.filter { $0.chain == nil } }

  // MARK: Matrix

  private var matrix: ReportSheet {
    let names = source.catalogue.stages.map(\.name) + ["未填阶段", "合计"]
    var sheet = ReportSheet(
      name: "产业链×阶段", widths: [26, 20] + names.flatMap { _ in [7.0, 11.0] })
    sheet.paper = .a3
    sheet.addMerged("\(source.year)年\(Self.title)：产业链与阶段", .title, height: 38)
    sheet.addNotes(source, unit: "项、亿元（总投资）")
    addMatrixHeader(names, to: &sheet)
    for chain in source.catalogue.chains {
      addMatrixRow(
        chain.name, leads(chain), figures.filter { $0.chain == chain.code }, to: &sheet,
        isTotal: false)
    }
    if !withoutChain.isEmpty {
      addMatrixRow("未归入产业链", "", withoutChain, to: &sheet, isTotal: false)
    }
    addMatrixRow("合计", "", figures, to: &sheet, isTotal: true)
    sheet.frozenRows = 4
    sheet.frozenColumns = 1
    sheet.repeatedRows = 2...3
    sheet.addCaptions(source, ["每个项目只计入主产业链"])
    return sheet
  }

  private func addMatrixHeader(_ names: [String], to sheet: inout ReportSheet) {
    let row = sheet.rows.count
    var upper: [ReportCell] = [.text("产业链", .header), .text("牵头单位", .header)]
    var lower: [ReportCell] = [.text("", .header), .text("", .header)]
    for (index, name) in names.enumerated() {
      upper += [.text(name, .header), .text("", .header)]
      lower += [.text("项数", .header), .text("总投资", .header)]
      sheet.merges.append(
        ReportSheet.Merge(row: row, lastRow: row, columns: (2 + index * 2)...(3 + index * 2)))
    }
    for column in 0...1 {
      sheet.merges.append(ReportSheet.Merge(row: row, lastRow: row + 1, columns: column...column))
    }
    sheet.add(upper, height: 22)
    sheet.add(lower, height: 22)
  }

  private func addMatrixRow(
    _ name: String, _ leads: String, _ projects: [ProjectFigures], to sheet: inout ReportSheet,
    isTotal: Bool
  ) {
    let (text, count, money): (ReportStyle, ReportStyle, ReportStyle) =
      isTotal ? (.totalText, .totalCount, .totalYi) : (.text, .count, .yi)
    var cells: [ReportCell] = [.text(name, text), .text(leads, text)]
    let byStage = Dictionary(grouping: projects) { $0.stage ?? "" }
    for code in source.catalogue.stages.map(\.code) + [""] {
      let sums = FigureSums(byStage[code] ?? [])
      let isEmpty = sums.count == 0
      cells.append(isEmpty ? ReportCell(.blank, count) : .count(sums.count, count))
      cells.append(
        isEmpty ? ReportCell(.blank, money) : .number(sums.total?.double(in: .yiYuan), money))
    }
    let sums = FigureSums(projects)
    cells.append(.count(sums.count, isTotal ? .totalCount : .sectionCount))
    cells.append(.number(sums.total?.double(in: .yiYuan), isTotal ? .totalYi : .sectionYi))
    sheet.add(cells, height: 22)
  }

  // MARK: One chain

  private func sheet(_ chain: Chain) -> ReportSheet {
    let projects = figures.filter { $0.chain == chain.code }
    var words = "牵头单位：\(leads(chain))"
    if let target = chain.target {
      let verb = target.wording == "exceed" ? "突破" : "达"
      words +=
        "  ·  \(target.year)年产值目标：\(target.isEffort ? "力争" : "")\(verb)\(target.value)\(target.unit)"
    }
    return sheet(named: chain.short, title: chain.name, words: words, projects)
  }

  private var sheetWithoutChain: ReportSheet {
    sheet(named: "未归链", title: "未归入产业链的项目", words: "", withoutChain)
  }

  private func sheet(
    named name: String, title: String, words: String, _ projects: [ProjectFigures]
  ) -> ReportSheet {
    var sheet = ReportSheet(name: name, widths: [6, 34, 9, 20, 26, 20, 8, 13, 13, 14, 9, 12])
    sheet.addMerged(title, .title, height: 38)
    if !words.isEmpty { sheet.addMerged(words, .noteLeft, height: 20) }
    sheet.addNotes(source, unit: "万元")
    let headerRow = sheet.rows.count
    sheet.add(
      [
        "序号", "项目名称", "环节", "县区（园区）", "项目业主", "牵头单位", "阶段", "总投资", "\(source.year)年计划投资",
        "\(source.year)年1-\(source.month)月完成投资", "完成率", "进度灯",
      ].map { .text($0, .header) }, height: 34)
    sheet.frozenRows = sheet.rows.count
    sheet.frozenColumns = 2
    sheet.repeatedRows = headerRow...headerRow
    if projects.isEmpty {
      sheet.addMerged("本产业链在台账中没有符合条件的项目", .caption, height: 26)
      return sheet
    }
    for (index, project) in projects.sorted(by: comesFirst).enumerated() {
      addProject(project, serial: index + 1, to: &sheet)
    }
    addTotal(projects, first: headerRow + 1, to: &sheet)
    sheet.filteredRows = headerRow...(sheet.rows.count - 2)
    sheet.addCaptions(source, ["进度灯：\(rule.sentence)；无年度计划的不亮灯"])
    return sheet
  }

  private func comesFirst(_ one: ProjectFigures, _ other: ProjectFigures) -> Bool {
    // From plan to full capacity; projects without a stage come last.
    let orders = [one, other].map { $0.stage == nil ? .max : stages.order(of: $0.stage) }
    if orders[0] != orders[1] { return orders[0] < orders[1] }
    let (leftTotal, rightTotal) = (one.total?.fen ?? -1, other.total?.fen ?? -1)
    return leftTotal != rightTotal ? leftTotal > rightTotal : one.id < other.id
  }

  private func addProject(_ project: ProjectFigures, serial: Int, to sheet: inout ReportSheet) {
    let record = project.record
    sheet.add([
      .count(serial), .text(project.name), .text(record.text(.segment), .centred),
      .text(source.place(of: record), .centred), .text(record.text(.owner)),
      .text(source.leads(of: record)),
      .text(project.stage.map { source.catalogue.name(of: .stage, $0) }, .centred),
      .number(project.total?.double(in: .wanYuan), .wan),
      .number(project.plan?.double(in: .wanYuan), .wan),
      .number(project.done?.double(in: .wanYuan), .wan), .number(project.rate, .rate),
      LightCell.cell(
        ProjectLight(project, rule: rule, stages: stages, year: source.year, month: source.month),
        rule),
    ])
  }

  private func addTotal(_ projects: [ProjectFigures], first: Int, to sheet: inout ReportSheet) {
    let sums = FigureSums(projects)
    sheet.addTotal(
      "合计（共\(projects.count)项）", labelColumns: 0...6,
      sums: [(7, sums.total), (8, sums.plan), (9, sums.done)], rate: (10, sums.rate),
      rows: first...(sheet.rows.count - 1), .total)
  }

  private func leads(_ chain: Chain) -> String {
    chain.leads.map { source.catalogue.name(of: .unit, $0) }.joined(separator: "、")
  }
}
