import Ledger
import Storage

/// Progress through the year: what had been done by the end of each month, against the plan's share.
extension LeadersBook {
  /// What had been done by the end of a month.
  private struct MonthLine {
    let month: Int
    let done: Money?
    /// How many projects report up to this very month.
    let reporting: Int
    let due: Money?
    let rate: Double?
  }

  /// Nil where no list states a month.
  var months: ReportSheet? {
    let lines = lines
    guard !lines.isEmpty else { return nil }
    var sheet = ReportTable<MonthLine>(columns: [
      .centred("月份", 12...12) { "\($0.month)月" },
      .cell("累计完成", 16...16) { .number($0.done?.double(in: .yiYuan), .yi) },
      .cell("时序应完成", 16...16) { .number($0.due?.double(in: .yiYuan), .yi) },
      .rate("占年度计划") { $0.rate },
      .cell("报到当月的项目数", 18...18) { .countOrBlank($0.reporting) },
    ]).sheet(
      .init(name: "月度进度", title: "\(source.year)年完成投资月度进度", unit: "亿元、项"), source.edition,
      rows: lines,
      captions: [
        "累计完成为各项目截至当月最近一次所报的本年累计数之和；没有项目报到的月份不列"
          + (Set(lines.map(\.reporting)).count > 1 ? "；各月报数的项目不同，两月之差不等于当月完成" : ""),
        "时序应完成为年度计划乘以当月占全年的比例",
      ])
    sheet.charts = [chart(over: lines.count, of: sheet)]
    return sheet
  }

  private func chart(over count: Int, of sheet: ReportSheet) -> ReportChart {
    let header = sheet.frozenRows - 1
    let rows = (header + 1)...(header + count)
    return ReportChart(
      kind: .column, title: "完成投资月度进度", valueTitle: "亿元",
      series: [2, 3].map { column in
        ReportChart.Series(
          nameRow: header, nameColumn: column, rows: rows, categoryColumn: 1,
          valueColumn: column)
      }, row: sheet.rows.count + 1, column: 0, width: 620, height: 320)
  }

  private var lines: [MonthLine] {
    guard let month = source.month else { return [] }
    let plan = FigureSums(figures).plan
    return (1...month).compactMap { month in
      let reports = source.projects.compactMap {
        $0.yearToDate(.done, year: source.year, through: month)
      }
      let reporting = reports.count { $0.month == month }
      guard reporting > 0 else { return nil }
      let done = reports.reduce(Money.zero) { $0.adding($1.amount) ?? $0 }
      return MonthLine(
        month: month, done: done, reporting: reporting,
        due: plan.map {
          Money(fen: $0.fen / 12 * Int64(month) + $0.fen % 12 * Int64(month) / 12)
        },
        rate: plan.flatMap { $0.fen > 0 ? Double(done.fen) / Double($0.fen) : nil })
    }
  }
}
