import Ledger

/// The sheet of each chain: its projects from plan to full capacity, and their total.
extension ChainsBook {
  func sheet(_ chain: Chain) -> ReportSheet {
    var words = "牵头单位：\(leads(chain))"
    words += targets(of: chain).map { "  ·  " + $0 }.joined()
    let projects = figures.filter { $0.chain == chain.code }
    return sheet(
      named: chain.name, title: chain.name, words: words, projects, links(of: chain, projects))
  }

  /// 2026年产值目标：力争达250亿元. If only other years have targets, 未下达.
  private func targets(of chain: Chain) -> [String] {
    let known = source.catalogue.items(of: .target).map { Target($0) }
      .filter { $0.chain == chain.code }
    let own = known.filter { $0.year == source.year }
    if own.isEmpty, !known.isEmpty { return ["\(source.year)年目标：未下达"] }
    return own.map { target in
      let name = target.name.hasPrefix(chain.name) ? target.name.dropFirst(chain.name.count) : ""
      return "\(source.year)年\(name.isEmpty ? target.name : String(name))目标："
        + (target.isHandedDown ? target.phrase.withoutSpacesAtDigits : "未下达")
    }
  }

  var sheetWithoutChain: ReportSheet {
    sheet(
      named: "未列入产业链", title: "未列入产业链的项目", words: "", withoutChain,
      [Link(heading: nil, projects: withoutChain)])
  }

  private static func bounds(hasLinks: Bool) -> [ClosedRange<Double>] {
    [6...6, 26...38] + (hasLinks ? [8...14] : [])
      + [
        10...18, 12...34, 14...20, 6...12, 9...15, 10...15, 11...15, 8...9, 11...12,
      ]
  }

  private func sheet(
    named name: String, title: String, words: String, _ projects: [ProjectFigures],
    _ links: [Link]
  ) -> ReportSheet {
    // A column for links only if a project states one.
    let hasLinks = projects.contains { $0.record.text(.segment) != nil }
    let bounds = Self.bounds(hasLinks: hasLinks) + (reachesDiffer ? [7...7] : [])
    var sheet = ReportSheet(name: name, widths: bounds.map(\.lowerBound))
    sheet.addTitle(title)
    if !words.isEmpty { sheet.addMerged(words, .noteLeft, height: 20) }
    sheet.addNotes(source.edition, unit: "万元")
    let headerRow = sheet.rows.count
    sheet.add(
      [
        "序号", "项目名称", hasLinks ? "环节" : nil, "县区（园区）", "项目业主", "牵头单位", "阶段", "总投资",
        source.edition.planLabel, source.edition.doneLabel(reachesDiffer: reachesDiffer), "完成率",
        "进度灯",
        reachesDiffer ? "数据\n截至" : nil,
      ].compactMap { $0 }.map { .text($0, .header) }, height: 36)
    sheet.frozenRows = sheet.rows.count
    sheet.frozenColumns = 2
    sheet.repeatedRows = headerRow...headerRow
    if projects.isEmpty {
      sheet.fitColumns(from: headerRow, within: bounds)
      sheet.addNothing("本产业链在台账中没有符合条件的项目")
      return sheet
    }
    var serial = 0
    for link in links {
      if let heading = link.heading { sheet.addMerged(heading, .sectionText, height: 22) }
      for project in link.projects.sorted(by: stages.comesFirst) {
        serial += 1
        addProject(project, serial: serial, hasLinks: hasLinks, to: &sheet)
      }
    }
    sheet.filteredRows = headerRow...(sheet.rows.count - 1)
    addTotal(projects, first: headerRow + 1, column: hasLinks ? 7 : 6, to: &sheet)
    sheet.fitColumns(from: headerRow, within: bounds)
    let missing = links.contains { $0.heading?.hasSuffix(Self.missing) ?? false }
    sheet.addCaptions(
      source.edition,
      ["每个项目只列入主产业链"] + (missing ? ["缺环指产业链目录所列的环节在所选范围内没有项目"] : [])
        + [source.edition.rateCaption(FigureSums(projects))] + source.edition.monthCaptions
        + [LightCell.caption(rule, source.edition)])
    return sheet
  }

  private func addProject(
    _ project: ProjectFigures, serial: Int, hasLinks: Bool, to sheet: inout ReportSheet
  ) {
    let record = project.record
    let link: [ReportCell] = hasLinks ? [.text(record.text(.segment), .centred)] : []
    var cells: [ReportCell] = [.count(serial, .serial), .text(project.name)]
    cells += link
    cells += [
      .text(source.place(of: record), .centred), .text(record.text(.owner)),
      .text(source.leads(of: record), .centred), .text(source.stage(of: project), .centred),
      .number(project.total?.double(in: .wanYuan), .wan),
      .number(project.plan?.double(in: .wanYuan), .wan),
      .number(project.done?.double(in: .wanYuan), .wan), .number(project.rate, .rate),
      LightCell.cell(source.light(project, rule: rule, stages: stages), rule),
    ]
    if reachesDiffer { cells.append(.text(source.reach(of: project), .centred)) }
    sheet.add(cells)
  }

  /// `column` is the one of the total investment; plan, done and rate follow it.
  private func addTotal(
    _ projects: [ProjectFigures], first: Int, column: Int, to sheet: inout ReportSheet
  ) {
    let sums = FigureSums(projects)
    sheet.addTotal(
      "合计（共\(projects.count)项）", labelColumns: 0...(column - 1),
      sums: [(column, sums.total), (column + 1, sums.plan), (column + 2, sums.done)],
      rate: (column + 3, sums.rate, done: column + 2, plan: column + 1),
      rows: first...(sheet.rows.count - 1), .total)
  }
}
