import Ledger

/// The first page: the sentence, what needs a decision, changes since the last issue, charts; then the tables behind
/// the charts, and how everything is counted.
extension LeadersBook {
  var overview: ReportSheet {
    var sheet = ReportSheet(
      name: "总体情况",
      widths: [30, 12, 18, 18, 18, 14, 11, 11, 11, 11].map { $0 * (isWide ? Self.widening : 1) })
    sheet.paper = isWide ? .a3 : .a4
    let key = keySentence
    sheet.addTitle(title, below: source.edition.marks)
    sheet.addNotes(source.edition, unit: "亿元")
    sheet.repeatedRows = (sheet.rows.count - 1)...(sheet.rows.count - 1)
    let text = sentence
    sheet.addMerged(
      text, .sentence, height: sheet.mergedHeight(text, fontSize: 14, leading: 1.5) + 8)
    if !figures.isEmpty { addBody(to: &sheet) }
    sheet.addCaptions(source.edition, captions(key))
    return sheet
  }

  /// Whether the first page is as wide as the ledger behind it: then it holds the chains as well.
  var isWide: Bool { source.edition.making.paper != .a4 }

  /// How much wider columns are on A3: all of the first page goes in with letters of nine points.
  private static let widening = 1.53

  /// Rows of 15 points (20 pixels) under the charts: where chains are many, enough for the name of each.
  private var chartRows: Int { groups.count { $0.isChain } > 10 ? 16 : 14 }

  private func addBody(to sheet: inout ReportSheet) {
    let changes = changes
    let chartRows = hasCharts ? chartRows : 0
    let groups = groups
    let tableOfChains = isWide && groups.count > 1 ? 20 + Double(groups.count) * 16 + 18 : 0
    let below =
      Double(chartRows) * 15 + tableOfChains
      + (changes.map { sheet.mergedHeight($0, fontSize: 12, leading: 1.4) + 4 } ?? 0)
    addDecisions(to: &sheet, leaving: below)
    if let changes {
      sheet.addMerged(
        changes, .note, height: sheet.mergedHeight(changes, fontSize: 12, leading: 1.4) + 4)
    }
    let chartRow = sheet.rows.count
    for _ in 0..<chartRows { sheet.add([], height: 15) }
    if hasCharts { sheet.wholeTables.append(chartRow...(sheet.rows.count - 1)) }
    // One chain's table is the total's: it has no table and no chart.
    let byChain =
      groups.count < 2
      ? nil
      : addTable(
        "产业链", groups.map { (name: $0.name, projects: $0.projects) }, to: &sheet)
    if byChain != nil { sheet.add([], height: 8) }
    let rows = addTable("阶段", byStage, to: &sheet)
    if hasCharts { sheet.charts = charts(rows, byChain, at: chartRow) }
  }

  /// The changes since the last issue, in one sentence; nil if there are none.
  var changes: String? {
    brief.flatMap { $0.touched == 0 ? nil : "较上期变化：" + ChangesBook($0).sentence }
  }

  /// Whether there is anything to compare: a chart of one bar repeats the table.
  private var hasCharts: Bool {
    groups.count > 1 || Set(figures.map(\.stage)).count > 1
  }

  private func charts(
    _ byStage: ClosedRange<Int>, _ byChain: ClosedRange<Int>?, at row: Int
  ) -> [ReportChart] {
    let height = chartRows * 20 - 6
    func wide(_ width: Int) -> Int { isWide ? Int(Double(width) * Self.widening) : width }
    func stages(_ width: Int) -> ReportChart {
      ReportChart(
        kind: .bar, title: "各阶段项目数", valueTitle: "项", series: [series(.stages, 1, byStage)],
        row: row, column: 0, width: wide(width), height: height)
    }
    // Projects without a chain are last, and only in the table.
    let chains = groups.count { $0.isChain }
    let sums = FigureSums(figures)
    guard let byChain, chains > 1, sums.plan != nil || sums.done != nil else {
      return [stages(1_060)]
    }
    let rows = byChain.lowerBound...(byChain.lowerBound + chains - 1)
    return [
      stages(420),
      // Names of chains are long, so they are written horizontally beside bars.
      ReportChart(
        kind: .bar, title: "各产业链年度计划与本年累计完成", valueTitle: "亿元",
        series: [series(.plan, 3, rows), series(.done, 4, rows)], row: row, column: 3,
        width: wide(680), height: height),
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

  /// Adds a table of groups with its total. Returns the rows of the groups.
  private func addTable(
    _ label: String, _ groups: [(name: String, projects: [ProjectFigures])],
    to sheet: inout ReportSheet
  ) -> ClosedRange<Int> {
    let header =
      [label, "项数", "总投资", "\(source.year)年计划", "本年累计完成", "完成率"]
      + LightRule.Light.allCases.map(rule.word)
    let top = sheet.rows.count
    sheet.add(header.map { .text($0, .header) }, height: 20)
    let first = sheet.rows.count
    for group in groups {
      sheet.add(sums(.text(group.name), group.projects), height: 16)
    }
    let rows = first...(sheet.rows.count - 1)
    sheet.add(total(rows), height: 18)
    // A table of more rows than a page has is torn all the same, but not for its last few.
    sheet.wholeTables.append(top...(sheet.rows.count - 1))
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

  private func series(
    _ role: ReportChart.Series.Role, _ column: Int, _ rows: ClosedRange<Int>
  ) -> ReportChart.Series {
    ReportChart.Series(
      role: role, nameRow: rows.lowerBound - 1, nameColumn: column, rows: rows, categoryColumn: 0,
      valueColumn: column)
  }
}
