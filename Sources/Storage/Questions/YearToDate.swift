package import Ledger

/// The done figure of a project since January, and the last month that it includes.
package struct YearToDate: Hashable, Sendable {
  package let amount: Money
  /// Nil if there is only a figure of the whole year and its list stated no month.
  package let month: Int?

  /// One figure of a series.
  package struct Figure: Hashable, Sendable {
    package let period: Period
    package let amount: Money
    /// The last month that a year's figure includes, if its list stated one.
    package let reach: Int?

    package init(period: Period, amount: Money, reach: Int?) {
      self.period = period
      self.amount = amount
      self.reach = reach
    }
  }

  /// Chooses the figure for a year: the range from January with the latest end; single months are added up from
  /// January to the first gap. Figures after `last` are ignored.
  ///
  /// For the same month a stated range precedes added months; a year's figure without a month comes last, because its
  /// end is unknown.
  package init?(_ figures: some Sequence<Figure>, year: Int, through last: Int?) {
    var best: (amount: Int64, month: Int)?
    var undated: Int64?
    var months: [Int64?] = Array(repeating: nil, count: 12)
    for figure in figures where Int(figure.period.year) == year {
      let period = figure.period
      if period.isYear {
        guard let reach = figure.reach else {
          if last == nil { undated = figure.amount.fen }
          continue
        }
        if reach <= last ?? 12, reach >= best?.month ?? 0 { best = (figure.amount.fen, reach) }
      } else {
        let month = Int(period.lastMonth)
        if period.isMonth { months[month - 1] = figure.amount.fen }
        if period.firstMonth == 1, month <= last ?? 12, month > best?.month ?? 0 {
          best = (figure.amount.fen, month)
        }
      }
    }
    if let added = Self.added(months, through: last), added.month > best?.month ?? 0 {
      best = added
    }
    if let best {
      self.init(amount: Money(fen: best.amount), month: best.month)
    } else if let undated {
      self.init(amount: Money(fen: undated), month: nil)
    } else {
      return nil
    }
  }

  package init(amount: Money, month: Int?) {
    self.amount = amount
    self.month = month
  }

  /// The sum of the months from January to the first gap.
  private static func added(
    _ months: [Int64?], through last: Int?
  ) -> (amount: Int64, month: Int)? {
    var sum: Int64 = 0
    var end = 0
    for month in months.prefix(last ?? 12) {
      guard let month, case (let total, false) = sum.addingReportingOverflow(month) else { break }
      sum = total
      end += 1
    }
    return end > 0 ? (sum, end) : nil
  }
}

extension StoredProject {
  /// The year-to-date figure of a field: done, or received.
  package func yearToDate(_ field: Field, year: Int, through month: Int?) -> YearToDate? {
    let figures = record.entries(of: field).compactMap { entry -> YearToDate.Figure? in
      guard let period = entry.key.period, case .money(let amount) = entry.value else { return nil }
      return YearToDate.Figure(period: period, amount: amount, reach: reach[entry.key])
    }
    return YearToDate(figures, year: year, through: month)
  }
}
