import Ledger

/// The sheet of projects by chain, with each chain's count and sums in its first row.
extension LeadersBook {
  var ledger: ReportSheet {
    var sheet = ReportSheet(name: "项目台账", widths: bounds.map(\.lowerBound))
    let byChain = source.subject?.isChain ?? false ? "" : "（按产业链）"
    sheet.addTitle(heading("重大项目台账" + byChain))
    sheet.addNotes(source.edition, unit: "万元")
    let headerRow = sheet.rows.count
    let labels: [String?] = [
      "序号", "编号", "项目名称", "县区（园区）", "牵头单位", "阶段", "总投资", source.edition.planLabel,
      source.edition.doneLabel(reachesDiffer: reachesDiffer), "完成率", "进度灯",
      reachesDiffer ? "数据\n截至" : nil, "形象进度", "存在问题", Self.grounds,
    ]
    sheet.add(labels.compactMap { $0 }.map { .text($0, .header) }, height: 36)
    sheet.frozenRows = sheet.rows.count
    sheet.frozenColumns = 3
    sheet.repeatedRows = headerRow...headerRow
    addGroups(to: &sheet)
    sheet.fitColumns(from: headerRow, within: bounds)
    sheet.addCaptions(
      source.edition,
      [
        "每个项目只列入主产业链；编号为台账里的项目编号，可据以查询；“\(Self.grounds)”由台账按计划时间、节点和问题清单得出，“存在问题”为单位所报",
        source.edition.rateCaption(FigureSums(figures)),
      ]
        + source.edition.monthCaptions + [LightCell.caption(rule, source.edition)])
    return sheet
  }

  private static let grounds = "评灯依据"

  /// Together no wider than the paper holds in letters that are read.
  private var bounds: [ClosedRange<Double>] {
    var bounds = isWide ? Self.boundsOfA3 : Self.boundsOfA4
    if reachesDiffer { bounds.insert(7...7, at: 11) }
    return bounds
  }

  private static let boundsOfA4: [ClosedRange<Double>] = [
    5...5, 6...6, 20...25, 8...12, 12...17, 6...8, 12...12, 10...10, 12...12, 8...8, 12...12,
    10...11, 9...12, 13...16,
  ]
  private static let boundsOfA3: [ClosedRange<Double>] = [
    5...5, 6...6, 20...34, 8...20, 12...20, 6...8, 12...13, 10...12, 12...12, 8...8, 12...12,
    10...26, 9...22, 9...26,
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
      label, labelColumns: 0...5, sums: [(6, sums.total), (7, sums.plan), (8, sums.done)],
      rate: (9, sums.rate, done: 8, plan: 7), rows: rows, family)
  }

  private func addProject(_ project: ProjectFigures, serial: Int, to sheet: inout ReportSheet) {
    let record = project.record
    let light = light(project)
    var cells: [ReportCell] = [
      .count(serial, .serial), .count(Int(project.id), .serial), .text(project.name),
      .text(source.place(of: record), .centred),
      .text(source.leads(of: record), .centred), .text(source.stage(of: project), .centred),
      .number(project.total?.double(in: .wanYuan), .wan),
      .number(project.plan?.double(in: .wanYuan), .wan),
      .number(project.done?.double(in: .wanYuan), .wan), .number(project.rate, .rate),
      LightCell.cell(light, rule), .text(source.progress(of: project)),
      .text(source.text(.problems, of: record)), .text(source.grounds(of: light)),
    ]
    if reachesDiffer { cells.insert(.text(source.reach(of: project), .centred), at: 11) }
    sheet.add(cells, outline: 1)
  }
}
