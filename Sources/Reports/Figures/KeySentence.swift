package import Ledger

/// The one true sentence that leaders read first, and the numbers it is made of.
package struct KeySentence: Hashable, Sendable {
  package let month: Int
  package let year: Int
  package let sums: FigureSums
  /// Projects planned to start in the year, by plan or by having started.
  package let plannedStarts: Int
  package let started: Int
  /// Projects whose figures reach an earlier month than the book's.
  package let behindMonth: Int

  package init(_ projects: [ProjectFigures], year: Int, month: Int, stages: StageOrder) {
    self.year = year
    self.month = month
    sums = FigureSums(projects)
    func isInYear(_ field: Field, _ project: ProjectFigures) -> Bool {
      if case .date(let date) = project.record[field] { date.year == year } else { false }
    }
    let starts = projects.filter { isInYear(.startActual, $0) || isInYear(.startPlanned, $0) }
    plannedStarts = starts.count
    started = starts.count {
      stages.order(of: $0.stage) >= stages.start || $0.record[.startActual] != nil
    }
    behindMonth = projects.count { ($0.reach ?? month) < month }
  }

  /// The share of the year gone by.
  package var timeProgress: Double { Double(month) / 12 }

  /// The sentence; money in 亿元.
  package func text(subject: String) -> String {
    var text =
      "截至\(month)月，\(subject)\(sums.count)项，总投资\(yi(sums.total))亿元，"
      + "年度计划投资\(yi(sums.plan))亿元，累计完成\(yi(sums.done))亿元"
    if let rate = sums.rate {
      let difference = ((rate - timeProgress) * 1000).rounded() / 10
      let word = difference >= 0 ? "超" : "落后"
      text += "，占年度计划\(percent(rate))%，\(word)时间进度\(decimal(abs(difference), places: 1))个百分点"
    }
    if plannedStarts > 0 {
      let rate = Double(started) / Double(plannedStarts)
      text += "；计划新开工\(plannedStarts)项，已开工\(started)项，开工率\(percent(rate))%"
    }
    return text + "。"
  }

  private func yi(_ money: Money?) -> String {
    let hundredths =
      ScaledInteger.rescale(mantissa: money?.fen ?? 0, exponent: -10, toExponent: -2) ?? 0
    return Self.fixed(hundredths, places: 2)
  }

  private func percent(_ rate: Double) -> String { decimal(rate * 100, places: 1) }

  private func decimal(_ number: Double, places: Int) -> String {
    Self.fixed(Int64((number * 10).rounded()), places: places)
  }

  /// `1234` with two places is `12.34`.
  private static func fixed(_ scaled: Int64, places: Int) -> String {
    let digits = String(scaled.magnitude)
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
    let point = padded.index(padded.endIndex, offsetBy: -places)
    return (scaled < 0 ? "-" : "") + padded[..<point] + "." + padded[point...]
  }
}
