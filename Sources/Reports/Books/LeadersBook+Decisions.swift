import Ledger
import SpreadsheetWriting

/// Projects that need a decision, far behind or with open problems, the largest first.
extension LeadersBook {
  /// A project that needs a decision, and why.
  struct Decision {
    let project: ProjectFigures
    let why: String
  }

  /// The maximum number shown.
  private static let most = 10
  /// The number shown even if they do not fit.
  private static let least = 3

  var decisions: [Decision] {
    figures.filter { isSerious($0) || hasProblem($0) }.sorted { one, other in
      let (left, right) = (one.total?.fen ?? -1, other.total?.fen ?? -1)
      return left != right ? left > right : one.id < other.id
    }.map { Decision(project: $0, why: why($0)) }
  }

  private func isSerious(_ project: ProjectFigures) -> Bool {
    light(project)?.light == .serious
  }

  private func hasProblem(_ project: ProjectFigures) -> Bool {
    light(project)?.hasOpenProblem == true || source.text(.problems, of: project.record) != nil
  }

  /// How far it is behind, which dates passed, what its unit reports.
  private func why(_ project: ProjectFigures) -> String {
    let light = light(project)
    let behind = project.monthElapsed(in: source.month).flatMap { month -> String? in
      guard let rate = project.rate, rate < Double(month) / 12, light?.light != .normal else {
        return nil
      }
      let reach = month == source.month ? "" : "数据截至\(month)月，"
      return "\(reach)完成率\(FigureWords.percent(rate))，\(FigureWords.distance(rate, month: month))"
    }
    let grounds = light?.reasons.map(\.withoutSpacesAtDigits) ?? []
    return ([behind] + grounds + [source.text(.problems, of: project.record)]).compactMap { $0 }
      .joined(separator: "；")
  }

  /// The number of each kind, and how many are shown.
  func heading(of decisions: [Decision], shown: Int) -> String {
    let serious = decisions.count { isSerious($0.project) }
    let kinds = [
      serious == 0 ? nil : "\(rule.word(.serious))\(serious)项",
      decisions.count == serious
        ? nil : "\(serious == 0 ? "" : "其他")报有问题或有未办结问题的\(decisions.count - serious)项",
    ].compactMap { $0 }
    let rest = shown < decisions.count ? "，列总投资最大的\(shown)项" : ""
    return "需要研究的项目：\(kinds.joined(separator: "，"))\(rest)"
  }

  /// Adds as many as fit on the first page if `room` points are left for what follows.
  func addDecisions(to sheet: inout ReportSheet, leaving room: Double) {
    let decisions = decisions
    if decisions.isEmpty { return }
    let heights = decisions.prefix(Self.most).map { height(of: $0, in: sheet) }
    var left = sheet.roomOnFirstPage - room - 18 - 18
    var shown = 0
    while shown < heights.count, shown < Self.least || left >= heights[shown] {
      left -= heights[shown]
      shown += 1
    }
    sheet.addMerged(heading(of: decisions, shown: shown), .sectionText, height: 18)
    addRow(["项目名称", "总投资", "进度灯", "牵头单位", "主要问题"].map { .text($0, .header) }, 18, to: &sheet)
    for (decision, height) in zip(decisions, heights.prefix(shown)) {
      let project = decision.project
      addRow(
        [
          .text(project.name), .number(project.total?.double(in: .yiYuan), .yi),
          LightCell.cell(light(project), rule), .text(source.leads(of: project.record), .centred),
          .text(decision.why),
        ], height, to: &sheet)
    }
  }

  private static let columns = [0...1, 2...2, 3...3, 4...4, 5...9]

  private func addRow(_ cells: [ReportCell], _ height: Double, to sheet: inout ReportSheet) {
    var row: [ReportCell] = []
    for (cell, columns) in zip(cells, Self.columns) {
      row += [cell] + columns.dropFirst().map { _ in ReportCell(.blank, cell.style) }
      if columns.count > 1 {
        sheet.merges.append(
          ReportSheet.Merge(row: sheet.rows.count, lastRow: sheet.rows.count, columns: columns))
      }
    }
    sheet.add(row, height: height)
  }

  private func height(of decision: Decision, in sheet: ReportSheet) -> Double {
    let texts = [
      (decision.project.name, 0), (source.leads(of: decision.project.record), 3), (decision.why, 4),
    ]
    let lines = texts.map { text, place in
      ColumnWidth.lines(text, inWidth: sheet.widths[Self.columns[place]].reduce(0, +))
    }
    return min(409, Double(lines.max() ?? 1) * 13.5 + 3)
  }
}
