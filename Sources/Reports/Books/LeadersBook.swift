package import Ledger

/// 领导汇总: the one sentence, two charts, then the ledger by chain with subtotals and lights.
package struct LeadersBook: Sendable {
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

  package static let title = "重大项目推进情况汇总"

  package var sheets: [ReportSheet] { [overview, ledger] }

  // MARK: Overview

  private var sentence: KeySentence {
    KeySentence(figures, year: source.year, month: source.month, stages: stages)
  }

  private var overview: ReportSheet {
    var sheet = ReportSheet(name: "总体情况", widths: [28, 10, 16, 16, 16, 12, 11, 11, 11])
    let sentence = sentence
    sheet.addMerged("\(source.year)年\(Self.title)", .title, height: 38)
    sheet.addNotes(source, unit: "亿元")
    sheet.addMerged(sentence.text(subject: subject), .sentence, height: 62)
    let chartRow = sheet.rows.count
    for _ in 0..<Self.chartRows { sheet.add([], height: 15) }
    let funnelRow = sheet.rows.count
    addFunnel(to: &sheet)
    sheet.pageBreaks = [sheet.rows.count + 1]
    let chainRow = sheet.rows.count + 1
    addChains(to: &sheet)
    sheet.charts = charts(funnelRow: funnelRow, chainRow: chainRow, at: chartRow)
    var captions = ["累计完成为本年1月起累计"]
    if sentence.behindMonth > 0 {
      captions[0] += "，其中\(sentence.behindMonth)项的数据早于\(source.month)月"
    }
    sheet.addCaptions(source, captions + ["进度灯：\(rule.sentence)"])
    return sheet
  }

  /// Rows of 15 points (20 pixels) under the charts.
  private static let chartRows = 19

  private var subject: String { source.filter.isEmpty ? "全市重大项目" : "所选项目" }

  private func addFunnel(to sheet: inout ReportSheet) {
    sheet.add(
      ["阶段", "项数", "总投资", "\(source.year)年计划", "累计完成", "完成率"].map { .text($0, .header) }, height: 24
    )
    for stage in source.catalogue.stages {
      addSums(stage.name, figures.filter { $0.stage == stage.code }, to: &sheet)
    }
    let others = figures.filter { $0.stage == nil }
    if !others.isEmpty { addSums("未填阶段", others, to: &sheet) }
  }

  private func addSums(_ label: String, _ projects: [ProjectFigures], to sheet: inout ReportSheet) {
    let sums = FigureSums(projects)
    sheet.add([
      .text(label), .count(sums.count), .number(sums.total?.double(in: .yiYuan), .yi),
      .number(sums.plan?.double(in: .yiYuan), .yi), .number(sums.done?.double(in: .yiYuan), .yi),
      .number(sums.rate, .rate),
    ])
  }

  private func addChains(to sheet: inout ReportSheet) {
    sheet.add([], height: 8)
    let header =
      ["产业链", "项数", "总投资", "\(source.year)年计划", "累计完成", "完成率"]
      + LightRule.Light.allCases.map(rule.word)
    sheet.add(header.map { .text($0, .header) }, height: 24)
    for group in groups {
      let sums = FigureSums(group.projects)
      let lights = group.projects.compactMap(light)
      sheet.add(
        [
          .text(group.name), .count(sums.count), .number(sums.total?.double(in: .yiYuan), .yi),
          .number(sums.plan?.double(in: .yiYuan), .yi),
          .number(sums.done?.double(in: .yiYuan), .yi),
          .number(sums.rate, .rate),
        ] + LightRule.Light.allCases.map { light in .count(lights.count { $0.light == light }) })
    }
    let sums = FigureSums(figures)
    let lights = figures.compactMap(light)
    sheet.add(
      [
        .text("合计", .totalText), .count(sums.count, .totalCount),
        .number(sums.total?.double(in: .yiYuan), .totalYi),
        .number(sums.plan?.double(in: .yiYuan), .totalYi),
        .number(sums.done?.double(in: .yiYuan), .totalYi), .number(sums.rate, .totalRate),
      ]
        + LightRule.Light.allCases.map { light in
          .count(lights.count { $0.light == light }, .totalCount)
        })
  }

  private func charts(funnelRow: Int, chainRow: Int, at row: Int) -> [ReportChart] {
    let stageCount = source.catalogue.stages.count
    let chainCount = groups.count
    return [
      ReportChart(
        kind: .column, title: "各阶段项目数", valueTitle: "项",
        series: [
          ReportChart.Series(
            nameRow: funnelRow, nameColumn: 1, rows: (funnelRow + 1)...(funnelRow + stageCount),
            categoryColumn: 0, valueColumn: 1)
        ], row: row, column: 0, width: 372, height: Self.chartRows * 20 - 6),
      ReportChart(
        kind: .column, title: "各产业链计划与完成投资", valueTitle: "亿元",
        series: [3, 4].map { column in
          ReportChart.Series(
            nameRow: chainRow, nameColumn: column,
            rows: (chainRow + 1)...(chainRow + max(1, chainCount)),
            categoryColumn: 0, valueColumn: column)
        }, row: row, column: 3, width: 560, height: Self.chartRows * 20 - 6),
    ]
  }

  // MARK: Ledger by chain

  /// The projects of one chain, those furthest on and largest first.
  private struct Group {
    let name: String
    let projects: [ProjectFigures]
  }

  private var groups: [Group] {
    let byChain = Dictionary(grouping: figures) { $0.chain ?? "" }
    let codes = source.catalogue.chains.map(\.code) + [""]
    return codes.compactMap { code in
      guard let projects = byChain[code] else { return nil }
      let name = code.isEmpty ? "未归入产业链" : source.catalogue.name(of: .chain, code)
      return Group(name: name, projects: projects.sorted(by: comesFirst))
    }
  }

  private func comesFirst(_ one: ProjectFigures, _ other: ProjectFigures) -> Bool {
    let (left, right) = (stages.order(of: one.stage), stages.order(of: other.stage))
    if left != right { return left > right }
    let (leftTotal, rightTotal) = (one.total?.fen ?? -1, other.total?.fen ?? -1)
    return leftTotal != rightTotal ? leftTotal > rightTotal : one.id < other.id
  }

  private func light(_ project: ProjectFigures) -> ProjectLight? {
    ProjectLight(project, rule: rule, stages: stages, year: source.year, month: source.month)
  }

  private var ledger: ReportSheet {
    var sheet = ReportSheet(
      name: "项目台账", widths: [6, 34, 20, 20, 8, 13, 13, 14, 9, 12, 30, 22])
    sheet.addMerged("\(source.year)年重大项目台账（按产业链）", .title, height: 38)
    sheet.addNotes(source, unit: "万元")
    sheet.add(
      [
        "序号", "项目名称", "县区（园区）", "牵头单位", "阶段", "总投资", "\(source.year)年计划投资",
        "\(source.year)年1-\(source.month)月完成投资", "完成率", "进度灯", "形象进度", "存在问题",
      ].map { .text($0, .header) }, height: 34)
    sheet.frozenRows = sheet.rows.count
    sheet.frozenColumns = 2
    sheet.repeatedRows = 2...2
    var serial = 0
    for (index, group) in groups.enumerated() {
      addSection(group, index: index, to: &sheet)
      for project in group.projects {
        serial += 1
        addProject(project, serial: serial, to: &sheet)
      }
    }
    let bodyRows = sheet.frozenRows...max(sheet.frozenRows, sheet.rows.count - 1)
    addTotal("合计（共\(figures.count)项）", figures, rows: bodyRows, .total, to: &sheet)
    sheet.addCaptions(source, ["进度灯：\(rule.sentence)；无年度计划的不亮灯"])
    return sheet
  }

  private func addSection(_ group: Group, index: Int, to sheet: inout ReportSheet) {
    let first = sheet.rows.count + 1
    addTotal(
      "\(ChineseNumeral.text(index + 1))、\(group.name)（共\(group.projects.count)项）", group.projects,
      rows: first...(first + group.projects.count - 1), .section, to: &sheet)
  }

  private func addTotal(
    _ label: String, _ projects: [ProjectFigures], rows: ClosedRange<Int>, _ family: StyleFamily,
    to sheet: inout ReportSheet
  ) {
    let sums = FigureSums(projects)
    sheet.addTotal(
      label, labelColumns: 0...4, sums: [(5, sums.total), (6, sums.plan), (7, sums.done)],
      rate: (8, sums.rate), rows: rows, family)
  }

  private func addProject(_ project: ProjectFigures, serial: Int, to sheet: inout ReportSheet) {
    let record = project.record
    let light = light(project)
    let stage = project.stage.map { source.catalogue.name(of: .stage, $0) }
    let condition = record.reference(.condition).map { source.catalogue.name(of: .condition, $0) }
    let stageText =
      condition.map { $0 == "正常" ? stage : [stage, "（\($0)）"].compactMap { $0 }.joined() } ?? stage
    sheet.add(
      [
        .count(serial), .text(project.name), .text(source.place(of: record), .centred),
        .text(source.leads(of: record)), .text(stageText, .centred),
        .number(project.total?.double(in: .wanYuan), .wan),
        .number(project.plan?.double(in: .wanYuan), .wan),
        .number(project.done?.double(in: .wanYuan), .wan), .number(project.rate, .rate),
        LightCell.cell(light, rule), .text(record.text(.progress)), .text(record.text(.problems)),
      ], outline: 1)
  }
}
