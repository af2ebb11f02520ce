import Ledger
import Operations
import Reports

/// The months of a project's year: the sum since January against an evenly spread plan, as a figure with its table.
struct ProjectMonthsView {
  let months: [ProjectMonth]
  let progress: ProjectProgress

  /// Nil if no month has data.
  var view: View? {
    if months.isEmpty { return nil }
    return View([
      "figure": figure,
      "months": months.map { month in
        View([
          "month": month.period.text, "own": month.own.map { Figures.wan($0) },
          "toDate": month.toDate.map { Figures.wan($0) }, "progress": month.progress,
        ])
      },
      "planned": progress.figures.plan.map { Figures.wan($0) }, "year": progress.year,
    ])
  }

  private var figure: Markup {
    let (width, height, left, foot) = (560, 150, 64, 20)
    let year = progress.year
    let done = months.filter { Int($0.period.year) == year && $0.period.isMonth }
    let top = max(
      progress.figures.plan?.fen ?? 0, done.compactMap { $0.toDate?.fen }.max() ?? 0, 1)
    let column = (width - left) / 12
    func y(_ fen: Int64) -> Int {
      let share = Double(max(0, fen)) / Double(top)
      return height - foot - Int(share * Double(height - foot - 16))
    }
    return Markup { html in
      Drawing.open(width, height, &html)
      Drawing.line(left, height - foot, width, height - foot, &html)
      Drawing.text(left - 6, y(top) + 4, Figures.wan(Money(fen: top)), ends: true, &html)
      Drawing.text(left - 6, height - foot, "0", ends: true, &html)
      for month in 1...12 {
        Drawing.text(left + (month - 1) * column + 6, height - 4, "\(month)月", &html)
      }
      for month in done {
        guard let sum = month.toDate else { continue }
        let x = left + (Int(month.period.lastMonth) - 1) * column + 4
        Drawing.rect(x, y(sum.fen), column - 10, height - foot - y(sum.fen), "fill", &html)
      }
      if let plan = progress.figures.plan {
        Drawing.path(
          (1...12).map { month in
            (x: left + (month - 1) * column + column / 2, y: y(plan.fen / 12 * Int64(month)))
          }, &html)
      }
      Drawing.close(&html)
    }
  }
}
