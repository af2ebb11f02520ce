import Ledger

/// The first page: the sentence, two charts over the tables below them, and how all is counted.
extension LeadersBook {
  var overview: ReportSheet {
    var sheet = ReportSheet(name: "总体情况", widths: [30, 12, 18, 18, 18, 14, 11, 11, 11, 11])
    let key = keySentence
    sheet.addTitle("\(source.year)年\(Self.title)", annex: source.edition.annex)
    sheet.addNotes(source.edition, unit: "亿元")
    sheet.repeatedRows = (sheet.rows.count - 2)...(sheet.rows.count - 1)
    let text = sentence
    sheet.addMerged(
      text, .sentence, height: sheet.mergedHeight(text, fontSize: 14, leading: 1.5) + 16)
    if !figures.isEmpty { addTables(to: &sheet) }
    sheet.addCaptions(source.edition, captions(key))
    return sheet
  }

  /// Rows of 15 points (20 pixels) under the charts; with the table of stages they fill the first page.
  private static let chartRows = 20

  private func addTables(to sheet: inout ReportSheet) {
    let chartRow = sheet.rows.count
    for _ in 0..<Self.chartRows { sheet.add([], height: 15) }
    let byStage = addTable("阶段", byStage, to: &sheet)
    sheet.add([], height: 8)
    // The second table begins a page, so that neither is torn.
    sheet.pageBreaks = [sheet.rows.count]
    let byChain = addTable(
      "产业链", groups.map { (name: $0.name, projects: $0.projects) }, to: &sheet)
    sheet.charts = charts(byStage, byChain, at: chartRow)
  }

  private func charts(
    _ byStage: ClosedRange<Int>, _ byChain: ClosedRange<Int>, at row: Int
  ) -> [ReportChart] {
    let stages = ReportChart(
      kind: .bar, title: "各阶段项目数", valueTitle: "项", series: [series(1, byStage)], row: row,
      column: 0, width: 420, height: Self.chartRows * 20 - 6)
    // Projects without a chain stand last, and only in the table.
    let chains = groups.count { $0.isChain }
    let sums = FigureSums(figures)
    guard chains > 0, sums.plan != nil || sums.done != nil else { return [stages] }
    let rows = byChain.lowerBound...(byChain.lowerBound + chains - 1)
    return [
      stages,
      // Names of chains are long: beside a bar they are read level.
      ReportChart(
        kind: .bar, title: "各产业链年度计划与累计完成", valueTitle: "亿元",
        series: [series(3, rows), series(4, rows)], row: row, column: 3, width: 640,
        height: Self.chartRows * 20 - 6),
    ]
  }

  private var byStage: [(name: String, projects: [ProjectFigures])] {
    let known = source.catalogue.stages.map(\.code)
    let others = Set(figures.compactMap(\.stage)).subtracting(known).sorted()
    let stages = (known + others).map { code in
      (name: source.catalogue.name(of: .stage, code), projects: figures.filter { $0.stage == code })
    }
    let without = figures.filter { $0.stage == nil }
    return without.isEmpty ? stages : stages + [(name: "未填阶段", projects: without)]
  }

  /// Adds a table of groups with its total; returns the rows of the groups.
  private func addTable(
    _ label: String, _ groups: [(name: String, projects: [ProjectFigures])],
    to sheet: inout ReportSheet
  ) -> ClosedRange<Int> {
    let header =
      [label, "项数", "总投资", "\(source.year)年计划", "累计完成", "完成率"]
      + LightRule.Light.allCases.map(rule.word)
    sheet.add(header.map { .text($0, .header) }, height: 24)
    let first = sheet.rows.count
    for group in groups {
      sheet.add(sums(.text(group.name), group.projects), height: 17)
    }
    let rows = first...(sheet.rows.count - 1)
    sheet.add(total(rows), height: 22)
    return rows
  }

  private func sums(_ label: ReportCell, _ projects: [ProjectFigures]) -> [ReportCell] {
    let sums = FigureSums(projects)
    let lights = projects.compactMap(light)
    return [
      label, .countOrBlank(sums.count), .number(sums.total?.double(in: .yiYuan), .yi),
      .number(sums.plan?.double(in: .yiYuan), .yi), .number(sums.done?.double(in: .yiYuan), .yi),
      .number(sums.rate, .rate),
    ] + LightRule.Light.allCases.map { light in .countOrBlank(lights.count { $0.light == light }) }
  }

  private func total(_ rows: ClosedRange<Int>) -> [ReportCell] {
    let sums = FigureSums(figures)
    let lights = figures.compactMap(light)
    let money = [sums.total, sums.plan, sums.done].enumerated().map { index, sum in
      ReportCell.subtotal(sum?.double(in: .yiYuan), index + 2, rows, .totalYi)
    }
    let counts = LightRule.Light.allCases.enumerated().map { index, light in
      let count = lights.count { $0.light == light }
      return ReportCell.subtotal(count == 0 ? nil : Double(count), index + 6, rows, .totalCount)
    }
    return [.text("合计", .totalText), .subtotal(Double(sums.count), 1, rows, .totalCount)] + money
      + [.number(sums.rate, .totalRate)] + counts
  }

  private func series(_ column: Int, _ rows: ClosedRange<Int>) -> ReportChart.Series {
    ReportChart.Series(
      nameRow: rows.lowerBound - 1, nameColumn: column, rows: rows, categoryColumn: 0,
      valueColumn: column)
  }
}
