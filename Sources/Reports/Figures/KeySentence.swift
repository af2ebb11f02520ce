package import Ledger
package import Storage

/// The sentence that leaders read first, and its figures.
package struct KeySentence: Hashable, Sendable {
  package let year: Int
  /// The month the figures reach; nil if no list stated any.
  package let month: Int?
  package let sums: FigureSums
  /// Projects planned to start in the year, or started in it.
  package let plannedStarts: Int
  /// Those of them that have started by the end of the month.
  package let started: Int
  /// Those of them whose start is known only from their present stage.
  package let undatedStarts: Int
  /// Projects whose figures reach an earlier month than the book's.
  package let behindMonth: Int
  /// Projects that do not say up to which month their figures are, where others do.
  package let undated: Int

  package init(_ projects: [ProjectFigures], year: Int, month: Int?, stages: StageOrder) {
    self.year = year
    self.month = month
    sums = FigureSums(projects)
    let starts = projects.filter { project in
      [Field.startActual, .startPlanned].contains { project.date($0)?.year == year }
    }
    let end = year * 10_000 + (month ?? 12) * 100 + 31
    plannedStarts = starts.count
    undatedStarts = starts.count { project in
      project.date(.startActual) == nil && stages.order(of: project.stage) >= stages.start
    }
    started =
      undatedStarts
      + starts.count { project in
        project.date(.startActual).map { $0.firstDay <= end } ?? false
      }
    behindMonth = month.map { month in projects.count { ($0.reach ?? month) < month } } ?? 0
    undated = month == nil ? 0 : projects.count { $0.done != nil && $0.reach == nil }
  }

  /// Takes figures that were summed elsewhere.
  package init(
    _ sums: YearSums, year: Int, month: Int?, plannedStarts: Int, started: Int, undatedStarts: Int
  ) {
    self.year = year
    self.month = month
    self.sums = FigureSums(sums)
    self.plannedStarts = plannedStarts
    self.started = started
    self.undatedStarts = undatedStarts
    behindMonth = sums.totals.older
    undated = month == nil ? 0 : sums.totals.undated
  }

  /// The sentence, without figures that nobody states. `parts` lists the registers of the projects.
  package func text(subject: String, parts: String) -> String {
    let opening = month.map { "截至\($0)月，" } ?? ""
    guard sums.count > 0 else { return opening + "没有符合条件的项目。" }
    let clauses = [
      "\(opening)\(subject)\(sums.count)项\(parts)",
      sums.total.map { "总投资\(FigureWords.amount($0))" },
      sums.plan.map { "年度计划投资\(FigureWords.amount($0))" },
      sums.done.map { "本年累计完成\(FigureWords.amount($0))" + reachWords },
      isOfAll ? share("占年度计划") : nil,
    ]
    return clauses.compactMap { $0 }.joined(separator: "，") + reporting + starts + "。"
  }

  /// （其中12项的数据早于8月，3项未注明截至月份）.
  private var reachWords: String {
    let words = [
      behindMonth > 0 ? month.map { "\(behindMonth)项的数据早于\($0)月" } : nil,
      undated > 0 ? "\(undated)项未注明截至月份" : nil,
    ].compactMap { $0 }
    return words.isEmpty ? "" : "（其中\(words.joined(separator: "，"))）"
  }

  /// Whether what is done and the plans are those of the same projects.
  private var isOfAll: Bool { sums.unreported == 0 && sums.unplanned == 0 }

  /// Compares reporting projects with their own plans, and states how many do not report.
  private var reporting: String {
    if isOfAll || sums.plan == nil { return "" }
    let silent = sums.unreported == 0 ? nil : "有年度计划而未报完成投资的\(sums.unreported)项"
    guard sums.reporting > 0, let done = sums.doneOfReporting else {
      return silent.map { "；" + $0 } ?? ""
    }
    let projects = "其中有年度计划并已报数的\(sums.reporting)项"
    // If nobody else reports, the sum done was just stated.
    let own =
      sums.unplanned == 0
      ? [projects, share("完成投资占其年度计划"), silent]
      : [projects + "完成\(FigureWords.amount(done))", share("占其年度计划"), silent]
    return "；" + own.compactMap { $0 }.joined(separator: "，")
  }

  /// 占年度计划18.6%，落后序时进度6.4个百分点.
  private func share(_ words: String) -> String? {
    guard let rate = sums.rate else { return nil }
    let share = words + FigureWords.percent(rate)
    return month.map { share + "，" + FigureWords.distance(rate, month: $0) } ?? share
  }

  private var starts: String {
    if plannedStarts == 0 { return "" }
    let words = "；计划新开工\(plannedStarts)项，"
    if started == 0 { return words + "尚未开工" }
    let rate = Double(started) / Double(plannedStarts)
    return words + "已开工\(started)项，开工率\(FigureWords.percent(rate))"
  }
}

extension ProjectFigures {
  fileprivate func date(_ field: Field) -> PartialDate? {
    if case .date(let date) = record[field] { date } else { nil }
  }
}
