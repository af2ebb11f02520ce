import Ledger
import Storage

/// The sheet of progress through the year: the sum done by the end of each month, and the plan's share.
extension LeadersBook {
  /// The sum done by the end of a month.
  private struct MonthLine {
    let month: Int
    let done: Money?
    /// The number of projects that report exactly up to this month.
    let reporting: Int
    let due: Money?
    let rate: Double?
  }

  /// The months that projects report. Only projects with a plan that report every month are summed: a project that
  /// starts reporting later would look like progress.
  private struct Months {
    var lines: [MonthLine] = []
    /// The number of compared projects, and whether they have plans: if none has, all reporting ones are compared.
    var steady = 0
    var isPlanned = true
    /// The number of other reporting projects, and their sum at the end.
    var others = 0
    var doneByOthers: Money?
  }

  /// Nil if no list states a month.
  var months: ReportSheet? {
    let found = found
    let lines = found.lines
    guard !lines.isEmpty else { return nil }
    var sheet = ReportTable<MonthLine>(columns: [
      .centred("月份", 12...12) { "\($0.month)月" },
      .cell("本年累计完成", 16...16) { .number($0.done?.double(in: .yiYuan), .yi) },
      .cell("序时应完成", 16...16) { .number($0.due?.double(in: .yiYuan), .yi) },
      .rate("占年度计划") { $0.rate },
      .cell("报到当月的项目数", 18...18) { .countOrBlank($0.reporting) },
    ]).sheet(
      .init(name: "月度进度", title: "\(source.year)年完成投资月度进度", unit: "亿元、项"), source.edition,
      rows: lines,
      captions: [
        (found.isPlanned ? "只比较有年度计划并且各月都报数的" : "各项目都没有年度计划，只比较各月都报数的")
          + "\(found.steady)项，没有项目报到的月份不列"
      ] + (found.isPlanned ? ["序时应完成为年度计划乘以当月占全年的比例"] : []) + late(found))
    if found.steady == 0 { return sheet }
    sheet.charts = [chart(over: lines.count, of: sheet)]
    return sheet
  }

  private func chart(over count: Int, of sheet: ReportSheet) -> ReportChart {
    let header = sheet.frozenRows - 1
    let rows = (header + 1)...(header + count)
    return ReportChart(
      kind: .column, title: "完成投资月度进度", valueTitle: "亿元",
      series: [(2, .done), (3, .plan)].map { column, role in
        ReportChart.Series(
          role: role, nameRow: header, nameColumn: column, rows: rows, categoryColumn: 1,
          valueColumn: column)
      }, row: sheet.rows.count + 1, column: 0, width: 620, height: 320)
  }

  /// The note on the other projects, with their sum.
  private func late(_ found: Months) -> [String] {
    guard found.others > 0 else { return [] }
    let done = found.doneByOthers.map { $0.fixed(in: .yiYuan, places: 2) } ?? "0.00"
    let why = found.isPlanned ? "后来才报、有月份没报或没有年度计划" : "后来才报或有月份没报"
    return ["另有\(found.others)项\(why)，共完成\(done)亿元，不在表内"]
  }

  private var found: Months {
    guard let last = source.month else { return Months() }
    // For each project, the sum by the end of each month and the month it reaches.
    let reports = zip(source.projects, figures).map { project, figures in
      (
        figures,
        (1...last).map { project.yearToDate(.done, year: source.year, through: $0) }
      )
    }
    let months = (1...last).filter { month in
      reports.contains { $0.1[month - 1]?.month == month }
    }
    let reporting = reports.filter { $0.1[last - 1] != nil }
    let full = reporting.filter { report in
      months.allSatisfy { report.1[$0 - 1]?.month == $0 }
    }
    let planned = full.filter { $0.0.plan != nil }
    let steady = planned.isEmpty ? full : planned
    var found = Months()
    found.isPlanned = !planned.isEmpty || full.isEmpty
    found.steady = steady.count
    found.others = reporting.count - steady.count
    let ids = Set(steady.map(\.0.id))
    found.doneByOthers = Self.sum(
      reporting.filter { !ids.contains($0.0.id) }.map { $0.1[last - 1]?.amount })
    let plan = Self.sum(steady.map(\.0.plan))
    found.lines = months.map { month in
      let done = Self.sum(steady.map { $0.1[month - 1]?.amount })
      return MonthLine(
        month: month, done: done,
        reporting: reports.count { $0.1[month - 1]?.month == month },
        due: plan.map {
          Money(fen: $0.fen / 12 * Int64(month) + $0.fen % 12 * Int64(month) / 12)
        },
        rate: plan.flatMap { plan in
          done.flatMap { plan.fen > 0 ? Double($0.fen) / Double(plan.fen) : nil }
        })
    }
    return found
  }

  private static func sum(_ sums: [Money?]) -> Money? {
    let known = sums.compactMap { $0 }
    return known.isEmpty ? nil : known.reduce(.zero) { $0.adding($1) ?? $0 }
  }
}
