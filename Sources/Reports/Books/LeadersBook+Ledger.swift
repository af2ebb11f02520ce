import Ledger

/// The projects by chain, each chain with its count and sums in its first row.
extension LeadersBook {
  var ledger: ReportSheet {
    var sheet = ReportSheet(name: "项目台账", widths: Self.bounds.map(\.lowerBound))
    sheet.addTitle("\(source.year)年重大项目台账（按产业链）", annex: nil)
    sheet.addNotes(source.edition, unit: "万元")
    let headerRow = sheet.rows.count
    sheet.add(
      [
        "序号", "项目名称", "县区（园区）", "牵头单位", "阶段", "总投资", source.edition.planLabel,
        source.edition.doneLabel, "完成率", "进度灯", "形象进度", "存在问题",
      ].map { .text($0, .header) }, height: 36)
    sheet.frozenRows = sheet.rows.count
    sheet.frozenColumns = 2
    sheet.repeatedRows = headerRow...headerRow
    addGroups(to: &sheet)
    sheet.fitColumns(from: headerRow, within: Self.bounds)
    sheet.addCaptions(
      source.edition,
      ["每个项目只列入主产业链", source.edition.rateCaption(FigureSums(figures))]
        + source.edition.monthCaptions + [LightCell.caption(rule, source.edition)])
    return sheet
  }

  private static let bounds: [ClosedRange<Double>] = [
    6...6, 24...36, 10...18, 14...20, 6...12, 9...15, 10...15, 11...15, 8...9, 11...12, 14...28,
    12...24,
  ]

  private func addGroups(to sheet: inout ReportSheet) {
    let first = sheet.rows.count
    if figures.isEmpty { return sheet.addNothing("没有符合条件的项目") }
    var serial = 0
    for (index, group) in groups.enumerated() {
      addSection(group, index: index, to: &sheet)
      for project in group.projects {
        serial += 1
        addProject(project, serial: serial, to: &sheet)
      }
    }
    sheet.filteredRows = (first - 1)...(sheet.rows.count - 1)
    addTotal(
      "合计（共\(figures.count)项）", figures, rows: first...(sheet.rows.count - 1), .total, to: &sheet)
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
      rate: (8, sums.rate, done: 7, plan: 6), rows: rows, family)
  }

  private func addProject(_ project: ProjectFigures, serial: Int, to sheet: inout ReportSheet) {
    let record = project.record
    let light = light(project)
    sheet.add(
      [
        .count(serial, .serial), .text(project.name), .text(source.place(of: record), .centred),
        .text(source.leads(of: record), .centred), .text(source.stage(of: project), .centred),
        .number(project.total?.double(in: .wanYuan), .wan),
        .number(project.plan?.double(in: .wanYuan), .wan),
        .number(project.done?.double(in: .wanYuan), .wan), .number(project.rate, .rate),
        LightCell.cell(light, rule), .text(source.progress(of: project)),
        .text(source.problems(of: project, light)),
      ], outline: 1)
  }
}
